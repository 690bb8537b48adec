// Generated from schema/messenger.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProfileRow, SettingsRow, StatusRow, DeviceRow, ConversationRow, MessageRow } from '../rows.ts';
import type { Context } from '../context.ts';
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
  /** A capability to read one person's data for one purpose, once decided: opaque to all but its source. Never in the public graph. */
  Grant: { input: string; output: string; }
  /** A category of the published vocabulary; never free text. */
  Topic: { input: string; output: string; }
  /** A moment in UTC with milliseconds, as ISO 8601: `2026-11-05T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** An MLS message (RFC 9420) in base64url without padding. Only the devices of its group can read what is inside. */
  Ciphertext: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** The closed family of apps. */
export type App =
  /** The messenger: contacts, 24-hour statuses and sealed conversations. */
  | 'MESSENGER'
  /** The photo app. */
  | 'PHOTO'
  /** The social app. */
  | 'SOCIAL';

/** Whatever can be fetched again by its id. */
export type Node = {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
};

/** This app's part of a profile; accounts adds avatar, account and linkedProfiles. */
export type Profile = {
  /** Opaque, unrelated to the ids of the same person in other apps. */
  id: Scalars['ID']['output'];
  /** The app that this profile belongs to. */
  app: App;
  /** The name to show; visible to anybody who knows the id. */
  displayName: Scalars['String']['output'];
};

/** A refusal that a person can do something about. Each domain has its own codes. */
export type UserError = {
  /** What must hold, what came instead and what to do, in English. */
  message: Scalars['String']['output'];
  /** Where in the input, relative to it: `["targets", "1"]`. Null when it concerns the input as a whole. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Where a page of a connection stands. Pages go forward only. */
export type PageInfo = {
  /** Whether more follows this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page began after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge, to be given as `after` for the next page; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  /** The viewer's own messenger profile: works without accounts. Null when signed out of the messenger. */
  messengerMe?: Maybe<MessengerProfile>;
  /**
   * The profile with exactly this handle (upper and lower case are the same, a leading @ is ignored), as its owner's
   * privacy allows: `settings.whoMayMessage` names who finds it. Null when there is none, when the owner does not let the
   * viewer find it, and when one of the two has blocked the other; these look alike.
   */
  messengerProfile?: Maybe<MessengerProfile>;
};


export type QueryMessengerProfileArgs = {
  handle: Scalars['String']['input'];
};

/**
 * A person in the messenger. `id`, `app`, `handle` and `displayName` are visible by id to anybody; the rest as each field
 * says. Nothing but these four is visible between two people of whom one has blocked the other.
 */
export type MessengerProfile = Profile & Node & {
  /** Opaque, unrelated to the ids of the same person in other apps. */
  id: Scalars['ID']['output'];
  /** Always MESSENGER. */
  app: App;
  /** Unique in the messenger, in lower case, without @: 2 to 30 of a-z, 0-9, dot, hyphen and underscore. */
  handle: Scalars['String']['output'];
  /** The name to show, 1 to 80 characters. */
  displayName: Scalars['String']['output'];
  /**
   * A line about oneself, at most 300 characters. For those whom `settings.whoMayMessage` of its owner allows; null for
   * others, and when there is none.
   */
  about?: Maybe<Scalars['String']['output']>;
  /**
   * Own profile, and members of a shared conversation. Null for anybody else and for clients other than the messenger;
   * empty when no device is registered.
   */
  devices?: Maybe<Array<Device>>;
  /** Own profile only, null for anybody else. */
  settings?: Maybe<MessengerSettings>;
  /**
   * Statuses that have not expired, newest first. The author sees all of their own; of the others each sees those whose
   * audience they are in: a status without an audience is for mutual contacts. For anybody else the connection is empty,
   * just as when there is no status.
   */
  statuses?: Maybe<StatusConnection>;
  /** Own profile only, null for anybody else and for clients other than the messenger. */
  conversations?: Maybe<ConversationConnection>;
  /**
   * Own profile only, null for anybody else: whom its owner has added, last added first. Whoever has blocked the owner is
   * left out without a gap.
   */
  contacts?: Maybe<MessengerProfileConnection>;
  /** Own profile only, null for anybody else: whom its owner has blocked, last blocked first. */
  blockedProfiles?: Maybe<MessengerProfileConnection>;
  /**
   * Set by business profiles; the source of their contacts' topics. Visible like `about`; null when hidden and for people
   * who are no business.
   */
  businessCategory?: Maybe<Scalars['Topic']['output']>;
};


/**
 * A person in the messenger. `id`, `app`, `handle` and `displayName` are visible by id to anybody; the rest as each field
 * says. Nothing but these four is visible between two people of whom one has blocked the other.
 */
export type MessengerProfileStatusesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the messenger. `id`, `app`, `handle` and `displayName` are visible by id to anybody; the rest as each field
 * says. Nothing but these four is visible between two people of whom one has blocked the other.
 */
export type MessengerProfileConversationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the messenger. `id`, `app`, `handle` and `displayName` are visible by id to anybody; the rest as each field
 * says. Nothing but these four is visible between two people of whom one has blocked the other.
 */
export type MessengerProfileContactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the messenger. `id`, `app`, `handle` and `displayName` are visible by id to anybody; the rest as each field
 * says. Nothing but these four is visible between two people of whom one has blocked the other.
 */
export type MessengerProfileBlockedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Who may do a thing. The same three values in every app. */
export type Reach =
  /** Nobody but the owner. */
  | 'NOBODY'
  /** The people the owner is connected with: contacts, friends, or followers the owner accepted. */
  | 'CONNECTIONS'
  /** Everybody, also people who are signed out. */
  | 'EVERYONE';

/** What a person has chosen in the messenger. Visible to its owner only. */
export type MessengerSettings = {
  /** Who finds the profile by its handle, sees `about` and may start a conversation; CONNECTIONS are the owner's contacts. */
  whoMayMessage: Reach;
  /** Who sees when the owner was last here; CONNECTIONS are the owner's contacts. */
  lastSeen: Reach;
  /** The look of the app, for example `light`, `dark` or `system`. */
  theme: Scalars['String']['output'];
  /** The language of the app as a BCP 47 tag, for example `en` or `de-CH`. */
  language: Scalars['String']['output'];
};

/** What the messenger lets another app use to choose advertisements for a person who consented to it. Never public. */
export type MessengerAdSignals = {
  /** The capability that this was read by. */
  grant: Scalars['Grant']['output'];
  /** Categories of the business profiles among the person's contacts. */
  topics: Array<Scalars['Topic']['output']>;
  /** When the grant expires; the values must not be used after it. */
  validUntil: Scalars['DateTime']['output'];
};

/** What the messenger lets another app use to personalise for a person who consented to it. Never public. */
export type MessengerPersonalizationSignals = {
  /** The capability that this was read by. */
  grant: Scalars['Grant']['output'];
  /** Categories of the business profiles among the person's contacts. */
  topics: Array<Scalars['Topic']['output']>;
  /** When the grant expires; the values must not be used after it. */
  validUntil: Scalars['DateTime']['output'];
};

/** What the messenger lets another app use to improve itself for a person who consented to it. Never public. */
export type MessengerImprovementSignals = {
  /** The capability that this was read by. */
  grant: Scalars['Grant']['output'];
  /** Days with a status or a contact added, of the last 30. */
  activeDays: Scalars['Int']['output'];
  /** When the grant expires; the values must not be used after it. */
  validUntil: Scalars['DateTime']['output'];
};

/** A device that holds keys of its owner. Visible to its owner and to members of a shared conversation. */
export type Device = {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** What its owner calls it, for example `Phone`. */
  name: Scalars['String']['output'];
  /** The public MLS signature key, in base64url without padding. */
  identityKey: Scalars['String']['output'];
  /** When it was registered. */
  addedAt: Scalars['DateTime']['output'];
  /** How many published key packages nobody has claimed yet. Own devices only, null for anybody else. */
  keyPackagesLeft?: Maybe<Scalars['Int']['output']>;
};

/**
 * Something that its author shows for 24 hours. Visible to its author and to its audience, unless one of the two has
 * blocked the other; one that expired, was deleted or may not be seen is null everywhere.
 */
export type Status = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** Who posted it. */
  author: MessengerProfile;
  /** What the sealed content is; it is not known from the ciphertext. */
  kind: StatusKind;
  /**
   * One MLS message to the author's status audience (a Conversation of kind STATUS_AUDIENCE). Null for a status that was
   * posted without sealed content, as those of the demo people are.
   */
  ciphertext?: Maybe<Scalars['Ciphertext']['output']>;
  /** When it was posted. */
  postedAt: Scalars['DateTime']['output'];
  /** Exactly 24 hours after `postedAt`; from this millisecond on the status is served to nobody. */
  expiresAt: Scalars['DateTime']['output'];
  /**
   * Who has viewed it, last viewed first. The author only, null for anybody else. Who has blocked the author or was blocked
   * by them is left out without a gap.
   */
  viewers?: Maybe<MessengerProfileConnection>;
};


/**
 * Something that its author shows for 24 hours. Visible to its author and to its audience, unless one of the two has
 * blocked the other; one that expired, was deleted or may not be seen is null everywhere.
 */
export type StatusViewersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What a status is, as its author says. */
export type StatusKind =
  /** Written words. */
  | 'TEXT'
  /** A picture. */
  | 'IMAGE'
  /** A moving picture. */
  | 'VIDEO';

/** A page of statuses. */
export type StatusConnection = {
  /** The statuses with a cursor each. */
  edges: Array<StatusEdge>;
  /** The statuses alone; one that is gone since is null. */
  nodes: Array<Maybe<Status>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A status in its place in a list. */
export type StatusEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The status; null when it is gone since. */
  node?: Maybe<Status>;
};

/** A page of profiles. */
export type MessengerProfileConnection = {
  /** The profiles with a cursor each. */
  edges: Array<MessengerProfileEdge>;
  /** The profiles alone; one that is gone since is null. */
  nodes: Array<Maybe<MessengerProfile>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A profile in its place in a list. */
export type MessengerProfileEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The profile; null when it is gone since. */
  node?: Maybe<MessengerProfile>;
};

/** What a conversation is for. */
export type ConversationKind =
  /** Two people. */
  | 'DIRECT'
  /** Any number of people. */
  | 'GROUP'
  /** One author and those who may read their statuses. */
  | 'STATUS_AUDIENCE';

/**
 * An MLS group (RFC 9420). The server orders its messages and knows its members, never its keys. Visible to its members in
 * the messenger, null for anybody else.
 */
export type Conversation = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** What it is for. */
  kind: ConversationKind;
  /** The MLS epoch: how many commits the group has accepted. */
  epoch: Scalars['Int']['output'];
  /** Everybody who is in it now. */
  members: Array<MessengerProfile>;
  /** Its messages, oldest first. Members only, null for anybody else. */
  messages?: Maybe<EncryptedMessageConnection>;
};


/**
 * An MLS group (RFC 9420). The server orders its messages and knows its members, never its keys. Visible to its members in
 * the messenger, null for anybody else.
 */
export type ConversationMessagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of conversations. */
export type ConversationConnection = {
  /** The conversations with a cursor each. */
  edges: Array<ConversationEdge>;
  /** The conversations alone; one that is gone since is null. */
  nodes: Array<Maybe<Conversation>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A conversation in its place in a list. */
export type ConversationEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The conversation; null when it is gone since. */
  node?: Maybe<Conversation>;
};

/** One sealed message of a conversation. Visible to its members in the messenger, null for anybody else. */
export type EncryptedMessage = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** The conversation it was sent to. */
  conversation: Conversation;
  /** The device that sent it; the id of a Device. */
  senderDeviceId: Scalars['ID']['output'];
  /** What MLS does with it. */
  kind: EncryptedMessageKind;
  /** The MLS message itself. */
  ciphertext: Scalars['Ciphertext']['output'];
  /** When the server took it in and gave it its place. */
  sentAt: Scalars['DateTime']['output'];
};

/** What MLS does with a message. */
export type EncryptedMessageKind =
  /** Content for people. */
  | 'APPLICATION'
  /** A change of the group's members or keys. */
  | 'COMMIT'
  /** An invitation of new members. */
  | 'WELCOME';

/** A page of messages. */
export type EncryptedMessageConnection = {
  /** The messages with a cursor each. */
  edges: Array<EncryptedMessageEdge>;
  /** The messages alone; one that is gone since is null. */
  nodes: Array<Maybe<EncryptedMessage>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A message in its place in a list. */
export type EncryptedMessageEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The message; null when it is gone since. */
  node?: Maybe<EncryptedMessage>;
};

/** Why the messenger refuses a thing. */
export type MessengerErrorCode =
  /** No device of the viewer has this id. */
  | 'DEVICE_UNKNOWN'
  /** The status does not exist, has expired, was deleted or is somebody else's. */
  | 'STATUS_GONE'
  /** The viewer is in no conversation with this id that may be used for this. */
  | 'NOT_A_MEMBER'
  /** The group has moved on: fetch what was missed and try again. */
  | 'EPOCH_OUTDATED'
  /** The ciphertext is not one sealed MLS message. */
  | 'NOT_AN_MLS_MESSAGE'
  /** The ciphertext is longer than a message may be. */
  | 'CIPHERTEXT_TOO_LARGE'
  /** No profile has this id, or its owner has blocked the viewer. */
  | 'PROFILE_NOT_FOUND'
  /** The viewer has blocked this profile. */
  | 'BLOCKED'
  /** This cannot be done to one's own profile. */
  | 'OWN_PROFILE'
  /** The idempotency key was used before, with another input. */
  | 'IDEMPOTENCY_KEY_REUSED';

/** A refusal of the messenger. */
export type MessengerError = UserError & {
  /** For programs. */
  code: MessengerErrorCode;
  /** What must hold, what came instead and what to do, in English. */
  message: Scalars['String']['output'];
  /** Where in the input, relative to it: `["statusId"]`. Null when it concerns the input as a whole. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A new status. */
export type PostStatusInput = {
  /** What the sealed content is. */
  kind: StatusKind;
  /** Who may see it: a Conversation of kind STATUS_AUDIENCE of the viewer. Null: mutual contacts. */
  audienceId?: InputMaybe<Scalars['ID']['input']>;
  /** One sealed MLS application message (RFC 9420, PrivateMessage), at most 65,536 bytes. Null: no content. */
  ciphertext?: InputMaybe<Scalars['Ciphertext']['input']>;
  /** Chosen by the client, 1 to 128 characters: a retry with the same key and input answers the same status. */
  idempotencyKey: Scalars['ID']['input'];
};

/** What came of it. */
export type PostStatusPayload = {
  /** The new status; null when refused, as a retry is that comes after the status has expired or was deleted. */
  status?: Maybe<Status>;
  /** Why it was refused; empty when it was done. */
  errors: Array<MessengerError>;
};

/** A status to take back. */
export type DeleteStatusInput = {
  /** A status of the viewer. */
  statusId: Scalars['ID']['input'];
};

/** What came of it. */
export type DeleteStatusPayload = {
  /** The status as it was; null when refused. It is served to nobody from now on. */
  status?: Maybe<Status>;
  /** Why it was refused; empty when it was done. */
  errors: Array<MessengerError>;
};

/** Somebody to add. */
export type AddContactInput = {
  /** Whom to add. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type AddContactPayload = {
  /** The profile that is a contact now; null when refused. */
  profile?: Maybe<MessengerProfile>;
  /** Why it was refused; empty when it was done, also when the profile was a contact already. */
  errors: Array<MessengerError>;
};

/** A contact to remove. */
export type RemoveContactInput = {
  /** Whom to remove. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type RemoveContactPayload = {
  /** The profile that is no contact now; null when refused. */
  profile?: Maybe<MessengerProfile>;
  /** Why it was refused; empty when it was done, also when the profile was no contact. */
  errors: Array<MessengerError>;
};

/** Somebody to block. */
export type BlockMessengerProfileInput = {
  /** Whom to block. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type BlockMessengerProfilePayload = {
  /** The profile that is blocked now; null when refused. */
  profile?: Maybe<MessengerProfile>;
  /** Why it was refused; empty when it was done, also when the profile was blocked already. */
  errors: Array<MessengerError>;
};

/** Somebody to block no longer. */
export type UnblockMessengerProfileInput = {
  /** Whom to unblock. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type UnblockMessengerProfilePayload = {
  /** The profile that is not blocked now; null when refused. */
  profile?: Maybe<MessengerProfile>;
  /** Why it was refused; empty when it was done, also when the profile was not blocked. */
  errors: Array<MessengerError>;
};

export type Mutation = {
  /** Shows a status to the viewer's audience for 24 hours. */
  postStatus?: Maybe<PostStatusPayload>;
  /** Takes a status of the viewer back before it expires. */
  deleteStatus?: Maybe<DeleteStatusPayload>;
  /**
   * Adds somebody to the viewer's contacts: a note in the viewer's own book that needs nobody's consent and opens nothing
   * of the other. It opens to them what the viewer shows to contacts, and statuses once both have added each other.
   */
  addContact?: Maybe<AddContactPayload>;
  /** Removes somebody from the viewer's contacts; the other's contacts stay as they are. */
  removeContact?: Maybe<RemoveContactPayload>;
  /**
   * Hides two people from one another, in look-up, lists and content, at once and both ways, and removes each from the
   * other's contacts. The other is not told.
   */
  blockMessengerProfile?: Maybe<BlockMessengerProfilePayload>;
  /** Ends the viewer's own block. Contacts that it removed do not come back; a block by the other stays. */
  unblockMessengerProfile?: Maybe<UnblockMessengerProfilePayload>;
};


export type MutationPostStatusArgs = {
  input: PostStatusInput;
};


export type MutationDeleteStatusArgs = {
  input: DeleteStatusInput;
};


export type MutationAddContactArgs = {
  input: AddContactInput;
};


export type MutationRemoveContactArgs = {
  input: RemoveContactInput;
};


export type MutationBlockMessengerProfileArgs = {
  input: BlockMessengerProfileInput;
};


export type MutationUnblockMessengerProfileArgs = {
  input: UnblockMessengerProfileInput;
};

export type Subscription = {
  /** Sealed messages as they arrive for one of the viewer's devices, those after the cursor first. */
  messageReceived?: Maybe<EncryptedMessage>;
  /** Statuses that the viewer may see, as they are posted. */
  statusPosted?: Maybe<Status>;
};


export type SubscriptionMessageReceivedArgs = {
  deviceId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
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
  MessengerProfile: MessengerProfile;
  MessengerAdSignals: MessengerAdSignals;
  MessengerPersonalizationSignals: MessengerPersonalizationSignals;
  MessengerImprovementSignals: MessengerImprovementSignals;
  Status: Status;
  Conversation: Conversation;
  EncryptedMessage: EncryptedMessage;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  MessengerProfile:
    ( { __typename: 'MessengerProfile' }
    & GraphQLRecursivePick<FederationTypes['MessengerProfile'], {"id":true}> );
  MessengerAdSignals:
    ( { __typename: 'MessengerAdSignals' }
    & GraphQLRecursivePick<FederationTypes['MessengerAdSignals'], {"grant":true}> );
  MessengerPersonalizationSignals:
    ( { __typename: 'MessengerPersonalizationSignals' }
    & GraphQLRecursivePick<FederationTypes['MessengerPersonalizationSignals'], {"grant":true}> );
  MessengerImprovementSignals:
    ( { __typename: 'MessengerImprovementSignals' }
    & GraphQLRecursivePick<FederationTypes['MessengerImprovementSignals'], {"grant":true}> );
  Status:
    ( { __typename: 'Status' }
    & GraphQLRecursivePick<FederationTypes['Status'], {"id":true}> );
  Conversation:
    ( { __typename: 'Conversation' }
    & GraphQLRecursivePick<FederationTypes['Conversation'], {"id":true}> );
  EncryptedMessage:
    ( { __typename: 'EncryptedMessage' }
    & GraphQLRecursivePick<FederationTypes['EncryptedMessage'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( ProfileRow )
    | ( StatusRow )
    | ( ConversationRow )
    | ( MessageRow )
  ;
  Profile: ( ProfileRow );
  UserError: ( Partial<MessengerError> );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Grant: ResolverTypeWrapper<Partial<Scalars['Grant']['output']>>;
  Topic: ResolverTypeWrapper<Partial<Scalars['Topic']['output']>>;
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  Ciphertext: ResolverTypeWrapper<Partial<Scalars['Ciphertext']['output']>>;
  App: ResolverTypeWrapper<Partial<App>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  Profile: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Profile']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  PageInfo: ResolverTypeWrapper<Partial<PageInfo>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MessengerProfile: ResolverTypeWrapper<ProfileRow>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  Reach: ResolverTypeWrapper<Partial<Reach>>;
  MessengerSettings: ResolverTypeWrapper<SettingsRow>;
  MessengerAdSignals: ResolverTypeWrapper<Partial<MessengerAdSignals>>;
  MessengerPersonalizationSignals: ResolverTypeWrapper<Partial<MessengerPersonalizationSignals>>;
  MessengerImprovementSignals: ResolverTypeWrapper<Partial<MessengerImprovementSignals>>;
  Device: ResolverTypeWrapper<DeviceRow>;
  Status: ResolverTypeWrapper<StatusRow>;
  StatusKind: ResolverTypeWrapper<Partial<StatusKind>>;
  StatusConnection: ResolverTypeWrapper<Partial<Omit<StatusConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['StatusEdge']>, nodes: Array<Maybe<ResolversTypes['Status']>> }>>;
  StatusEdge: ResolverTypeWrapper<Partial<Omit<StatusEdge, 'node'> & { node?: Maybe<ResolversTypes['Status']> }>>;
  MessengerProfileConnection: ResolverTypeWrapper<Partial<Omit<MessengerProfileConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MessengerProfileEdge']>, nodes: Array<Maybe<ResolversTypes['MessengerProfile']>> }>>;
  MessengerProfileEdge: ResolverTypeWrapper<Partial<Omit<MessengerProfileEdge, 'node'> & { node?: Maybe<ResolversTypes['MessengerProfile']> }>>;
  ConversationKind: ResolverTypeWrapper<Partial<ConversationKind>>;
  Conversation: ResolverTypeWrapper<ConversationRow>;
  ConversationConnection: ResolverTypeWrapper<Partial<Omit<ConversationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ConversationEdge']>, nodes: Array<Maybe<ResolversTypes['Conversation']>> }>>;
  ConversationEdge: ResolverTypeWrapper<Partial<Omit<ConversationEdge, 'node'> & { node?: Maybe<ResolversTypes['Conversation']> }>>;
  EncryptedMessage: ResolverTypeWrapper<MessageRow>;
  EncryptedMessageKind: ResolverTypeWrapper<Partial<EncryptedMessageKind>>;
  EncryptedMessageConnection: ResolverTypeWrapper<Partial<Omit<EncryptedMessageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['EncryptedMessageEdge']>, nodes: Array<Maybe<ResolversTypes['EncryptedMessage']>> }>>;
  EncryptedMessageEdge: ResolverTypeWrapper<Partial<Omit<EncryptedMessageEdge, 'node'> & { node?: Maybe<ResolversTypes['EncryptedMessage']> }>>;
  MessengerErrorCode: ResolverTypeWrapper<Partial<MessengerErrorCode>>;
  MessengerError: ResolverTypeWrapper<Partial<MessengerError>>;
  PostStatusInput: ResolverTypeWrapper<Partial<PostStatusInput>>;
  PostStatusPayload: ResolverTypeWrapper<Partial<Omit<PostStatusPayload, 'status'> & { status?: Maybe<ResolversTypes['Status']> }>>;
  DeleteStatusInput: ResolverTypeWrapper<Partial<DeleteStatusInput>>;
  DeleteStatusPayload: ResolverTypeWrapper<Partial<Omit<DeleteStatusPayload, 'status'> & { status?: Maybe<ResolversTypes['Status']> }>>;
  AddContactInput: ResolverTypeWrapper<Partial<AddContactInput>>;
  AddContactPayload: ResolverTypeWrapper<Partial<Omit<AddContactPayload, 'profile'> & { profile?: Maybe<ResolversTypes['MessengerProfile']> }>>;
  RemoveContactInput: ResolverTypeWrapper<Partial<RemoveContactInput>>;
  RemoveContactPayload: ResolverTypeWrapper<Partial<Omit<RemoveContactPayload, 'profile'> & { profile?: Maybe<ResolversTypes['MessengerProfile']> }>>;
  BlockMessengerProfileInput: ResolverTypeWrapper<Partial<BlockMessengerProfileInput>>;
  BlockMessengerProfilePayload: ResolverTypeWrapper<Partial<Omit<BlockMessengerProfilePayload, 'profile'> & { profile?: Maybe<ResolversTypes['MessengerProfile']> }>>;
  UnblockMessengerProfileInput: ResolverTypeWrapper<Partial<UnblockMessengerProfileInput>>;
  UnblockMessengerProfilePayload: ResolverTypeWrapper<Partial<Omit<UnblockMessengerProfilePayload, 'profile'> & { profile?: Maybe<ResolversTypes['MessengerProfile']> }>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Grant: Partial<Scalars['Grant']['output']>;
  Topic: Partial<Scalars['Topic']['output']>;
  DateTime: Partial<Scalars['DateTime']['output']>;
  Ciphertext: Partial<Scalars['Ciphertext']['output']>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Partial<Scalars['ID']['output']>;
  Profile: ResolversInterfaceTypes<ResolversParentTypes>['Profile'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  PageInfo: Partial<PageInfo>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  Query: Record<PropertyKey, never>;
  MessengerProfile: ProfileRow;
  Int: Partial<Scalars['Int']['output']>;
  MessengerSettings: SettingsRow;
  MessengerAdSignals: Partial<MessengerAdSignals | FederationReferenceTypes['MessengerAdSignals']>;
  MessengerPersonalizationSignals: Partial<MessengerPersonalizationSignals | FederationReferenceTypes['MessengerPersonalizationSignals']>;
  MessengerImprovementSignals: Partial<MessengerImprovementSignals | FederationReferenceTypes['MessengerImprovementSignals']>;
  Device: DeviceRow;
  Status: StatusRow;
  StatusConnection: Partial<Omit<StatusConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['StatusEdge']>, nodes: Array<Maybe<ResolversParentTypes['Status']>> }>;
  StatusEdge: Partial<Omit<StatusEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Status']> }>;
  MessengerProfileConnection: Partial<Omit<MessengerProfileConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MessengerProfileEdge']>, nodes: Array<Maybe<ResolversParentTypes['MessengerProfile']>> }>;
  MessengerProfileEdge: Partial<Omit<MessengerProfileEdge, 'node'> & { node?: Maybe<ResolversParentTypes['MessengerProfile']> }>;
  Conversation: ConversationRow;
  ConversationConnection: Partial<Omit<ConversationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ConversationEdge']>, nodes: Array<Maybe<ResolversParentTypes['Conversation']>> }>;
  ConversationEdge: Partial<Omit<ConversationEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Conversation']> }>;
  EncryptedMessage: MessageRow;
  EncryptedMessageConnection: Partial<Omit<EncryptedMessageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['EncryptedMessageEdge']>, nodes: Array<Maybe<ResolversParentTypes['EncryptedMessage']>> }>;
  EncryptedMessageEdge: Partial<Omit<EncryptedMessageEdge, 'node'> & { node?: Maybe<ResolversParentTypes['EncryptedMessage']> }>;
  MessengerError: Partial<MessengerError>;
  PostStatusInput: Partial<PostStatusInput>;
  PostStatusPayload: Partial<Omit<PostStatusPayload, 'status'> & { status?: Maybe<ResolversParentTypes['Status']> }>;
  DeleteStatusInput: Partial<DeleteStatusInput>;
  DeleteStatusPayload: Partial<Omit<DeleteStatusPayload, 'status'> & { status?: Maybe<ResolversParentTypes['Status']> }>;
  AddContactInput: Partial<AddContactInput>;
  AddContactPayload: Partial<Omit<AddContactPayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['MessengerProfile']> }>;
  RemoveContactInput: Partial<RemoveContactInput>;
  RemoveContactPayload: Partial<Omit<RemoveContactPayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['MessengerProfile']> }>;
  BlockMessengerProfileInput: Partial<BlockMessengerProfileInput>;
  BlockMessengerProfilePayload: Partial<Omit<BlockMessengerProfilePayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['MessengerProfile']> }>;
  UnblockMessengerProfileInput: Partial<UnblockMessengerProfileInput>;
  UnblockMessengerProfilePayload: Partial<Omit<UnblockMessengerProfilePayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['MessengerProfile']> }>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  String: Partial<Scalars['String']['output']>;
};

export type PersonDirectiveArgs = {
  app: Scalars['String']['input'];
};

export type PersonDirectiveResolver<Result, Parent, ContextType = Context, Args = PersonDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ConsentedDirectiveArgs = {
  from: Scalars['String']['input'];
  purpose: Scalars['String']['input'];
};

export type ConsentedDirectiveResolver<Result, Parent, ContextType = Context, Args = ConsentedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type UsesDirectiveArgs = {
  purpose: Scalars['String']['input'];
};

export type UsesDirectiveResolver<Result, Parent, ContextType = Context, Args = UsesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SealedDirectiveArgs = { };

export type SealedDirectiveResolver<Result, Parent, ContextType = Context, Args = SealedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OpenDirectiveArgs = { };

export type OpenDirectiveResolver<Result, Parent, ContextType = Context, Args = OpenDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface GrantScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Grant'], any> {
  name: 'Grant';
}

export interface TopicScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Topic'], any> {
  name: 'Topic';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface CiphertextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Ciphertext'], any> {
  name: 'Ciphertext';
}

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'MessengerProfile' | 'Status' | 'Conversation' | 'EncryptedMessage', ParentType, ContextType>;
};

export type ProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Profile'] = ResolversParentTypes['Profile']> = {
  __resolveType: TypeResolveFn<'MessengerProfile', ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'MessengerError', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  messengerMe?: Resolver<Maybe<ResolversTypes['MessengerProfile']>, ParentType, ContextType>;
  messengerProfile?: Resolver<Maybe<ResolversTypes['MessengerProfile']>, ParentType, ContextType, RequireFields<QueryMessengerProfileArgs, 'handle'>>;
};

export type MessengerProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerProfile'] = ResolversParentTypes['MessengerProfile'], FederationReferenceType extends FederationReferenceTypes['MessengerProfile'] = FederationReferenceTypes['MessengerProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessengerProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  handle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  devices?: Resolver<Maybe<Array<ResolversTypes['Device']>>, ParentType, ContextType>;
  settings?: Resolver<Maybe<ResolversTypes['MessengerSettings']>, ParentType, ContextType>;
  statuses?: Resolver<Maybe<ResolversTypes['StatusConnection']>, ParentType, ContextType, RequireFields<MessengerProfileStatusesArgs, 'first'>>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<MessengerProfileConversationsArgs, 'first'>>;
  contacts?: Resolver<Maybe<ResolversTypes['MessengerProfileConnection']>, ParentType, ContextType, RequireFields<MessengerProfileContactsArgs, 'first'>>;
  blockedProfiles?: Resolver<Maybe<ResolversTypes['MessengerProfileConnection']>, ParentType, ContextType, RequireFields<MessengerProfileBlockedProfilesArgs, 'first'>>;
  businessCategory?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessengerSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerSettings'] = ResolversParentTypes['MessengerSettings']> = {
  whoMayMessage?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  lastSeen?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessengerAdSignalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerAdSignals'] = ResolversParentTypes['MessengerAdSignals'], FederationReferenceType extends FederationReferenceTypes['MessengerAdSignals'] = FederationReferenceTypes['MessengerAdSignals']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessengerAdSignals']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MessengerPersonalizationSignalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerPersonalizationSignals'] = ResolversParentTypes['MessengerPersonalizationSignals'], FederationReferenceType extends FederationReferenceTypes['MessengerPersonalizationSignals'] = FederationReferenceTypes['MessengerPersonalizationSignals']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessengerPersonalizationSignals']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MessengerImprovementSignalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerImprovementSignals'] = ResolversParentTypes['MessengerImprovementSignals'], FederationReferenceType extends FederationReferenceTypes['MessengerImprovementSignals'] = FederationReferenceTypes['MessengerImprovementSignals']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessengerImprovementSignals']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  activeDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DeviceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  identityKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  keyPackagesLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Status'] = ResolversParentTypes['Status'], FederationReferenceType extends FederationReferenceTypes['Status'] = FederationReferenceTypes['Status']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Status']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['MessengerProfile'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StatusKind'], ParentType, ContextType>;
  ciphertext?: Resolver<Maybe<ResolversTypes['Ciphertext']>, ParentType, ContextType>;
  postedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  viewers?: Resolver<Maybe<ResolversTypes['MessengerProfileConnection']>, ParentType, ContextType, RequireFields<StatusViewersArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatusConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusConnection'] = ResolversParentTypes['StatusConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StatusEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Status']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StatusEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusEdge'] = ResolversParentTypes['StatusEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Status']>, ParentType, ContextType>;
};

export type MessengerProfileConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerProfileConnection'] = ResolversParentTypes['MessengerProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MessengerProfileEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['MessengerProfile']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessengerProfileEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerProfileEdge'] = ResolversParentTypes['MessengerProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['MessengerProfile']>, ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation'], FederationReferenceType extends FederationReferenceTypes['Conversation'] = FederationReferenceTypes['Conversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Conversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ConversationKind'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['MessengerProfile']>, ParentType, ContextType>;
  messages?: Resolver<Maybe<ResolversTypes['EncryptedMessageConnection']>, ParentType, ContextType, RequireFields<ConversationMessagesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Conversation']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
};

export type EncryptedMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EncryptedMessage'] = ResolversParentTypes['EncryptedMessage'], FederationReferenceType extends FederationReferenceTypes['EncryptedMessage'] = FederationReferenceTypes['EncryptedMessage']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['EncryptedMessage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  senderDeviceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EncryptedMessageKind'], ParentType, ContextType>;
  ciphertext?: Resolver<ResolversTypes['Ciphertext'], ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EncryptedMessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EncryptedMessageConnection'] = ResolversParentTypes['EncryptedMessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EncryptedMessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['EncryptedMessage']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EncryptedMessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EncryptedMessageEdge'] = ResolversParentTypes['EncryptedMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['EncryptedMessage']>, ParentType, ContextType>;
};

export type MessengerErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerError'] = ResolversParentTypes['MessengerError']> = {
  code?: Resolver<ResolversTypes['MessengerErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostStatusPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostStatusPayload'] = ResolversParentTypes['PostStatusPayload']> = {
  status?: Resolver<Maybe<ResolversTypes['Status']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MessengerError']>, ParentType, ContextType>;
};

export type DeleteStatusPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteStatusPayload'] = ResolversParentTypes['DeleteStatusPayload']> = {
  status?: Resolver<Maybe<ResolversTypes['Status']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MessengerError']>, ParentType, ContextType>;
};

export type AddContactPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddContactPayload'] = ResolversParentTypes['AddContactPayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['MessengerProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MessengerError']>, ParentType, ContextType>;
};

export type RemoveContactPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveContactPayload'] = ResolversParentTypes['RemoveContactPayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['MessengerProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MessengerError']>, ParentType, ContextType>;
};

export type BlockMessengerProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockMessengerProfilePayload'] = ResolversParentTypes['BlockMessengerProfilePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['MessengerProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MessengerError']>, ParentType, ContextType>;
};

export type UnblockMessengerProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockMessengerProfilePayload'] = ResolversParentTypes['UnblockMessengerProfilePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['MessengerProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MessengerError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  postStatus?: Resolver<Maybe<ResolversTypes['PostStatusPayload']>, ParentType, ContextType, RequireFields<MutationPostStatusArgs, 'input'>>;
  deleteStatus?: Resolver<Maybe<ResolversTypes['DeleteStatusPayload']>, ParentType, ContextType, RequireFields<MutationDeleteStatusArgs, 'input'>>;
  addContact?: Resolver<Maybe<ResolversTypes['AddContactPayload']>, ParentType, ContextType, RequireFields<MutationAddContactArgs, 'input'>>;
  removeContact?: Resolver<Maybe<ResolversTypes['RemoveContactPayload']>, ParentType, ContextType, RequireFields<MutationRemoveContactArgs, 'input'>>;
  blockMessengerProfile?: Resolver<Maybe<ResolversTypes['BlockMessengerProfilePayload']>, ParentType, ContextType, RequireFields<MutationBlockMessengerProfileArgs, 'input'>>;
  unblockMessengerProfile?: Resolver<Maybe<ResolversTypes['UnblockMessengerProfilePayload']>, ParentType, ContextType, RequireFields<MutationUnblockMessengerProfileArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  messageReceived?: SubscriptionResolver<Maybe<ResolversTypes['EncryptedMessage']>, "messageReceived", ParentType, ContextType, RequireFields<SubscriptionMessageReceivedArgs, 'deviceId'>>;
  statusPosted?: SubscriptionResolver<Maybe<ResolversTypes['Status']>, "statusPosted", ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Grant?: GraphQLScalarType;
  Topic?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Ciphertext?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  Profile?: ProfileResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  MessengerProfile?: MessengerProfileResolvers<ContextType>;
  MessengerSettings?: MessengerSettingsResolvers<ContextType>;
  MessengerAdSignals?: MessengerAdSignalsResolvers<ContextType>;
  MessengerPersonalizationSignals?: MessengerPersonalizationSignalsResolvers<ContextType>;
  MessengerImprovementSignals?: MessengerImprovementSignalsResolvers<ContextType>;
  Device?: DeviceResolvers<ContextType>;
  Status?: StatusResolvers<ContextType>;
  StatusConnection?: StatusConnectionResolvers<ContextType>;
  StatusEdge?: StatusEdgeResolvers<ContextType>;
  MessengerProfileConnection?: MessengerProfileConnectionResolvers<ContextType>;
  MessengerProfileEdge?: MessengerProfileEdgeResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  EncryptedMessage?: EncryptedMessageResolvers<ContextType>;
  EncryptedMessageConnection?: EncryptedMessageConnectionResolvers<ContextType>;
  EncryptedMessageEdge?: EncryptedMessageEdgeResolvers<ContextType>;
  MessengerError?: MessengerErrorResolvers<ContextType>;
  PostStatusPayload?: PostStatusPayloadResolvers<ContextType>;
  DeleteStatusPayload?: DeleteStatusPayloadResolvers<ContextType>;
  AddContactPayload?: AddContactPayloadResolvers<ContextType>;
  RemoveContactPayload?: RemoveContactPayloadResolvers<ContextType>;
  BlockMessengerProfilePayload?: BlockMessengerProfilePayloadResolvers<ContextType>;
  UnblockMessengerProfilePayload?: UnblockMessengerProfilePayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  person?: PersonDirectiveResolver<any, any, ContextType>;
  consented?: ConsentedDirectiveResolver<any, any, ContextType>;
  uses?: UsesDirectiveResolver<any, any, ContextType>;
  sealed?: SealedDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
};

