// Generated from schema/accounts.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  DateTime: { input: string; output: string; }
  Date: { input: string; output: string; }
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** The closed family. Same values, same order, in all four subgraphs (it is used in inputs). Partners are no App. */
export type App =
  | 'MESSENGER'
  | 'PHOTO'
  | 'SOCIAL';

/** What consent is asked for. */
export type Purpose =
  | 'PERSONALIZE'
  | 'IMPROVE'
  | 'ADS';

/** Cross-app features, switched on one by one, per direction. */
export type Feature =
  | 'SIGN_ON'
  | 'SYNC_SETTINGS'
  | 'CROSSPOST'
  | 'AVATARS';

export type Node = {
  id: Scalars['ID']['output'];
};

/** Only what ACCOUNTS answers about a profile. The apps declare their own part; the graph shows the union. */
export type Profile = {
  id: Scalars['ID']['output'];
  app: App;
  avatar?: Maybe<Avatar>;
  /** The viewer's own stickers to pick from in this app; null for anybody else. */
  stickers?: Maybe<StickerConnection>;
  account?: Maybe<Account>;
  linkedProfiles?: Maybe<ProfileConnection>;
};


/** Only what ACCOUNTS answers about a profile. The apps declare their own part; the graph shows the union. */
export type ProfileStickersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Only what ACCOUNTS answers about a profile. The apps declare their own part; the graph shows the union. */
export type ProfileLinkedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type UserError = {
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type PageInfo = {
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
  endCursor?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  audienceCount?: Maybe<Scalars['Int']['output']>;
};


export type QueryAudienceCountArgs = {
  app: App;
};

/** Everything here is about who asks, from the signed header only. account: null except in the accounts center. */
export type Viewer = {
  id: Scalars['ID']['output'];
  account?: Maybe<Account>;
  /** Accounts that ended; their ledger can still be read. */
  closedAccounts?: Maybe<Array<Account>>;
  /** Until they expire: those this profile has made or opened. */
  linkRequests?: Maybe<Array<LinkRequest>>;
  /** In the messenger: where a status may be shared now. */
  crosspostTargets?: Maybe<Array<App>>;
};

export type MessengerProfile = Profile & Node & {
  id: Scalars['ID']['output'];
  app: App;
  avatar?: Maybe<Avatar>;
  stickers?: Maybe<StickerConnection>;
  account?: Maybe<Account>;
  linkedProfiles?: Maybe<ProfileConnection>;
};


export type MessengerProfileStickersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MessengerProfileLinkedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type PhotoProfile = Profile & Node & {
  id: Scalars['ID']['output'];
  app: App;
  avatar?: Maybe<Avatar>;
  stickers?: Maybe<StickerConnection>;
  account?: Maybe<Account>;
  linkedProfiles?: Maybe<ProfileConnection>;
};


export type PhotoProfileStickersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type PhotoProfileLinkedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type SocialProfile = Profile & Node & {
  id: Scalars['ID']['output'];
  app: App;
  avatar?: Maybe<Avatar>;
  stickers?: Maybe<StickerConnection>;
  account?: Maybe<Account>;
  linkedProfiles?: Maybe<ProfileConnection>;
};


export type SocialProfileStickersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SocialProfileLinkedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Status = Node & {
  id: Scalars['ID']['output'];
  crosspost?: Maybe<Crosspost>;
};

export type PhotoStory = Node & {
  id: Scalars['ID']['output'];
};

export type SocialStory = Node & {
  id: Scalars['ID']['output'];
};

export type Story = PhotoStory | SocialStory;

export type ProfileConnection = {
  edges: Array<ProfileEdge>;
  nodes: Array<Maybe<Profile>>;
  pageInfo: PageInfo;
};

export type ProfileEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<Profile>;
};

export type Account = Node & {
  id: Scalars['ID']['output'];
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  links?: Maybe<Array<Link>>;
  consents?: Maybe<Array<Consent>>;
  features?: Maybe<Array<FeatureSetting>>;
  settings?: Maybe<Array<SharedSetting>>;
  autoCrossposts?: Maybe<Array<AutoCrosspost>>;
  avatars?: Maybe<AvatarConnection>;
  crossposts?: Maybe<CrosspostConnection>;
  /** The raw, hash-chained records. */
  ledger?: Maybe<LedgerRecordConnection>;
  dataUses?: Maybe<DataUseConnection>;
  ledgerHead?: Maybe<LedgerHead>;
  sessions?: Maybe<Array<Session>>;
};


export type AccountConsentsArgs = {
  from?: InputMaybe<App>;
  to?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Purpose>;
};


export type AccountAvatarsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type AccountCrosspostsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type AccountLedgerArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type AccountDataUsesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Purpose>;
  from?: InputMaybe<App>;
};

export type Link = Node & {
  id: Scalars['ID']['output'];
  app: App;
  /** Null while that app cannot answer. */
  profile?: Maybe<Profile>;
  state: LinkState;
  linkedAt?: Maybe<Scalars['DateTime']['output']>;
  visibleOnProfile: Scalars['Boolean']['output'];
};

export type LinkState =
  | 'ACTIVE'
  | 'PAUSED'
  | 'UNLINKED';

export type LinkRequestState =
  | 'REQUESTED'
  | 'OPENED'
  | 'CONFIRMED'
  | 'APPROVED'
  | 'REJECTED'
  | 'EXPIRED';

export type LinkRequest = Node & {
  id: Scalars['ID']['output'];
  requestedFrom: App;
  app: App;
  state: LinkRequestState;
  expiresAt: Scalars['DateTime']['output'];
  /** Only for who requested it, to be opened in the other app. */
  code?: Maybe<Scalars['String']['output']>;
  /** Shown to each other from OPENED on. */
  requestedBy?: Maybe<Profile>;
  openedBy?: Maybe<Profile>;
  /** From OPENED on, between the two apps only: what the person decides on before there is an account or a consent. */
  offers: Array<ConsentOffer>;
  /** What the opener chose; shown to the requester before approving. */
  choices?: Maybe<Array<ConsentOfferChoice>>;
};

export type ConsentOfferChoice = {
  from: App;
  to: Scalars['String']['output'];
  purpose: Purpose;
  granted: Scalars['Boolean']['output'];
};

export type ConsentOffer = {
  from: App;
  to: Scalars['String']['output'];
  recipient: Recipient;
  purpose: Purpose;
  notice: Notice;
  withoutIt: Scalars['String']['output'];
};


export type ConsentOfferNoticeArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};


export type ConsentOfferWithoutItArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

/** An app's subgraph. id: its name in schema/subgraphs.yaml, which is what `to` holds. */
export type Recipient = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  app?: Maybe<App>;
  owner: Scalars['String']['output'];
  contact?: Maybe<Scalars['URL']['output']>;
};

export type Consent = Node & {
  id: Scalars['ID']['output'];
  from: App;
  to: Scalars['String']['output'];
  purpose: Purpose;
  recipient: Recipient;
  state: ConsentState;
  granted: Scalars['Boolean']['output'];
  since?: Maybe<Scalars['DateTime']['output']>;
  mayAskAgainAt?: Maybe<Scalars['DateTime']['output']>;
  notice: Notice;
  withoutIt: Scalars['String']['output'];
  /** Null before the first choice. */
  receipt?: Maybe<Scalars['String']['output']>;
  events: Array<ConsentEvent>;
};


export type ConsentNoticeArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};


export type ConsentWithoutItArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

export type ConsentState =
  | 'NOT_ASKED'
  | 'GRANTED'
  | 'REFUSED'
  | 'PAUSED'
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'SUPERSEDED';

export type ConsentEventKind =
  | 'PRESENTED'
  | 'GRANTED'
  | 'REFUSED'
  | 'PAUSED'
  | 'RESUMED'
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'SUPERSEDED';

export type ConsentEvent = {
  kind: ConsentEventKind;
  at: Scalars['DateTime']['output'];
  noticeVersion: Scalars['Int']['output'];
};

/** digest: of version, language and text. */
export type Notice = {
  version: Scalars['Int']['output'];
  language: Scalars['String']['output'];
  text: Scalars['String']['output'];
  digest: Scalars['String']['output'];
};

export type FeatureSetting = {
  feature: Feature;
  from: App;
  to: Scalars['String']['output'];
  recipient: Recipient;
  available: Scalars['Boolean']['output'];
  unavailableBecause?: Maybe<Scalars['String']['output']>;
  enabled: Scalars['Boolean']['output'];
  since?: Maybe<Scalars['DateTime']['output']>;
};

export type SharedSetting = {
  key: Scalars['String']['output'];
  value: SettingValue;
  version: Scalars['Int']['output'];
  conflicts: Array<SettingConflict>;
};

export type SettingValue = BooleanSetting | ChoiceSetting;

export type BooleanSetting = {
  on: Scalars['Boolean']['output'];
};

export type ChoiceSetting = {
  choice: Scalars['String']['output'];
  choices: Array<Scalars['String']['output']>;
};

export type SettingConflict = Node & {
  id: Scalars['ID']['output'];
  app: App;
  value: SettingValue;
};

export type AutoCrosspost = {
  app: App;
  audience: Audience;
  enabled: Scalars['Boolean']['output'];
};

/** In the photo app FOLLOWERS is narrower than EVERYONE, in the social app FRIENDS; the others are refused there. */
export type Audience =
  | 'FOLLOWERS'
  | 'FRIENDS'
  | 'EVERYONE';

export type Avatar = Node & {
  id: Scalars['ID']['output'];
  url: Scalars['URL']['output'];
  apps: Array<App>;
};

export type AvatarConnection = {
  edges: Array<AvatarEdge>;
  nodes: Array<Maybe<Avatar>>;
  pageInfo: PageInfo;
};

export type AvatarEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<Avatar>;
};

export type Sticker = Node & {
  id: Scalars['ID']['output'];
  url: Scalars['URL']['output'];
  label: Scalars['String']['output'];
  apps: Array<App>;
};

export type StickerConnection = {
  edges: Array<StickerEdge>;
  nodes: Array<Maybe<Sticker>>;
  pageInfo: PageInfo;
};

export type StickerEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<Sticker>;
};

export type LedgerHead = {
  size: Scalars['Int']['output'];
  head: Scalars['String']['output'];
  signedAt: Scalars['DateTime']['output'];
  signature: Scalars['String']['output'];
};

/** body: canonical JSON (RFC 8785) of the record, null where it concerns no profile that is proved in this session. bodyHash: SHA-256 of body; hash: SHA-256 of previous and bodyHash, as ASCII, a full stop between; all base64url; the first previous is empty. */
export type LedgerRecord = {
  index: Scalars['Int']['output'];
  at: Scalars['DateTime']['output'];
  body?: Maybe<Scalars['String']['output']>;
  bodyHash: Scalars['String']['output'];
  previous: Scalars['String']['output'];
  hash: Scalars['String']['output'];
};

export type LedgerRecordConnection = {
  edges: Array<LedgerRecordEdge>;
  nodes: Array<LedgerRecord>;
  pageInfo: PageInfo;
};

export type LedgerRecordEdge = {
  cursor: Scalars['String']['output'];
  node: LedgerRecord;
};

export type Session = Node & {
  id: Scalars['ID']['output'];
  app: App;
  device?: Maybe<Scalars['String']['output']>;
  lastUsedAt: Scalars['DateTime']['output'];
  current: Scalars['Boolean']['output'];
};

/** One row a day. purpose or feature, as the basis says; withheld counts attempts that were denied. */
export type DataUse = Node & {
  id: Scalars['ID']['output'];
  from: App;
  to: Scalars['String']['output'];
  recipient: Recipient;
  purpose?: Maybe<Purpose>;
  feature?: Maybe<Feature>;
  basis?: Maybe<DecisionBasis>;
  day: Scalars['Date']['output'];
  count: Scalars['Int']['output'];
  withheld: Scalars['Int']['output'];
};

export type DecisionBasis =
  | 'CONSENT'
  | 'FEATURE';

export type DataUseConnection = {
  edges: Array<DataUseEdge>;
  nodes: Array<Maybe<DataUse>>;
  pageInfo: PageInfo;
};

export type DataUseEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<DataUse>;
};

export type Crosspost = Node & {
  id: Scalars['ID']['output'];
  status?: Maybe<Status>;
  state: CrosspostState;
  deliveries: Array<CrosspostDelivery>;
  expiresAt: Scalars['DateTime']['output'];
};

export type CrosspostDelivery = {
  app: App;
  audience: Audience;
  state: DeliveryState;
  story?: Maybe<Story>;
  attempts: Scalars['Int']['output'];
  failure?: Maybe<DeliveryFailure>;
};

export type CrosspostState =
  | 'PENDING'
  | 'LIVE'
  | 'PARTLY_LIVE'
  | 'FAILED'
  | 'RETRACTING'
  | 'ENDED';

export type DeliveryState =
  | 'QUEUED'
  | 'DELIVERING'
  | 'LIVE'
  | 'FAILED'
  | 'RETRACTING'
  | 'RETRACTED'
  | 'EXPIRED';

export type DeliveryFailure =
  | 'TARGET_UNREACHABLE'
  | 'TARGET_REFUSED'
  | 'CONSENT_WITHDRAWN'
  | 'MEDIA_REJECTED';

export type CrosspostConnection = {
  edges: Array<CrosspostEdge>;
  nodes: Array<Maybe<Crosspost>>;
  pageInfo: PageInfo;
};

export type CrosspostEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<Crosspost>;
};

export type ConsentChoice = {
  from: App;
  to: Scalars['String']['input'];
  purpose: Purpose;
  granted: Scalars['Boolean']['input'];
  /** Digest of the notice that was shown. */
  noticeDigest: Scalars['String']['input'];
};

export type RequestLinkInput = {
  app: App;
  idempotencyKey: Scalars['ID']['input'];
};

export type OpenLinkInput = {
  code: Scalars['String']['input'];
};

export type ConfirmLinkInput = {
  requestId: Scalars['ID']['input'];
  /** One for every offer. */
  choices: Array<ConsentChoice>;
};

export type LinkRequestInput = {
  requestId: Scalars['ID']['input'];
};

export type LinkInput = {
  linkId: Scalars['ID']['input'];
};

export type SetLinkVisibilityInput = {
  linkId: Scalars['ID']['input'];
  visibleOnProfile: Scalars['Boolean']['input'];
};

export type UnlinkInput = {
  linkId: Scalars['ID']['input'];
  keepSettings?: Scalars['Boolean']['input'];
};

export type SetConsentInput = {
  from: App;
  to: Scalars['String']['input'];
  purpose: Purpose;
  granted: Scalars['Boolean']['input'];
  /** Required when granting, ignored when withdrawing. */
  noticeDigest?: InputMaybe<Scalars['String']['input']>;
};

export type SetFeatureInput = {
  feature: Feature;
  from: App;
  to: Scalars['String']['input'];
  enabled: Scalars['Boolean']['input'];
};

export type StatusContentInput = {
  text?: InputMaybe<Scalars['String']['input']>;
  uploadId?: InputMaybe<Scalars['ID']['input']>;
};

export type CrosspostTargetInput = {
  app: App;
  audience: Audience;
};

export type CrosspostStatusInput = {
  statusId: Scalars['ID']['input'];
  targets: Array<CrosspostTargetInput>;
  content: StatusContentInput;
  idempotencyKey: Scalars['ID']['input'];
};

export type UpdateCrosspostInput = {
  crosspostId: Scalars['ID']['input'];
  content: StatusContentInput;
  idempotencyKey: Scalars['ID']['input'];
};

export type SetAutoCrosspostInput = {
  target: CrosspostTargetInput;
  enabled: Scalars['Boolean']['input'];
};

export type CrosspostInput = {
  crosspostId: Scalars['ID']['input'];
};

export type LinkErrorCode =
  | 'LINK_CODE_WRONG'
  | 'LINK_TRIES_USED_UP'
  | 'LINK_REQUEST_EXPIRED'
  | 'LINK_REQUEST_NOT_FOUND'
  | 'LINK_ALREADY_CONFIRMED'
  | 'LINK_WRONG_STATE'
  | 'LINK_FLOW_NOT_OFFERED'
  | 'LINK_CHOICES_INCOMPLETE'
  | 'LINK_NOTICE_OUTDATED'
  | 'LINK_SESSION_STALE'
  | 'LINK_SAME_APP'
  | 'LINK_APP_TAKEN'
  | 'LINK_BOTH_HAVE_ACCOUNTS'
  | 'LINK_ALREADY_ACTIVE'
  | 'LINK_NOT_FOUND'
  | 'LINK_IDEMPOTENCY_KEY_REUSED';

export type LinkError = UserError & {
  code: LinkErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type ConsentErrorCode =
  | 'CONSENT_NOTICE_OUTDATED'
  | 'CONSENT_FLOW_NOT_OFFERED'
  | 'CONSENT_LINK_NOT_ACTIVE'
  | 'CONSENT_NO_ACCOUNT'
  | 'CONSENT_FEATURE_UNAVAILABLE';

export type ConsentError = UserError & {
  code: ConsentErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type CrosspostErrorCode =
  | 'CROSSPOST_NOT_ENABLED'
  | 'CROSSPOST_LINK_NOT_ACTIVE'
  | 'CROSSPOST_STATUS_NOT_FOUND'
  | 'CROSSPOST_STATUS_GONE'
  | 'CROSSPOST_TARGET_INVALID'
  | 'CROSSPOST_NO_TARGETS'
  | 'CROSSPOST_AUDIENCE_INVALID'
  | 'CROSSPOST_AUDIENCE_WIDER'
  | 'CROSSPOST_TEXT_TOO_LONG'
  | 'CROSSPOST_MEDIA_REJECTED'
  | 'CROSSPOST_NOT_FOUND'
  | 'CROSSPOST_IDEMPOTENCY_KEY_REUSED';

export type CrosspostError = UserError & {
  code: CrosspostErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type LinkRequestPayload = {
  linkRequest?: Maybe<LinkRequest>;
  viewer?: Maybe<Viewer>;
  errors: Array<LinkError>;
};

export type LinkPayload = {
  link?: Maybe<Link>;
  account?: Maybe<Account>;
  errors: Array<LinkError>;
};

export type ConsentPayload = {
  consent?: Maybe<Consent>;
  account?: Maybe<Account>;
  errors: Array<ConsentError>;
};

export type FeaturePayload = {
  feature?: Maybe<FeatureSetting>;
  account?: Maybe<Account>;
  errors: Array<ConsentError>;
};

export type CrosspostPayload = {
  crosspost?: Maybe<Crosspost>;
  errors: Array<CrosspostError>;
};

export type AutoCrosspostPayload = {
  autoCrosspost?: Maybe<AutoCrosspost>;
  account?: Maybe<Account>;
  errors: Array<CrosspostError>;
};

/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type Mutation = {
  requestLink?: Maybe<LinkRequestPayload>;
  openLink?: Maybe<LinkRequestPayload>;
  confirmLink?: Maybe<LinkRequestPayload>;
  approveLink?: Maybe<LinkRequestPayload>;
  rejectLink?: Maybe<LinkRequestPayload>;
  setLinkVisibility?: Maybe<LinkPayload>;
  pauseLink?: Maybe<LinkPayload>;
  resumeLink?: Maybe<LinkPayload>;
  unlink?: Maybe<LinkPayload>;
  setConsent?: Maybe<ConsentPayload>;
  setFeature?: Maybe<FeaturePayload>;
  crosspostStatus?: Maybe<CrosspostPayload>;
  updateCrosspost?: Maybe<CrosspostPayload>;
  setAutoCrosspost?: Maybe<AutoCrosspostPayload>;
  retractCrosspost?: Maybe<CrosspostPayload>;
  retryCrosspost?: Maybe<CrosspostPayload>;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationRequestLinkArgs = {
  input: RequestLinkInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationOpenLinkArgs = {
  input: OpenLinkInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationConfirmLinkArgs = {
  input: ConfirmLinkInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationApproveLinkArgs = {
  input: LinkRequestInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationRejectLinkArgs = {
  input: LinkRequestInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationSetLinkVisibilityArgs = {
  input: SetLinkVisibilityInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationPauseLinkArgs = {
  input: LinkInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationResumeLinkArgs = {
  input: LinkInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationUnlinkArgs = {
  input: UnlinkInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationSetConsentArgs = {
  input: SetConsentInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationSetFeatureArgs = {
  input: SetFeatureInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationCrosspostStatusArgs = {
  input: CrosspostStatusInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationUpdateCrosspostArgs = {
  input: UpdateCrosspostInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationSetAutoCrosspostArgs = {
  input: SetAutoCrosspostInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationRetractCrosspostArgs = {
  input: CrosspostInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationRetryCrosspostArgs = {
  input: CrosspostInput;
};

export type Subscription = {
  crosspostChanged?: Maybe<Crosspost>;
  /** Fires for people without an account too. */
  viewerChanged?: Maybe<Viewer>;
};


export type SubscriptionCrosspostChangedArgs = {
  crosspostId: Scalars['ID']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Viewer: Viewer;
  MessengerProfile: MessengerProfile;
  PhotoProfile: PhotoProfile;
  SocialProfile: SocialProfile;
  Status: Status;
  Account: Account;
  Link: Link;
  LinkRequest: LinkRequest;
  Consent: Consent;
  SettingConflict: SettingConflict;
  Avatar: Avatar;
  Sticker: Sticker;
  Session: Session;
  DataUse: DataUse;
  Crosspost: Crosspost;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
  MessengerProfile:
    ( { __typename: 'MessengerProfile' }
    & GraphQLRecursivePick<FederationTypes['MessengerProfile'], {"id":true}> );
  PhotoProfile:
    ( { __typename: 'PhotoProfile' }
    & GraphQLRecursivePick<FederationTypes['PhotoProfile'], {"id":true}> );
  SocialProfile:
    ( { __typename: 'SocialProfile' }
    & GraphQLRecursivePick<FederationTypes['SocialProfile'], {"id":true}> );
  Status:
    ( { __typename: 'Status' }
    & GraphQLRecursivePick<FederationTypes['Status'], {"id":true}> );
  Account:
    ( { __typename: 'Account' }
    & GraphQLRecursivePick<FederationTypes['Account'], {"id":true}> );
  Link:
    ( { __typename: 'Link' }
    & GraphQLRecursivePick<FederationTypes['Link'], {"id":true}> );
  LinkRequest:
    ( { __typename: 'LinkRequest' }
    & GraphQLRecursivePick<FederationTypes['LinkRequest'], {"id":true}> );
  Consent:
    ( { __typename: 'Consent' }
    & GraphQLRecursivePick<FederationTypes['Consent'], {"id":true}> );
  SettingConflict:
    ( { __typename: 'SettingConflict' }
    & GraphQLRecursivePick<FederationTypes['SettingConflict'], {"id":true}> );
  Avatar:
    ( { __typename: 'Avatar' }
    & GraphQLRecursivePick<FederationTypes['Avatar'], {"id":true}> );
  Sticker:
    ( { __typename: 'Sticker' }
    & GraphQLRecursivePick<FederationTypes['Sticker'], {"id":true}> );
  Session:
    ( { __typename: 'Session' }
    & GraphQLRecursivePick<FederationTypes['Session'], {"id":true}> );
  DataUse:
    ( { __typename: 'DataUse' }
    & GraphQLRecursivePick<FederationTypes['DataUse'], {"id":true}> );
  Crosspost:
    ( { __typename: 'Crosspost' }
    & GraphQLRecursivePick<FederationTypes['Crosspost'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Story:
    | ( Partial<PhotoStory> )
    | ( Partial<SocialStory> )
  ;
  SettingValue:
    | ( Partial<BooleanSetting> )
    | ( Partial<ChoiceSetting> )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( Partial<Omit<MessengerProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<_RefType['Account']>, linkedProfiles?: Maybe<_RefType['ProfileConnection']> }> )
    | ( Partial<Omit<PhotoProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<_RefType['Account']>, linkedProfiles?: Maybe<_RefType['ProfileConnection']> }> )
    | ( Partial<Omit<SocialProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<_RefType['Account']>, linkedProfiles?: Maybe<_RefType['ProfileConnection']> }> )
    | ( Partial<Omit<Status, 'crosspost'> & { crosspost?: Maybe<_RefType['Crosspost']> }> )
    | ( Partial<PhotoStory> )
    | ( Partial<SocialStory> )
    | ( Partial<Omit<Account, 'links' | 'settings' | 'crossposts'> & { links?: Maybe<Array<_RefType['Link']>>, settings?: Maybe<Array<_RefType['SharedSetting']>>, crossposts?: Maybe<_RefType['CrosspostConnection']> }> )
    | ( Partial<Omit<Link, 'profile'> & { profile?: Maybe<_RefType['Profile']> }> )
    | ( Partial<Omit<LinkRequest, 'requestedBy' | 'openedBy'> & { requestedBy?: Maybe<_RefType['Profile']>, openedBy?: Maybe<_RefType['Profile']> }> )
    | ( Partial<Consent> )
    | ( Partial<Omit<SettingConflict, 'value'> & { value: _RefType['SettingValue'] }> )
    | ( Partial<Avatar> )
    | ( Partial<Sticker> )
    | ( Partial<Session> )
    | ( Partial<DataUse> )
    | ( Partial<Omit<Crosspost, 'status' | 'deliveries'> & { status?: Maybe<_RefType['Status']>, deliveries: Array<_RefType['CrosspostDelivery']> }> )
  ;
  Profile:
    | ( Partial<Omit<MessengerProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<_RefType['Account']>, linkedProfiles?: Maybe<_RefType['ProfileConnection']> }> )
    | ( Partial<Omit<PhotoProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<_RefType['Account']>, linkedProfiles?: Maybe<_RefType['ProfileConnection']> }> )
    | ( Partial<Omit<SocialProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<_RefType['Account']>, linkedProfiles?: Maybe<_RefType['ProfileConnection']> }> )
  ;
  UserError:
    | ( Partial<LinkError> )
    | ( Partial<ConsentError> )
    | ( Partial<CrosspostError> )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  Date: ResolverTypeWrapper<Partial<Scalars['Date']['output']>>;
  URL: ResolverTypeWrapper<Partial<Scalars['URL']['output']>>;
  App: ResolverTypeWrapper<Partial<App>>;
  Purpose: ResolverTypeWrapper<Partial<Purpose>>;
  Feature: ResolverTypeWrapper<Partial<Feature>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  Profile: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Profile']>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  PageInfo: ResolverTypeWrapper<Partial<PageInfo>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Viewer: ResolverTypeWrapper<Partial<Omit<Viewer, 'account' | 'closedAccounts' | 'linkRequests'> & { account?: Maybe<ResolversTypes['Account']>, closedAccounts?: Maybe<Array<ResolversTypes['Account']>>, linkRequests?: Maybe<Array<ResolversTypes['LinkRequest']>> }>>;
  MessengerProfile: ResolverTypeWrapper<Partial<Omit<MessengerProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<ResolversTypes['Account']>, linkedProfiles?: Maybe<ResolversTypes['ProfileConnection']> }>>;
  PhotoProfile: ResolverTypeWrapper<Partial<Omit<PhotoProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<ResolversTypes['Account']>, linkedProfiles?: Maybe<ResolversTypes['ProfileConnection']> }>>;
  SocialProfile: ResolverTypeWrapper<Partial<Omit<SocialProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<ResolversTypes['Account']>, linkedProfiles?: Maybe<ResolversTypes['ProfileConnection']> }>>;
  Status: ResolverTypeWrapper<Partial<Omit<Status, 'crosspost'> & { crosspost?: Maybe<ResolversTypes['Crosspost']> }>>;
  PhotoStory: ResolverTypeWrapper<Partial<PhotoStory>>;
  SocialStory: ResolverTypeWrapper<Partial<SocialStory>>;
  Story: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Story']>>;
  ProfileConnection: ResolverTypeWrapper<Partial<Omit<ProfileConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProfileEdge']>, nodes: Array<Maybe<ResolversTypes['Profile']>> }>>;
  ProfileEdge: ResolverTypeWrapper<Partial<Omit<ProfileEdge, 'node'> & { node?: Maybe<ResolversTypes['Profile']> }>>;
  Account: ResolverTypeWrapper<Partial<Omit<Account, 'links' | 'settings' | 'crossposts'> & { links?: Maybe<Array<ResolversTypes['Link']>>, settings?: Maybe<Array<ResolversTypes['SharedSetting']>>, crossposts?: Maybe<ResolversTypes['CrosspostConnection']> }>>;
  Link: ResolverTypeWrapper<Partial<Omit<Link, 'profile'> & { profile?: Maybe<ResolversTypes['Profile']> }>>;
  LinkState: ResolverTypeWrapper<Partial<LinkState>>;
  LinkRequestState: ResolverTypeWrapper<Partial<LinkRequestState>>;
  LinkRequest: ResolverTypeWrapper<Partial<Omit<LinkRequest, 'requestedBy' | 'openedBy'> & { requestedBy?: Maybe<ResolversTypes['Profile']>, openedBy?: Maybe<ResolversTypes['Profile']> }>>;
  ConsentOfferChoice: ResolverTypeWrapper<Partial<ConsentOfferChoice>>;
  ConsentOffer: ResolverTypeWrapper<Partial<ConsentOffer>>;
  Recipient: ResolverTypeWrapper<Partial<Recipient>>;
  Consent: ResolverTypeWrapper<Partial<Consent>>;
  ConsentState: ResolverTypeWrapper<Partial<ConsentState>>;
  ConsentEventKind: ResolverTypeWrapper<Partial<ConsentEventKind>>;
  ConsentEvent: ResolverTypeWrapper<Partial<ConsentEvent>>;
  Notice: ResolverTypeWrapper<Partial<Notice>>;
  FeatureSetting: ResolverTypeWrapper<Partial<FeatureSetting>>;
  SharedSetting: ResolverTypeWrapper<Partial<Omit<SharedSetting, 'value' | 'conflicts'> & { value: ResolversTypes['SettingValue'], conflicts: Array<ResolversTypes['SettingConflict']> }>>;
  SettingValue: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SettingValue']>>;
  BooleanSetting: ResolverTypeWrapper<Partial<BooleanSetting>>;
  ChoiceSetting: ResolverTypeWrapper<Partial<ChoiceSetting>>;
  SettingConflict: ResolverTypeWrapper<Partial<Omit<SettingConflict, 'value'> & { value: ResolversTypes['SettingValue'] }>>;
  AutoCrosspost: ResolverTypeWrapper<Partial<AutoCrosspost>>;
  Audience: ResolverTypeWrapper<Partial<Audience>>;
  Avatar: ResolverTypeWrapper<Partial<Avatar>>;
  AvatarConnection: ResolverTypeWrapper<Partial<AvatarConnection>>;
  AvatarEdge: ResolverTypeWrapper<Partial<AvatarEdge>>;
  Sticker: ResolverTypeWrapper<Partial<Sticker>>;
  StickerConnection: ResolverTypeWrapper<Partial<StickerConnection>>;
  StickerEdge: ResolverTypeWrapper<Partial<StickerEdge>>;
  LedgerHead: ResolverTypeWrapper<Partial<LedgerHead>>;
  LedgerRecord: ResolverTypeWrapper<Partial<LedgerRecord>>;
  LedgerRecordConnection: ResolverTypeWrapper<Partial<LedgerRecordConnection>>;
  LedgerRecordEdge: ResolverTypeWrapper<Partial<LedgerRecordEdge>>;
  Session: ResolverTypeWrapper<Partial<Session>>;
  DataUse: ResolverTypeWrapper<Partial<DataUse>>;
  DecisionBasis: ResolverTypeWrapper<Partial<DecisionBasis>>;
  DataUseConnection: ResolverTypeWrapper<Partial<DataUseConnection>>;
  DataUseEdge: ResolverTypeWrapper<Partial<DataUseEdge>>;
  Crosspost: ResolverTypeWrapper<Partial<Omit<Crosspost, 'status' | 'deliveries'> & { status?: Maybe<ResolversTypes['Status']>, deliveries: Array<ResolversTypes['CrosspostDelivery']> }>>;
  CrosspostDelivery: ResolverTypeWrapper<Partial<Omit<CrosspostDelivery, 'story'> & { story?: Maybe<ResolversTypes['Story']> }>>;
  CrosspostState: ResolverTypeWrapper<Partial<CrosspostState>>;
  DeliveryState: ResolverTypeWrapper<Partial<DeliveryState>>;
  DeliveryFailure: ResolverTypeWrapper<Partial<DeliveryFailure>>;
  CrosspostConnection: ResolverTypeWrapper<Partial<Omit<CrosspostConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CrosspostEdge']>, nodes: Array<Maybe<ResolversTypes['Crosspost']>> }>>;
  CrosspostEdge: ResolverTypeWrapper<Partial<Omit<CrosspostEdge, 'node'> & { node?: Maybe<ResolversTypes['Crosspost']> }>>;
  ConsentChoice: ResolverTypeWrapper<Partial<ConsentChoice>>;
  RequestLinkInput: ResolverTypeWrapper<Partial<RequestLinkInput>>;
  OpenLinkInput: ResolverTypeWrapper<Partial<OpenLinkInput>>;
  ConfirmLinkInput: ResolverTypeWrapper<Partial<ConfirmLinkInput>>;
  LinkRequestInput: ResolverTypeWrapper<Partial<LinkRequestInput>>;
  LinkInput: ResolverTypeWrapper<Partial<LinkInput>>;
  SetLinkVisibilityInput: ResolverTypeWrapper<Partial<SetLinkVisibilityInput>>;
  UnlinkInput: ResolverTypeWrapper<Partial<UnlinkInput>>;
  SetConsentInput: ResolverTypeWrapper<Partial<SetConsentInput>>;
  SetFeatureInput: ResolverTypeWrapper<Partial<SetFeatureInput>>;
  StatusContentInput: ResolverTypeWrapper<Partial<StatusContentInput>>;
  CrosspostTargetInput: ResolverTypeWrapper<Partial<CrosspostTargetInput>>;
  CrosspostStatusInput: ResolverTypeWrapper<Partial<CrosspostStatusInput>>;
  UpdateCrosspostInput: ResolverTypeWrapper<Partial<UpdateCrosspostInput>>;
  SetAutoCrosspostInput: ResolverTypeWrapper<Partial<SetAutoCrosspostInput>>;
  CrosspostInput: ResolverTypeWrapper<Partial<CrosspostInput>>;
  LinkErrorCode: ResolverTypeWrapper<Partial<LinkErrorCode>>;
  LinkError: ResolverTypeWrapper<Partial<LinkError>>;
  ConsentErrorCode: ResolverTypeWrapper<Partial<ConsentErrorCode>>;
  ConsentError: ResolverTypeWrapper<Partial<ConsentError>>;
  CrosspostErrorCode: ResolverTypeWrapper<Partial<CrosspostErrorCode>>;
  CrosspostError: ResolverTypeWrapper<Partial<CrosspostError>>;
  LinkRequestPayload: ResolverTypeWrapper<Partial<Omit<LinkRequestPayload, 'linkRequest' | 'viewer'> & { linkRequest?: Maybe<ResolversTypes['LinkRequest']>, viewer?: Maybe<ResolversTypes['Viewer']> }>>;
  LinkPayload: ResolverTypeWrapper<Partial<Omit<LinkPayload, 'link' | 'account'> & { link?: Maybe<ResolversTypes['Link']>, account?: Maybe<ResolversTypes['Account']> }>>;
  ConsentPayload: ResolverTypeWrapper<Partial<Omit<ConsentPayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>>;
  FeaturePayload: ResolverTypeWrapper<Partial<Omit<FeaturePayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>>;
  CrosspostPayload: ResolverTypeWrapper<Partial<Omit<CrosspostPayload, 'crosspost'> & { crosspost?: Maybe<ResolversTypes['Crosspost']> }>>;
  AutoCrosspostPayload: ResolverTypeWrapper<Partial<Omit<AutoCrosspostPayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Partial<Scalars['DateTime']['output']>;
  Date: Partial<Scalars['Date']['output']>;
  URL: Partial<Scalars['URL']['output']>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Partial<Scalars['ID']['output']>;
  Profile: ResolversInterfaceTypes<ResolversParentTypes>['Profile'];
  Int: Partial<Scalars['Int']['output']>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  PageInfo: Partial<PageInfo>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  Query: Record<PropertyKey, never>;
  Viewer: Partial<Omit<Viewer, 'account' | 'closedAccounts' | 'linkRequests'> & { account?: Maybe<ResolversParentTypes['Account']>, closedAccounts?: Maybe<Array<ResolversParentTypes['Account']>>, linkRequests?: Maybe<Array<ResolversParentTypes['LinkRequest']>> } | FederationReferenceTypes['Viewer']>;
  MessengerProfile: Partial<Omit<MessengerProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<ResolversParentTypes['Account']>, linkedProfiles?: Maybe<ResolversParentTypes['ProfileConnection']> } | FederationReferenceTypes['MessengerProfile']>;
  PhotoProfile: Partial<Omit<PhotoProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<ResolversParentTypes['Account']>, linkedProfiles?: Maybe<ResolversParentTypes['ProfileConnection']> } | FederationReferenceTypes['PhotoProfile']>;
  SocialProfile: Partial<Omit<SocialProfile, 'account' | 'linkedProfiles'> & { account?: Maybe<ResolversParentTypes['Account']>, linkedProfiles?: Maybe<ResolversParentTypes['ProfileConnection']> } | FederationReferenceTypes['SocialProfile']>;
  Status: Partial<Omit<Status, 'crosspost'> & { crosspost?: Maybe<ResolversParentTypes['Crosspost']> } | FederationReferenceTypes['Status']>;
  PhotoStory: Partial<PhotoStory>;
  SocialStory: Partial<SocialStory>;
  Story: Partial<ResolversUnionTypes<ResolversParentTypes>['Story']>;
  ProfileConnection: Partial<Omit<ProfileConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProfileEdge']>, nodes: Array<Maybe<ResolversParentTypes['Profile']>> }>;
  ProfileEdge: Partial<Omit<ProfileEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Profile']> }>;
  Account: Partial<Omit<Account, 'links' | 'settings' | 'crossposts'> & { links?: Maybe<Array<ResolversParentTypes['Link']>>, settings?: Maybe<Array<ResolversParentTypes['SharedSetting']>>, crossposts?: Maybe<ResolversParentTypes['CrosspostConnection']> } | FederationReferenceTypes['Account']>;
  Link: Partial<Omit<Link, 'profile'> & { profile?: Maybe<ResolversParentTypes['Profile']> } | FederationReferenceTypes['Link']>;
  LinkRequest: Partial<Omit<LinkRequest, 'requestedBy' | 'openedBy'> & { requestedBy?: Maybe<ResolversParentTypes['Profile']>, openedBy?: Maybe<ResolversParentTypes['Profile']> } | FederationReferenceTypes['LinkRequest']>;
  ConsentOfferChoice: Partial<ConsentOfferChoice>;
  ConsentOffer: Partial<ConsentOffer>;
  Recipient: Partial<Recipient>;
  Consent: Partial<Consent | FederationReferenceTypes['Consent']>;
  ConsentEvent: Partial<ConsentEvent>;
  Notice: Partial<Notice>;
  FeatureSetting: Partial<FeatureSetting>;
  SharedSetting: Partial<Omit<SharedSetting, 'value' | 'conflicts'> & { value: ResolversParentTypes['SettingValue'], conflicts: Array<ResolversParentTypes['SettingConflict']> }>;
  SettingValue: Partial<ResolversUnionTypes<ResolversParentTypes>['SettingValue']>;
  BooleanSetting: Partial<BooleanSetting>;
  ChoiceSetting: Partial<ChoiceSetting>;
  SettingConflict: Partial<Omit<SettingConflict, 'value'> & { value: ResolversParentTypes['SettingValue'] } | FederationReferenceTypes['SettingConflict']>;
  AutoCrosspost: Partial<AutoCrosspost>;
  Avatar: Partial<Avatar | FederationReferenceTypes['Avatar']>;
  AvatarConnection: Partial<AvatarConnection>;
  AvatarEdge: Partial<AvatarEdge>;
  Sticker: Partial<Sticker | FederationReferenceTypes['Sticker']>;
  StickerConnection: Partial<StickerConnection>;
  StickerEdge: Partial<StickerEdge>;
  LedgerHead: Partial<LedgerHead>;
  LedgerRecord: Partial<LedgerRecord>;
  LedgerRecordConnection: Partial<LedgerRecordConnection>;
  LedgerRecordEdge: Partial<LedgerRecordEdge>;
  Session: Partial<Session | FederationReferenceTypes['Session']>;
  DataUse: Partial<DataUse | FederationReferenceTypes['DataUse']>;
  DataUseConnection: Partial<DataUseConnection>;
  DataUseEdge: Partial<DataUseEdge>;
  Crosspost: Partial<Omit<Crosspost, 'status' | 'deliveries'> & { status?: Maybe<ResolversParentTypes['Status']>, deliveries: Array<ResolversParentTypes['CrosspostDelivery']> } | FederationReferenceTypes['Crosspost']>;
  CrosspostDelivery: Partial<Omit<CrosspostDelivery, 'story'> & { story?: Maybe<ResolversParentTypes['Story']> }>;
  CrosspostConnection: Partial<Omit<CrosspostConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CrosspostEdge']>, nodes: Array<Maybe<ResolversParentTypes['Crosspost']>> }>;
  CrosspostEdge: Partial<Omit<CrosspostEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Crosspost']> }>;
  ConsentChoice: Partial<ConsentChoice>;
  RequestLinkInput: Partial<RequestLinkInput>;
  OpenLinkInput: Partial<OpenLinkInput>;
  ConfirmLinkInput: Partial<ConfirmLinkInput>;
  LinkRequestInput: Partial<LinkRequestInput>;
  LinkInput: Partial<LinkInput>;
  SetLinkVisibilityInput: Partial<SetLinkVisibilityInput>;
  UnlinkInput: Partial<UnlinkInput>;
  SetConsentInput: Partial<SetConsentInput>;
  SetFeatureInput: Partial<SetFeatureInput>;
  StatusContentInput: Partial<StatusContentInput>;
  CrosspostTargetInput: Partial<CrosspostTargetInput>;
  CrosspostStatusInput: Partial<CrosspostStatusInput>;
  UpdateCrosspostInput: Partial<UpdateCrosspostInput>;
  SetAutoCrosspostInput: Partial<SetAutoCrosspostInput>;
  CrosspostInput: Partial<CrosspostInput>;
  LinkError: Partial<LinkError>;
  ConsentError: Partial<ConsentError>;
  CrosspostError: Partial<CrosspostError>;
  LinkRequestPayload: Partial<Omit<LinkRequestPayload, 'linkRequest' | 'viewer'> & { linkRequest?: Maybe<ResolversParentTypes['LinkRequest']>, viewer?: Maybe<ResolversParentTypes['Viewer']> }>;
  LinkPayload: Partial<Omit<LinkPayload, 'link' | 'account'> & { link?: Maybe<ResolversParentTypes['Link']>, account?: Maybe<ResolversParentTypes['Account']> }>;
  ConsentPayload: Partial<Omit<ConsentPayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> }>;
  FeaturePayload: Partial<Omit<FeaturePayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> }>;
  CrosspostPayload: Partial<Omit<CrosspostPayload, 'crosspost'> & { crosspost?: Maybe<ResolversParentTypes['Crosspost']> }>;
  AutoCrosspostPayload: Partial<Omit<AutoCrosspostPayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> }>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  String: Partial<Scalars['String']['output']>;
};

export type PersonDirectiveArgs = {
  app: Scalars['String']['input'];
};

export type PersonDirectiveResolver<Result, Parent, ContextType = unknown, Args = PersonDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ConsentedDirectiveArgs = {
  from: Scalars['String']['input'];
  purpose: Scalars['String']['input'];
};

export type ConsentedDirectiveResolver<Result, Parent, ContextType = unknown, Args = ConsentedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type UsesDirectiveArgs = {
  purpose: Scalars['String']['input'];
};

export type UsesDirectiveResolver<Result, Parent, ContextType = unknown, Args = UsesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SealedDirectiveArgs = { };

export type SealedDirectiveResolver<Result, Parent, ContextType = unknown, Args = SealedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OpenDirectiveArgs = { };

export type OpenDirectiveResolver<Result, Parent, ContextType = unknown, Args = OpenDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type NodeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'MessengerProfile' | 'PhotoProfile' | 'SocialProfile' | 'Status' | 'PhotoStory' | 'SocialStory' | 'Account' | 'Link' | 'LinkRequest' | 'Consent' | 'SettingConflict' | 'Avatar' | 'Sticker' | 'Session' | 'DataUse' | 'Crosspost', ParentType, ContextType>;
};

export type ProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Profile'] = ResolversParentTypes['Profile']> = {
  __resolveType: TypeResolveFn<'MessengerProfile' | 'PhotoProfile' | 'SocialProfile', ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'LinkError' | 'ConsentError' | 'CrosspostError', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  audienceCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<QueryAudienceCountArgs, 'app'>>;
};

export type ViewerResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  closedAccounts?: Resolver<Maybe<Array<ResolversTypes['Account']>>, ParentType, ContextType>;
  linkRequests?: Resolver<Maybe<Array<ResolversTypes['LinkRequest']>>, ParentType, ContextType>;
  crosspostTargets?: Resolver<Maybe<Array<ResolversTypes['App']>>, ParentType, ContextType>;
};

export type MessengerProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerProfile'] = ResolversParentTypes['MessengerProfile'], FederationReferenceType extends FederationReferenceTypes['MessengerProfile'] = FederationReferenceTypes['MessengerProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessengerProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Avatar']>, ParentType, ContextType>;
  stickers?: Resolver<Maybe<ResolversTypes['StickerConnection']>, ParentType, ContextType, RequireFields<MessengerProfileStickersArgs, 'first'>>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  linkedProfiles?: Resolver<Maybe<ResolversTypes['ProfileConnection']>, ParentType, ContextType, RequireFields<MessengerProfileLinkedProfilesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoProfile'] = ResolversParentTypes['PhotoProfile'], FederationReferenceType extends FederationReferenceTypes['PhotoProfile'] = FederationReferenceTypes['PhotoProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Avatar']>, ParentType, ContextType>;
  stickers?: Resolver<Maybe<ResolversTypes['StickerConnection']>, ParentType, ContextType, RequireFields<PhotoProfileStickersArgs, 'first'>>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  linkedProfiles?: Resolver<Maybe<ResolversTypes['ProfileConnection']>, ParentType, ContextType, RequireFields<PhotoProfileLinkedProfilesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SocialProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialProfile'] = ResolversParentTypes['SocialProfile'], FederationReferenceType extends FederationReferenceTypes['SocialProfile'] = FederationReferenceTypes['SocialProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SocialProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Avatar']>, ParentType, ContextType>;
  stickers?: Resolver<Maybe<ResolversTypes['StickerConnection']>, ParentType, ContextType, RequireFields<SocialProfileStickersArgs, 'first'>>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  linkedProfiles?: Resolver<Maybe<ResolversTypes['ProfileConnection']>, ParentType, ContextType, RequireFields<SocialProfileLinkedProfilesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatusResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Status'] = ResolversParentTypes['Status'], FederationReferenceType extends FederationReferenceTypes['Status'] = FederationReferenceTypes['Status']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Status']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  crosspost?: Resolver<Maybe<ResolversTypes['Crosspost']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoStoryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoStory'] = ResolversParentTypes['PhotoStory']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SocialStoryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialStory'] = ResolversParentTypes['SocialStory']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StoryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Story'] = ResolversParentTypes['Story']> = {
  __resolveType: TypeResolveFn<'PhotoStory' | 'SocialStory', ParentType, ContextType>;
};

export type ProfileConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ProfileConnection'] = ResolversParentTypes['ProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProfileEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Profile']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProfileEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ProfileEdge'] = ResolversParentTypes['ProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Profile']>, ParentType, ContextType>;
};

export type AccountResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account'], FederationReferenceType extends FederationReferenceTypes['Account'] = FederationReferenceTypes['Account']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Account']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  links?: Resolver<Maybe<Array<ResolversTypes['Link']>>, ParentType, ContextType>;
  consents?: Resolver<Maybe<Array<ResolversTypes['Consent']>>, ParentType, ContextType, Partial<AccountConsentsArgs>>;
  features?: Resolver<Maybe<Array<ResolversTypes['FeatureSetting']>>, ParentType, ContextType>;
  settings?: Resolver<Maybe<Array<ResolversTypes['SharedSetting']>>, ParentType, ContextType>;
  autoCrossposts?: Resolver<Maybe<Array<ResolversTypes['AutoCrosspost']>>, ParentType, ContextType>;
  avatars?: Resolver<Maybe<ResolversTypes['AvatarConnection']>, ParentType, ContextType, RequireFields<AccountAvatarsArgs, 'first'>>;
  crossposts?: Resolver<Maybe<ResolversTypes['CrosspostConnection']>, ParentType, ContextType, RequireFields<AccountCrosspostsArgs, 'first'>>;
  ledger?: Resolver<Maybe<ResolversTypes['LedgerRecordConnection']>, ParentType, ContextType, RequireFields<AccountLedgerArgs, 'first'>>;
  dataUses?: Resolver<Maybe<ResolversTypes['DataUseConnection']>, ParentType, ContextType, RequireFields<AccountDataUsesArgs, 'first'>>;
  ledgerHead?: Resolver<Maybe<ResolversTypes['LedgerHead']>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<Array<ResolversTypes['Session']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Link'] = ResolversParentTypes['Link'], FederationReferenceType extends FederationReferenceTypes['Link'] = FederationReferenceTypes['Link']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Link']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['Profile']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LinkState'], ParentType, ContextType>;
  linkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  visibleOnProfile?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkRequestResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LinkRequest'] = ResolversParentTypes['LinkRequest'], FederationReferenceType extends FederationReferenceTypes['LinkRequest'] = FederationReferenceTypes['LinkRequest']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LinkRequest']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedFrom?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LinkRequestState'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['Profile']>, ParentType, ContextType>;
  openedBy?: Resolver<Maybe<ResolversTypes['Profile']>, ParentType, ContextType>;
  offers?: Resolver<Array<ResolversTypes['ConsentOffer']>, ParentType, ContextType>;
  choices?: Resolver<Maybe<Array<ResolversTypes['ConsentOfferChoice']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentOfferChoiceResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConsentOfferChoice'] = ResolversParentTypes['ConsentOfferChoice']> = {
  from?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ConsentOfferResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConsentOffer'] = ResolversParentTypes['ConsentOffer']> = {
  from?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Recipient'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  notice?: Resolver<ResolversTypes['Notice'], ParentType, ContextType, Partial<ConsentOfferNoticeArgs>>;
  withoutIt?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ConsentOfferWithoutItArgs>>;
};

export type RecipientResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Recipient'] = ResolversParentTypes['Recipient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  app?: Resolver<Maybe<ResolversTypes['App']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent'], FederationReferenceType extends FederationReferenceTypes['Consent'] = FederationReferenceTypes['Consent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Consent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Recipient'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConsentState'], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mayAskAgainAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  notice?: Resolver<ResolversTypes['Notice'], ParentType, ContextType, Partial<ConsentNoticeArgs>>;
  withoutIt?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ConsentWithoutItArgs>>;
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['ConsentEvent']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentEventResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConsentEvent'] = ResolversParentTypes['ConsentEvent']> = {
  kind?: Resolver<ResolversTypes['ConsentEventKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  noticeVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NoticeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Notice'] = ResolversParentTypes['Notice']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FeatureSettingResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['FeatureSetting'] = ResolversParentTypes['FeatureSetting']> = {
  feature?: Resolver<ResolversTypes['Feature'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Recipient'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unavailableBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SharedSettingResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SharedSetting'] = ResolversParentTypes['SharedSetting']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['SettingValue'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['SettingConflict']>, ParentType, ContextType>;
};

export type SettingValueResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SettingValue'] = ResolversParentTypes['SettingValue']> = {
  __resolveType: TypeResolveFn<'BooleanSetting' | 'ChoiceSetting', ParentType, ContextType>;
};

export type BooleanSettingResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['BooleanSetting'] = ResolversParentTypes['BooleanSetting']> = {
  on?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChoiceSettingResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ChoiceSetting'] = ResolversParentTypes['ChoiceSetting']> = {
  choice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  choices?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SettingConflictResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SettingConflict'] = ResolversParentTypes['SettingConflict'], FederationReferenceType extends FederationReferenceTypes['SettingConflict'] = FederationReferenceTypes['SettingConflict']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SettingConflict']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['SettingValue'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AutoCrosspostResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AutoCrosspost'] = ResolversParentTypes['AutoCrosspost']> = {
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AvatarResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Avatar'] = ResolversParentTypes['Avatar'], FederationReferenceType extends FederationReferenceTypes['Avatar'] = FederationReferenceTypes['Avatar']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Avatar']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  apps?: Resolver<Array<ResolversTypes['App']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AvatarConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AvatarConnection'] = ResolversParentTypes['AvatarConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AvatarEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Avatar']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AvatarEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AvatarEdge'] = ResolversParentTypes['AvatarEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Avatar']>, ParentType, ContextType>;
};

export type StickerResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Sticker'] = ResolversParentTypes['Sticker'], FederationReferenceType extends FederationReferenceTypes['Sticker'] = FederationReferenceTypes['Sticker']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Sticker']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  apps?: Resolver<Array<ResolversTypes['App']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StickerConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['StickerConnection'] = ResolversParentTypes['StickerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StickerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Sticker']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StickerEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['StickerEdge'] = ResolversParentTypes['StickerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Sticker']>, ParentType, ContextType>;
};

export type LedgerHeadResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LedgerHead'] = ResolversParentTypes['LedgerHead']> = {
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  head?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LedgerRecordResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LedgerRecord'] = ResolversParentTypes['LedgerRecord']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bodyHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previous?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LedgerRecordConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LedgerRecordConnection'] = ResolversParentTypes['LedgerRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LedgerRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LedgerRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LedgerRecordEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LedgerRecordEdge'] = ResolversParentTypes['LedgerRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LedgerRecord'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataUseResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DataUse'] = ResolversParentTypes['DataUse'], FederationReferenceType extends FederationReferenceTypes['DataUse'] = FederationReferenceTypes['DataUse']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DataUse']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Recipient'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  feature?: Resolver<Maybe<ResolversTypes['Feature']>, ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['DecisionBasis']>, ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheld?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataUseConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DataUseConnection'] = ResolversParentTypes['DataUseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DataUseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['DataUse']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DataUseEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DataUseEdge'] = ResolversParentTypes['DataUseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['DataUse']>, ParentType, ContextType>;
};

export type CrosspostResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Crosspost'] = ResolversParentTypes['Crosspost'], FederationReferenceType extends FederationReferenceTypes['Crosspost'] = FederationReferenceTypes['Crosspost']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Crosspost']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Status']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CrosspostState'], ParentType, ContextType>;
  deliveries?: Resolver<Array<ResolversTypes['CrosspostDelivery']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CrosspostDeliveryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CrosspostDelivery'] = ResolversParentTypes['CrosspostDelivery']> = {
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  story?: Resolver<Maybe<ResolversTypes['Story']>, ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['DeliveryFailure']>, ParentType, ContextType>;
};

export type CrosspostConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CrosspostConnection'] = ResolversParentTypes['CrosspostConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CrosspostEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Crosspost']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CrosspostEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CrosspostEdge'] = ResolversParentTypes['CrosspostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Crosspost']>, ParentType, ContextType>;
};

export type LinkErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LinkError'] = ResolversParentTypes['LinkError']> = {
  code?: Resolver<ResolversTypes['LinkErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConsentError'] = ResolversParentTypes['ConsentError']> = {
  code?: Resolver<ResolversTypes['ConsentErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CrosspostErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CrosspostError'] = ResolversParentTypes['CrosspostError']> = {
  code?: Resolver<ResolversTypes['CrosspostErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkRequestPayloadResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LinkRequestPayload'] = ResolversParentTypes['LinkRequestPayload']> = {
  linkRequest?: Resolver<Maybe<ResolversTypes['LinkRequest']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['LinkError']>, ParentType, ContextType>;
};

export type LinkPayloadResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LinkPayload'] = ResolversParentTypes['LinkPayload']> = {
  link?: Resolver<Maybe<ResolversTypes['Link']>, ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['LinkError']>, ParentType, ContextType>;
};

export type ConsentPayloadResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConsentPayload'] = ResolversParentTypes['ConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['ConsentError']>, ParentType, ContextType>;
};

export type FeaturePayloadResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['FeaturePayload'] = ResolversParentTypes['FeaturePayload']> = {
  feature?: Resolver<Maybe<ResolversTypes['FeatureSetting']>, ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['ConsentError']>, ParentType, ContextType>;
};

export type CrosspostPayloadResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CrosspostPayload'] = ResolversParentTypes['CrosspostPayload']> = {
  crosspost?: Resolver<Maybe<ResolversTypes['Crosspost']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['CrosspostError']>, ParentType, ContextType>;
};

export type AutoCrosspostPayloadResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AutoCrosspostPayload'] = ResolversParentTypes['AutoCrosspostPayload']> = {
  autoCrosspost?: Resolver<Maybe<ResolversTypes['AutoCrosspost']>, ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['CrosspostError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  requestLink?: Resolver<Maybe<ResolversTypes['LinkRequestPayload']>, ParentType, ContextType, RequireFields<MutationRequestLinkArgs, 'input'>>;
  openLink?: Resolver<Maybe<ResolversTypes['LinkRequestPayload']>, ParentType, ContextType, RequireFields<MutationOpenLinkArgs, 'input'>>;
  confirmLink?: Resolver<Maybe<ResolversTypes['LinkRequestPayload']>, ParentType, ContextType, RequireFields<MutationConfirmLinkArgs, 'input'>>;
  approveLink?: Resolver<Maybe<ResolversTypes['LinkRequestPayload']>, ParentType, ContextType, RequireFields<MutationApproveLinkArgs, 'input'>>;
  rejectLink?: Resolver<Maybe<ResolversTypes['LinkRequestPayload']>, ParentType, ContextType, RequireFields<MutationRejectLinkArgs, 'input'>>;
  setLinkVisibility?: Resolver<Maybe<ResolversTypes['LinkPayload']>, ParentType, ContextType, RequireFields<MutationSetLinkVisibilityArgs, 'input'>>;
  pauseLink?: Resolver<Maybe<ResolversTypes['LinkPayload']>, ParentType, ContextType, RequireFields<MutationPauseLinkArgs, 'input'>>;
  resumeLink?: Resolver<Maybe<ResolversTypes['LinkPayload']>, ParentType, ContextType, RequireFields<MutationResumeLinkArgs, 'input'>>;
  unlink?: Resolver<Maybe<ResolversTypes['LinkPayload']>, ParentType, ContextType, RequireFields<MutationUnlinkArgs, 'input'>>;
  setConsent?: Resolver<Maybe<ResolversTypes['ConsentPayload']>, ParentType, ContextType, RequireFields<MutationSetConsentArgs, 'input'>>;
  setFeature?: Resolver<Maybe<ResolversTypes['FeaturePayload']>, ParentType, ContextType, RequireFields<MutationSetFeatureArgs, 'input'>>;
  crosspostStatus?: Resolver<Maybe<ResolversTypes['CrosspostPayload']>, ParentType, ContextType, RequireFields<MutationCrosspostStatusArgs, 'input'>>;
  updateCrosspost?: Resolver<Maybe<ResolversTypes['CrosspostPayload']>, ParentType, ContextType, RequireFields<MutationUpdateCrosspostArgs, 'input'>>;
  setAutoCrosspost?: Resolver<Maybe<ResolversTypes['AutoCrosspostPayload']>, ParentType, ContextType, RequireFields<MutationSetAutoCrosspostArgs, 'input'>>;
  retractCrosspost?: Resolver<Maybe<ResolversTypes['CrosspostPayload']>, ParentType, ContextType, RequireFields<MutationRetractCrosspostArgs, 'input'>>;
  retryCrosspost?: Resolver<Maybe<ResolversTypes['CrosspostPayload']>, ParentType, ContextType, RequireFields<MutationRetryCrosspostArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  crosspostChanged?: SubscriptionResolver<Maybe<ResolversTypes['Crosspost']>, "crosspostChanged", ParentType, ContextType, RequireFields<SubscriptionCrosspostChangedArgs, 'crosspostId'>>;
  viewerChanged?: SubscriptionResolver<Maybe<ResolversTypes['Viewer']>, "viewerChanged", ParentType, ContextType>;
};

export type Resolvers<ContextType = unknown> = {
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  Profile?: ProfileResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  MessengerProfile?: MessengerProfileResolvers<ContextType>;
  PhotoProfile?: PhotoProfileResolvers<ContextType>;
  SocialProfile?: SocialProfileResolvers<ContextType>;
  Status?: StatusResolvers<ContextType>;
  PhotoStory?: PhotoStoryResolvers<ContextType>;
  SocialStory?: SocialStoryResolvers<ContextType>;
  Story?: StoryResolvers<ContextType>;
  ProfileConnection?: ProfileConnectionResolvers<ContextType>;
  ProfileEdge?: ProfileEdgeResolvers<ContextType>;
  Account?: AccountResolvers<ContextType>;
  Link?: LinkResolvers<ContextType>;
  LinkRequest?: LinkRequestResolvers<ContextType>;
  ConsentOfferChoice?: ConsentOfferChoiceResolvers<ContextType>;
  ConsentOffer?: ConsentOfferResolvers<ContextType>;
  Recipient?: RecipientResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  ConsentEvent?: ConsentEventResolvers<ContextType>;
  Notice?: NoticeResolvers<ContextType>;
  FeatureSetting?: FeatureSettingResolvers<ContextType>;
  SharedSetting?: SharedSettingResolvers<ContextType>;
  SettingValue?: SettingValueResolvers<ContextType>;
  BooleanSetting?: BooleanSettingResolvers<ContextType>;
  ChoiceSetting?: ChoiceSettingResolvers<ContextType>;
  SettingConflict?: SettingConflictResolvers<ContextType>;
  AutoCrosspost?: AutoCrosspostResolvers<ContextType>;
  Avatar?: AvatarResolvers<ContextType>;
  AvatarConnection?: AvatarConnectionResolvers<ContextType>;
  AvatarEdge?: AvatarEdgeResolvers<ContextType>;
  Sticker?: StickerResolvers<ContextType>;
  StickerConnection?: StickerConnectionResolvers<ContextType>;
  StickerEdge?: StickerEdgeResolvers<ContextType>;
  LedgerHead?: LedgerHeadResolvers<ContextType>;
  LedgerRecord?: LedgerRecordResolvers<ContextType>;
  LedgerRecordConnection?: LedgerRecordConnectionResolvers<ContextType>;
  LedgerRecordEdge?: LedgerRecordEdgeResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  DataUse?: DataUseResolvers<ContextType>;
  DataUseConnection?: DataUseConnectionResolvers<ContextType>;
  DataUseEdge?: DataUseEdgeResolvers<ContextType>;
  Crosspost?: CrosspostResolvers<ContextType>;
  CrosspostDelivery?: CrosspostDeliveryResolvers<ContextType>;
  CrosspostConnection?: CrosspostConnectionResolvers<ContextType>;
  CrosspostEdge?: CrosspostEdgeResolvers<ContextType>;
  LinkError?: LinkErrorResolvers<ContextType>;
  ConsentError?: ConsentErrorResolvers<ContextType>;
  CrosspostError?: CrosspostErrorResolvers<ContextType>;
  LinkRequestPayload?: LinkRequestPayloadResolvers<ContextType>;
  LinkPayload?: LinkPayloadResolvers<ContextType>;
  ConsentPayload?: ConsentPayloadResolvers<ContextType>;
  FeaturePayload?: FeaturePayloadResolvers<ContextType>;
  CrosspostPayload?: CrosspostPayloadResolvers<ContextType>;
  AutoCrosspostPayload?: AutoCrosspostPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = unknown> = {
  person?: PersonDirectiveResolver<any, any, ContextType>;
  consented?: ConsentedDirectiveResolver<any, any, ContextType>;
  uses?: UsesDirectiveResolver<any, any, ContextType>;
  sealed?: SealedDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
};

