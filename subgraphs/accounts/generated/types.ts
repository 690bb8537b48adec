// Generated from schema/accounts.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccountRow, RequestRow } from '../rows.ts';
import type { ConsentView, DeliveryView, FeatureView, LinkView } from '../views.ts';
import type { CatalogueFlow, RecipientRow } from '../rules/catalogue.ts';
import type { CrosspostRow } from '../crossposts/rows.ts';
import type { DataUseView } from '../resolvers/dataUses.ts';
import type { Reference } from '../references.ts';
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
  /** A moment in UTC with milliseconds, as ISO 8601: `2026-11-05T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A day in UTC, as ISO 8601: `2026-11-05`. */
  Date: { input: string; output: string; }
  /** An absolute URL. */
  URL: { input: string; output: string; }
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

/** What one app's data may serve in another, if the person consents; each by itself, none implies another. */
export type Purpose =
  /** To fit what an app shows to the person: suggestions, recommendations. */
  | 'PERSONALIZE'
  /** To measure and improve how an app works for the person. */
  | 'IMPROVE'
  /** To choose advertisements for the person. */
  | 'ADS';

/** What apps do together for a person who switches it on: one by one, and per direction. Reaches only that feature's data. */
export type Feature =
  /** Signing in to one app is signing in to the other. */
  | 'SIGN_ON'
  /** A shared setting that is changed in one app changes in the other. */
  | 'SYNC_SETTINGS'
  /** A status of the messenger can be shared as a story. */
  | 'CROSSPOST'
  /** Avatars and stickers of the accounts center show in the app. */
  | 'AVATARS';

/** Whatever can be fetched again by its id. */
export type Node = {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
};

/** A person in one app. The ids of one person in different apps have nothing in common. */
export type Profile = {
  /** Opaque, unrelated to the ids of the same person in other apps. */
  id: Scalars['ID']['output'];
  /** The app that this profile belongs to. */
  app: App;
  /** The avatar that its owner has set for this app; visible to anybody. Null when there is none. */
  avatar?: Maybe<Avatar>;
  /** The viewer's own stickers to pick from in this app; null for anybody else. */
  stickers?: Maybe<StickerConnection>;
  /** The account that the profile belongs to: for its owner in the accounts center only. Null for anybody else, and when the profile has none. */
  account?: Maybe<Account>;
  /**
   * Profiles of the same person in other apps, as far as the person shows them: both this profile's link and theirs are
   * visible. The owner sees all in the accounts center. Empty when there are none to see.
   */
  linkedProfiles?: Maybe<ProfileConnection>;
};


/** A person in one app. The ids of one person in different apps have nothing in common. */
export type ProfileStickersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person in one app. The ids of one person in different apps have nothing in common. */
export type ProfileLinkedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
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

/** What can be asked. Own-view fields are null, without an error, for whoever is signed out there. */
export type Query = {
  /**
   * How many profiles were active in an app in the last 30 days: yesterday's figure, the same for everybody, rounded down to
   * tens. Active is who did something in the app itself; looking is not counted. Null below 10, and while the app cannot
   * answer.
   */
  audienceCount?: Maybe<Scalars['Int']['output']>;
};


/** What can be asked. Own-view fields are null, without an error, for whoever is signed out there. */
export type QueryAudienceCountArgs = {
  app: App;
};

/** Who asks, by the token alone. Null for anonymous callers; nobody ever reads somebody else's. */
export type Viewer = {
  /** Opaque. Follows from the id of the profile that signed in. */
  id: Scalars['ID']['output'];
  /**
   * The viewer's account: of the first profile in the session that has one. In the accounts center only: null for every app,
   * and when nothing is linked.
   */
  account?: Maybe<Account>;
  /** Accounts that ended; their ledger can still be read. In the accounts center only, newest first: null for every app. */
  closedAccounts?: Maybe<Array<Account>>;
  /** Requests to link that this session's profiles have made or opened, newest first, each until it expires. Null for a partner's client. */
  linkRequests?: Maybe<Array<LinkRequest>>;
  /** In the messenger: where a status may be shared now; empty when nowhere. Null for every other client. */
  crosspostTargets?: Maybe<Array<App>>;
};

/** A person in the messenger. */
export type MessengerProfile = Profile & Node & {
  /** Opaque, unrelated to the ids of the same person in other apps. */
  id: Scalars['ID']['output'];
  /** Always MESSENGER. */
  app: App;
  /** The avatar that its owner has set for this app; visible to anybody. Null when there is none. */
  avatar?: Maybe<Avatar>;
  /** The viewer's own stickers to pick from in this app; null for anybody else. */
  stickers?: Maybe<StickerConnection>;
  /** The account that the profile belongs to: for its owner in the accounts center only. Null for anybody else, and when the profile has none. */
  account?: Maybe<Account>;
  /**
   * Profiles of the same person in other apps, as far as the person shows them: both this profile's link and theirs are
   * visible. The owner sees all in the accounts center. Empty when there are none to see.
   */
  linkedProfiles?: Maybe<ProfileConnection>;
};


/** A person in the messenger. */
export type MessengerProfileStickersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person in the messenger. */
export type MessengerProfileLinkedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A person in the photo app. */
export type PhotoProfile = Profile & Node & {
  /** Opaque, unrelated to the ids of the same person in other apps. */
  id: Scalars['ID']['output'];
  /** Always PHOTO. */
  app: App;
  /** The avatar that its owner has set for this app; visible to anybody. Null when there is none. */
  avatar?: Maybe<Avatar>;
  /** The viewer's own stickers to pick from in this app; null for anybody else. */
  stickers?: Maybe<StickerConnection>;
  /** The account that the profile belongs to: for its owner in the accounts center only. Null for anybody else, and when the profile has none. */
  account?: Maybe<Account>;
  /**
   * Profiles of the same person in other apps, as far as the person shows them: both this profile's link and theirs are
   * visible. The owner sees all in the accounts center. Empty when there are none to see.
   */
  linkedProfiles?: Maybe<ProfileConnection>;
};


/** A person in the photo app. */
export type PhotoProfileStickersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person in the photo app. */
export type PhotoProfileLinkedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A person in the social app. */
export type SocialProfile = Profile & Node & {
  /** Opaque, unrelated to the ids of the same person in other apps. */
  id: Scalars['ID']['output'];
  /** Always SOCIAL. */
  app: App;
  /** The avatar that its owner has set for this app; visible to anybody. Null when there is none. */
  avatar?: Maybe<Avatar>;
  /** The viewer's own stickers to pick from in this app; null for anybody else. */
  stickers?: Maybe<StickerConnection>;
  /** The account that the profile belongs to: for its owner in the accounts center only. Null for anybody else, and when the profile has none. */
  account?: Maybe<Account>;
  /**
   * Profiles of the same person in other apps, as far as the person shows them: both this profile's link and theirs are
   * visible. The owner sees all in the accounts center. Empty when there are none to see.
   */
  linkedProfiles?: Maybe<ProfileConnection>;
};


/** A person in the social app. */
export type SocialProfileStickersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person in the social app. */
export type SocialProfileLinkedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Something that a person shows in the messenger for 24 hours. */
export type Status = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** What was shared of it in other apps: for its author, in the messenger and in the accounts center. Null for anybody else, and when it was not shared. */
  crosspost?: Maybe<Crosspost>;
};

/** Something that a person shows in the photo app for 24 hours. */
export type PhotoStory = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
};

/** Something that a person shows in the social app for 24 hours. */
export type SocialStory = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
};

/** The copy of a status in another app. */
export type Story = PhotoStory | SocialStory;

/** A page of profiles of different apps. */
export type ProfileConnection = {
  /** The profiles with a cursor each. */
  edges: Array<ProfileEdge>;
  /** The profiles alone; null where that app cannot answer. */
  nodes: Array<Maybe<Profile>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A profile in its place in a list. */
export type ProfileEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The profile; null while that app cannot answer. */
  node?: Maybe<Profile>;
};

/**
 * The accounts center of one person: two or more profiles of different apps that the person has linked. For its own people
 * only, in the accounts center: `node(id)` of somebody else's is null as soon as another field is asked.
 */
export type Account = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** When it ended, because fewer than two links were left. Null while it is live. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The profiles that belong together, in the order in which they were linked; those that were unlinked too. */
  links?: Maybe<Array<Link>>;
  /** Every flow of data between the account's apps, NOT_ASKED included, that matches all arguments given. */
  consents?: Maybe<Array<Consent>>;
  /** Every feature in every direction between the account's apps, whether on or off. */
  features?: Maybe<Array<FeatureSetting>>;
  /** Settings that linked apps can keep in step. */
  settings?: Maybe<Array<SharedSetting>>;
  /** Where new statuses are shared without asking each time. */
  autoCrossposts?: Maybe<Array<AutoCrosspost>>;
  /** The person's avatars, newest first. */
  avatars?: Maybe<AvatarConnection>;
  /** What was shared in other apps, newest first. */
  crossposts?: Maybe<CrosspostConnection>;
  /** The raw, hash-chained records of every grant of data, oldest first. */
  ledger?: Maybe<LedgerRecordConnection>;
  /** The ledger by day, newest day first: who got what, for what, how often. */
  dataUses?: Maybe<DataUseConnection>;
  /** Where the ledger stands now, signed. Null while nothing was recorded. */
  ledgerHead?: Maybe<LedgerHead>;
  /** Where the person is signed in, last used first. */
  sessions?: Maybe<Array<Session>>;
};


/**
 * The accounts center of one person: two or more profiles of different apps that the person has linked. For its own people
 * only, in the accounts center: `node(id)` of somebody else's is null as soon as another field is asked.
 */
export type AccountConsentsArgs = {
  from?: InputMaybe<App>;
  to?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Purpose>;
};


/**
 * The accounts center of one person: two or more profiles of different apps that the person has linked. For its own people
 * only, in the accounts center: `node(id)` of somebody else's is null as soon as another field is asked.
 */
export type AccountAvatarsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The accounts center of one person: two or more profiles of different apps that the person has linked. For its own people
 * only, in the accounts center: `node(id)` of somebody else's is null as soon as another field is asked.
 */
export type AccountCrosspostsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The accounts center of one person: two or more profiles of different apps that the person has linked. For its own people
 * only, in the accounts center: `node(id)` of somebody else's is null as soon as another field is asked.
 */
export type AccountLedgerArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The accounts center of one person: two or more profiles of different apps that the person has linked. For its own people
 * only, in the accounts center: `node(id)` of somebody else's is null as soon as another field is asked.
 */
export type AccountDataUsesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Purpose>;
  from?: InputMaybe<App>;
};

/** The membership of a profile in an account. For the account's own people, in the accounts center. */
export type Link = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** The profile's app. */
  app: App;
  /** The profile. Null while that app cannot answer. */
  profile?: Maybe<Profile>;
  /** Whether it is live. */
  state: LinkState;
  /** When both sides had agreed. Null while that is not known. */
  linkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether others see, on the profile's page, the account's other visible profiles. */
  visibleOnProfile: Scalars['Boolean']['output'];
};

/** The life of a link. */
export type LinkState =
  /** Live: what the person has consented to and switched on is in force. */
  | 'ACTIVE'
  /** Live, but nothing flows from or to its app until it is resumed. */
  | 'PAUSED'
  /** Ended for good; linking again makes a new link. */
  | 'UNLINKED';

/** The life of a request to link, 10 minutes long. */
export type LinkRequestState =
  /** Made in one app; its code has not been opened. */
  | 'REQUESTED'
  /** The code was opened in the other app; each side sees the other's profile. */
  | 'OPENED'
  /** The opener has answered every offer. */
  | 'CONFIRMED'
  /** The requester has agreed: the profiles are linked. */
  | 'APPROVED'
  /** One side has said no. */
  | 'REJECTED'
  /** Nobody finished it in time. */
  | 'EXPIRED';

/** A request to link two profiles. For the two profiles that take part, until it expires. */
export type LinkRequest = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** The app in whose session it was made. */
  requestedFrom: App;
  /** The other app, in whose session it is opened. */
  app: App;
  /** How far it is. */
  state: LinkRequestState;
  /** 10 minutes after it was made; nothing of it can be seen after that. */
  expiresAt: Scalars['DateTime']['output'];
  /** Only for who requested it, to be opened in the other app. Null for the opener, and once it was opened. */
  code?: Maybe<Scalars['String']['output']>;
  /** Who requested it: for the opener from OPENED on, for the requester always. Null while that app cannot answer. */
  requestedBy?: Maybe<Profile>;
  /** Who opened it: for both from OPENED on, null before, and while that app cannot answer. */
  openedBy?: Maybe<Profile>;
  /** From OPENED on, between the two apps only: what the person decides on before there is an account or a consent. Empty before. */
  offers: Array<ConsentOffer>;
  /** What the opener chose; shown to the requester before approving. Null before CONFIRMED. */
  choices?: Maybe<Array<ConsentOfferChoice>>;
};

/** One answer of the opener. */
export type ConsentOfferChoice = {
  /** Whose data. */
  from: App;
  /** Who may use it: a recipient's name in `schema/subgraphs.yaml`. */
  to: Scalars['String']['output'];
  /** What for. */
  purpose: Purpose;
  /** Whether the opener said yes. */
  granted: Scalars['Boolean']['output'];
};

/** A flow of data that the opener decides on; nothing is preset. */
export type ConsentOffer = {
  /** Whose data. */
  from: App;
  /** Who may use it: a recipient's name in `schema/subgraphs.yaml`. */
  to: Scalars['String']['output'];
  /** Who that is. */
  recipient: Recipient;
  /** What for. */
  purpose: Purpose;
  /** What is said before deciding. */
  notice: Notice;
  /** What does not work without it. */
  withoutIt: Scalars['String']['output'];
};


/** A flow of data that the opener decides on; nothing is preset. */
export type ConsentOfferNoticeArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};


/** A flow of data that the opener decides on; nothing is preset. */
export type ConsentOfferWithoutItArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

/** An app's subgraph, as one that uses data. Visible to anybody. */
export type Recipient = {
  /** Its name in `schema/subgraphs.yaml`, which is what `to` holds everywhere. */
  id: Scalars['ID']['output'];
  /** Its name for people. */
  name: Scalars['String']['output'];
  /** Its app. */
  app?: Maybe<App>;
  /** Who answers for it. */
  owner: Scalars['String']['output'];
  /** Where to reach them. Null when nothing is published. */
  contact?: Maybe<Scalars['URL']['output']>;
};

/** What a person has decided about one flow of data. For the account's own people, in the accounts center. */
export type Consent = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** Whose data. */
  from: App;
  /** Who may use it: a recipient's name in `schema/subgraphs.yaml`. */
  to: Scalars['String']['output'];
  /** What for. */
  purpose: Purpose;
  /** Who that is. */
  recipient: Recipient;
  /** Where the consent stands: the fold of `events`. */
  state: ConsentState;
  /** Whether data flows now: the state is GRANTED, and nothing else is in the way. */
  granted: Scalars['Boolean']['output'];
  /** When the state began. Null before the first choice. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** When it may be offered again after a refusal or withdrawal; the person can switch it on at any time. Null when it may be offered. */
  mayAskAgainAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is said before deciding, as it is now. */
  notice: Notice;
  /** What does not work without it. */
  withoutIt: Scalars['String']['output'];
  /** A compact JWS (EdDSA) over the last choice, for the person to keep. Null before the first choice. */
  receipt?: Maybe<Scalars['String']['output']>;
  /** What happened to it, oldest first. */
  events: Array<ConsentEvent>;
};


/** What a person has decided about one flow of data. For the account's own people, in the accounts center. */
export type ConsentNoticeArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};


/** What a person has decided about one flow of data. For the account's own people, in the accounts center. */
export type ConsentWithoutItArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

/** Where a consent stands. Only GRANTED allows anything. */
export type ConsentState =
  /** No choice was made yet. */
  | 'NOT_ASKED'
  /** The person said yes. */
  | 'GRANTED'
  /** The person said no. */
  | 'REFUSED'
  /** On hold, because a link is paused. */
  | 'PAUSED'
  /** The person said yes and later no. */
  | 'WITHDRAWN'
  /** It had an end, which is past. */
  | 'EXPIRED'
  /** The notice has changed since; the person is asked again. */
  | 'SUPERSEDED';

/** What happens to a consent. */
export type ConsentEventKind =
  /** The notice was shown. */
  | 'PRESENTED'
  /** The person said yes. */
  | 'GRANTED'
  /** The person said no. */
  | 'REFUSED'
  /** A link was paused. */
  | 'PAUSED'
  /** The link was resumed. */
  | 'RESUMED'
  /** The person took the yes back. */
  | 'WITHDRAWN'
  /** Its end came. */
  | 'EXPIRED'
  /** The notice changed. */
  | 'SUPERSEDED';

/** One thing that happened to a consent. */
export type ConsentEvent = {
  /** What happened. */
  kind: ConsentEventKind;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The version of the notice that held then. */
  noticeVersion: Scalars['Int']['output'];
};

/** What a person is told before they decide, from `schema/notices.yaml`. */
export type Notice = {
  /** From 1; raised with every change. */
  version: Scalars['Int']['output'];
  /** The BCP 47 tag of the text. */
  language: Scalars['String']['output'];
  /** What data, of whom, for whom, what for, and who learns of it. */
  text: Scalars['String']['output'];
  /** base64url SHA-256 of the canonical JSON (RFC 8785) of `{version, language, text}`. */
  digest: Scalars['String']['output'];
};

/** One feature in one direction. For the account's own people, in the accounts center. */
export type FeatureSetting = {
  /** Which feature. */
  feature: Feature;
  /** The app that it takes from. */
  from: App;
  /** Where it acts: a recipient's name in `schema/subgraphs.yaml`. */
  to: Scalars['String']['output'];
  /** Who that is. */
  recipient: Recipient;
  /** Whether it can be switched on. */
  available: Scalars['Boolean']['output'];
  /** Why it cannot be switched on, in English. Null when it can. */
  unavailableBecause?: Maybe<Scalars['String']['output']>;
  /** Whether it is on. */
  enabled: Scalars['Boolean']['output'];
  /** When it was switched on or off last. Null when it never was. */
  since?: Maybe<Scalars['DateTime']['output']>;
};

/** A setting that linked apps keep in step. For the account's own people, in the accounts center. */
export type SharedSetting = {
  /** Its name, the same in every app. */
  key: Scalars['String']['output'];
  /** Its value. */
  value: SettingValue;
  /** 1 more after each change. */
  version: Scalars['Int']['output'];
  /** Values of apps that differ and wait for a decision. */
  conflicts: Array<SettingConflict>;
};

/** What a setting can hold. */
export type SettingValue = BooleanSetting | ChoiceSetting;

/** A setting that is on or off. */
export type BooleanSetting = {
  /** Whether it is on. */
  on: Scalars['Boolean']['output'];
};

/** A setting that is one of several words. */
export type ChoiceSetting = {
  /** The one that holds. */
  choice: Scalars['String']['output'];
  /** All that can be chosen. */
  choices: Array<Scalars['String']['output']>;
};

/** A value of one app that differs from the shared one. For the account's own people, in the accounts center. */
export type SettingConflict = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** Whose value it is. */
  app: App;
  /** The value there. */
  value: SettingValue;
};

/** Whether new statuses are shared in one app without asking. For the account's own people, in the accounts center. */
export type AutoCrosspost = {
  /** Where. */
  app: App;
  /** For whom there. */
  audience: Audience;
  /** Whether it is on. */
  enabled: Scalars['Boolean']['output'];
};

/** In the photo app FOLLOWERS is narrower than EVERYONE, in the social app FRIENDS; the others are refused there. */
export type Audience =
  /** The author's followers in the photo app. Refused in the social app. */
  | 'FOLLOWERS'
  /** The author's friends in the social app. Refused in the photo app. */
  | 'FRIENDS'
  /** Everybody, also people who are signed out. */
  | 'EVERYONE';

/** A picture of a person, made in the accounts center. Where it is set, visible to anybody; otherwise to its owner. */
export type Avatar = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** Where to fetch it. */
  url: Scalars['URL']['output'];
  /** The apps where it is shown. For its owner in the accounts center; elsewhere only the app that was asked. */
  apps: Array<App>;
};

/** A page of avatars. */
export type AvatarConnection = {
  /** The avatars with a cursor each. */
  edges: Array<AvatarEdge>;
  /** The avatars alone; one that is gone since is null. */
  nodes: Array<Maybe<Avatar>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** An avatar in its place in a list. */
export type AvatarEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The avatar; null when it is gone since. */
  node?: Maybe<Avatar>;
};

/** A small picture to put into messages, made in the accounts center. For its owner to pick. */
export type Sticker = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** Where to fetch it. */
  url: Scalars['URL']['output'];
  /** What it shows, in words. */
  label: Scalars['String']['output'];
  /** The apps where it can be picked. */
  apps: Array<App>;
};

/** A page of stickers. */
export type StickerConnection = {
  /** The stickers with a cursor each. */
  edges: Array<StickerEdge>;
  /** The stickers alone; one that is gone since is null. */
  nodes: Array<Maybe<Sticker>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A sticker in its place in a list. */
export type StickerEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The sticker; null when it is gone since. */
  node?: Maybe<Sticker>;
};

/** Where a ledger stands, signed, so that dropped, reordered or changed records are found without asking anybody. */
export type LedgerHead = {
  /** How many records there are. */
  size: Scalars['Int']['output'];
  /** `hash` of the last record. */
  head: Scalars['String']['output'];
  /** When it was signed. */
  signedAt: Scalars['DateTime']['output'];
  /** A compact JWS (EdDSA) over `{account, size, head, signedAt}`; keys at `/.well-known/jwks.json`. */
  signature: Scalars['String']['output'];
};

/** One record of one grant of data. For the account's own people, in the accounts center. */
export type LedgerRecord = {
  /** From 0, without gaps. */
  index: Scalars['Int']['output'];
  /** When the data was given. */
  at: Scalars['DateTime']['output'];
  /** Canonical JSON (RFC 8785) of `{id, at, from, to, purpose or feature}`. Null where it concerns no profile that is proved in this session. */
  body?: Maybe<Scalars['String']['output']>;
  /** SHA-256 of `body`, base64url. */
  bodyHash: Scalars['String']['output'];
  /** `hash` of the record before; empty in the first. */
  previous: Scalars['String']['output'];
  /** SHA-256 of `previous` and `bodyHash`, as ASCII, a full stop between; base64url. */
  hash: Scalars['String']['output'];
};

/** A page of records. */
export type LedgerRecordConnection = {
  /** The records with a cursor each. */
  edges: Array<LedgerRecordEdge>;
  /** The records alone. */
  nodes: Array<LedgerRecord>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A record in its place in a list. */
export type LedgerRecordEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: LedgerRecord;
};

/** Where a person is signed in. For the person, in the accounts center. */
export type Session = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** The app that is signed in to. */
  app: App;
  /** What the client says of itself. Null when it says nothing. */
  device?: Maybe<Scalars['String']['output']>;
  /** When it was used last, to the minute. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** Whether it is the one that asks. */
  current: Scalars['Boolean']['output'];
};

/** One row a day of one flow or feature. For the account's own people, in the accounts center. */
export type DataUse = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** Whose data. */
  from: App;
  /** Who got it: a recipient's name in `schema/subgraphs.yaml`. */
  to: Scalars['String']['output'];
  /** Who that is. */
  recipient: Recipient;
  /** What for. Null when the basis is a feature, and when nothing was given. */
  purpose?: Maybe<Purpose>;
  /** For which feature. Null when the basis is a consent, and when nothing was given. */
  feature?: Maybe<Feature>;
  /** What allowed it. Null when nothing was given that day. */
  basis?: Maybe<DecisionBasis>;
  /** The day, in UTC. */
  day: Scalars['Date']['output'];
  /** How many grants were given; some may not have been used. */
  count: Scalars['Int']['output'];
  /** How many attempts were denied. */
  withheld: Scalars['Int']['output'];
};

/** What allowed a use of data. */
export type DecisionBasis =
  /** A consent for a purpose. */
  | 'CONSENT'
  /** A feature that is switched on. */
  | 'FEATURE';

/** A page of uses. */
export type DataUseConnection = {
  /** The uses with a cursor each. */
  edges: Array<DataUseEdge>;
  /** The uses alone. */
  nodes: Array<Maybe<DataUse>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A use in its place in a list. */
export type DataUseEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The use. */
  node?: Maybe<DataUse>;
};

/** A status that its author shared in other apps. For its author, in the messenger and in the accounts center. */
export type Crosspost = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** The status it comes from. Null when it is gone, and while the messenger cannot answer. */
  status?: Maybe<Status>;
  /** How all deliveries together stand. */
  state: CrosspostState;
  /** One for each app that was chosen. */
  deliveries: Array<CrosspostDelivery>;
  /** When the status expires, and every copy with it. */
  expiresAt: Scalars['DateTime']['output'];
};

/** A copy in one app. */
export type CrosspostDelivery = {
  /** Where. */
  app: App;
  /** For whom there. */
  audience: Audience;
  /** How far it is. */
  state: DeliveryState;
  /** The copy. Null until it is there, when it is gone, and while that app cannot answer. */
  story?: Maybe<Story>;
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** Why it failed. Null when it did not. */
  failure?: Maybe<DeliveryFailure>;
};

/** The life of a cross-post. */
export type CrosspostState =
  /** No copy is there yet. */
  | 'PENDING'
  /** Every copy is there. */
  | 'LIVE'
  /** Some copies are there, some failed. */
  | 'PARTLY_LIVE'
  /** No copy could be made. */
  | 'FAILED'
  /** Copies are being removed. */
  | 'RETRACTING'
  /** No copy is left. */
  | 'ENDED';

/** The life of one copy. */
export type DeliveryState =
  /** Waits to be sent. */
  | 'QUEUED'
  /** Is being sent. */
  | 'DELIVERING'
  /** Is there. */
  | 'LIVE'
  /** Could not be made; can be tried again. */
  | 'FAILED'
  /** Is being removed. */
  | 'RETRACTING'
  /** Was removed. */
  | 'RETRACTED'
  /** Ended with its status. */
  | 'EXPIRED';

/** Why a copy could not be made. */
export type DeliveryFailure =
  /** The app did not answer. */
  | 'TARGET_UNREACHABLE'
  /** The app refused it. */
  | 'TARGET_REFUSED'
  /** The feature was switched off, or the link paused or ended, before it was sent. */
  | 'CONSENT_WITHDRAWN'
  /** The app does not take this picture or video. */
  | 'MEDIA_REJECTED';

/** A page of cross-posts. */
export type CrosspostConnection = {
  /** The cross-posts with a cursor each. */
  edges: Array<CrosspostEdge>;
  /** The cross-posts alone; one that is gone since is null. */
  nodes: Array<Maybe<Crosspost>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A cross-post in its place in a list. */
export type CrosspostEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The cross-post; null when it is gone since. */
  node?: Maybe<Crosspost>;
};

/** The answer to one offer. */
export type ConsentChoice = {
  /** Whose data, as the offer says. */
  from: App;
  /** Who may use it, as the offer says. */
  to: Scalars['String']['input'];
  /** What for, as the offer says. */
  purpose: Purpose;
  /** Yes or no. */
  granted: Scalars['Boolean']['input'];
  /** Digest of the notice that was shown. */
  noticeDigest: Scalars['String']['input'];
};

/** With which app to link. */
export type RequestLinkInput = {
  /** The other app. */
  app: App;
  /** Chosen by the client, 1 to 128 characters: a retry with the same key and input answers the same request. */
  idempotencyKey: Scalars['ID']['input'];
};

/** The code from the other app. */
export type OpenLinkInput = {
  /** As it was shown there; upper and lower case are the same, spaces and hyphens are ignored. */
  code: Scalars['String']['input'];
};

/** The opener's yes to linking, with an answer to every offer. */
export type ConfirmLinkInput = {
  /** The request that was opened. */
  requestId: Scalars['ID']['input'];
  /** One for every offer. */
  choices: Array<ConsentChoice>;
};

/** Which request. */
export type LinkRequestInput = {
  /** A request that the viewer takes part in. */
  requestId: Scalars['ID']['input'];
};

/** Which link. */
export type LinkInput = {
  /** A link of the viewer's account. */
  linkId: Scalars['ID']['input'];
};

/** Whether others see that profiles belong together. */
export type SetLinkVisibilityInput = {
  /** A link of the viewer's account. */
  linkId: Scalars['ID']['input'];
  /** Whether others see, on the profile's page, the account's other visible profiles. */
  visibleOnProfile: Scalars['Boolean']['input'];
};

/** Which link to end. */
export type UnlinkInput = {
  /** A link of the viewer's account. */
  linkId: Scalars['ID']['input'];
  /** Whether the app keeps the settings that were shared; otherwise it goes back to its own. */
  keepSettings?: Scalars['Boolean']['input'];
};

/** One decision about one flow. */
export type SetConsentInput = {
  /** Whose data. */
  from: App;
  /** Who may use it: a recipient's name in `schema/subgraphs.yaml`. */
  to: Scalars['String']['input'];
  /** What for. */
  purpose: Purpose;
  /** Yes or no. */
  granted: Scalars['Boolean']['input'];
  /** Digest of the notice that was shown. Required when granting, ignored when withdrawing. */
  noticeDigest?: InputMaybe<Scalars['String']['input']>;
};

/** One feature in one direction, on or off. */
export type SetFeatureInput = {
  /** Which feature. */
  feature: Feature;
  /** The app that it takes from. */
  from: App;
  /** Where it acts: a recipient's name in `schema/subgraphs.yaml`. */
  to: Scalars['String']['input'];
  /** On or off. */
  enabled: Scalars['Boolean']['input'];
};

/** What is shown in the other apps; a status itself is sealed, so its author gives the copy's content. */
export type StatusContentInput = {
  /** At most 2,000 characters. Null: no text. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** A picture or video that was uploaded for this. Null: none. */
  uploadId?: InputMaybe<Scalars['ID']['input']>;
};

/** A picture or film to upload for cross-posts. What is announced here is compared with what comes. */
export type CreateCrosspostUploadInput = {
  /** A media type such as `image/jpeg`. Believed by nobody: it only saves an upload that would be refused. */
  contentType?: InputMaybe<Scalars['String']['input']>;
  /** How many bytes: 1 to 10,000,000. A film may last 60 seconds. */
  bytes: Scalars['Int']['input'];
  /** The SHA-256 of the bytes in base64url, 43 characters. */
  sha256: Scalars['String']['input'];
  /** Chosen by the client, 1 to 128 characters: a retry with the same key and input within 24 hours answers the same upload. */
  idempotencyKey: Scalars['ID']['input'];
};

/** Where a status is shared, and for whom there. */
export type CrosspostTargetInput = {
  /** Where. */
  app: App;
  /** For whom there. */
  audience: Audience;
};

/** A status to share. */
export type CrosspostStatusInput = {
  /** A status of the viewer that has not expired. */
  statusId: Scalars['ID']['input'];
  /** One for each app. */
  targets: Array<CrosspostTargetInput>;
  /** What is shown there. */
  content: StatusContentInput;
  /** Chosen by the client, 1 to 128 characters: a retry with the same key and input answers the same cross-post. */
  idempotencyKey: Scalars['ID']['input'];
};

/** New content for every copy. */
export type UpdateCrosspostInput = {
  /** A cross-post of the viewer that has not ended. */
  crosspostId: Scalars['ID']['input'];
  /** What is shown from now on. */
  content: StatusContentInput;
  /** Chosen by the client, 1 to 128 characters: a retry with the same key and input changes nothing more. */
  idempotencyKey: Scalars['ID']['input'];
};

/** Whether to share new statuses in one app without asking. */
export type SetAutoCrosspostInput = {
  /** Where, and for whom there. */
  target: CrosspostTargetInput;
  /** On or off. */
  enabled: Scalars['Boolean']['input'];
};

/** Which cross-post. */
export type CrosspostInput = {
  /** A cross-post of the viewer. */
  crosspostId: Scalars['ID']['input'];
};

/** Why something about links was refused. */
export type LinkErrorCode =
  /** The code is unknown, for another app, or bound to another opener. */
  | 'LINK_CODE_WRONG'
  /** Five wrong codes in 10 minutes; wait. */
  | 'LINK_TRIES_USED_UP'
  /** The request is older than 10 minutes; make a new one. */
  | 'LINK_REQUEST_EXPIRED'
  /** There is no such request for the viewer. */
  | 'LINK_REQUEST_NOT_FOUND'
  /** The request was confirmed already. */
  | 'LINK_ALREADY_CONFIRMED'
  /** The request is not at the step where this can be done. */
  | 'LINK_WRONG_STATE'
  /** A choice is about something that was not offered. */
  | 'LINK_FLOW_NOT_OFFERED'
  /** A choice is missing or given twice. */
  | 'LINK_CHOICES_INCOMPLETE'
  /** The notice has changed since it was shown; show it again. */
  | 'LINK_NOTICE_OUTDATED'
  /** The sign-in is older than five minutes; sign in again. */
  | 'LINK_SESSION_STALE'
  /** A profile is linked with a profile of another app, not of its own. */
  | 'LINK_SAME_APP'
  /** The account would hold two profiles of one app. */
  | 'LINK_APP_TAKEN'
  /** Both profiles belong to accounts already. */
  | 'LINK_BOTH_HAVE_ACCOUNTS'
  /** The account has a live link of that app. */
  | 'LINK_ALREADY_ACTIVE'
  /** There is no such link in the viewer's account. */
  | 'LINK_NOT_FOUND'
  /** The key was used with another input. */
  | 'LINK_IDEMPOTENCY_KEY_REUSED';

/** A refusal about links. */
export type LinkError = UserError & {
  /** For programs. */
  code: LinkErrorCode;
  /** What must hold, what came instead and what to do, in English. */
  message: Scalars['String']['output'];
  /** Where in the input, relative to it: `["targets", "1"]`. Null when it concerns the input as a whole. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Why a decision about data or a feature was refused. */
export type ConsentErrorCode =
  /** The notice has changed since it was shown, or no digest came; show it again. */
  | 'CONSENT_NOTICE_OUTDATED'
  /** There is no such flow, or it is not offered to this person. */
  | 'CONSENT_FLOW_NOT_OFFERED'
  /** A link that it needs is not active. */
  | 'CONSENT_LINK_NOT_ACTIVE'
  /** Nothing is linked: there is no account that it could hold in. */
  | 'CONSENT_NO_ACCOUNT'
  /** The feature cannot be switched on; `FeatureSetting.unavailableBecause` says why. */
  | 'CONSENT_FEATURE_UNAVAILABLE';

/** A refusal of a decision about data or a feature. */
export type ConsentError = UserError & {
  /** For programs. */
  code: ConsentErrorCode;
  /** What must hold, what came instead and what to do, in English. */
  message: Scalars['String']['output'];
  /** Where in the input, relative to it: `["targets", "1"]`. Null when it concerns the input as a whole. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Why sharing a status was refused. */
export type CrosspostErrorCode =
  /** The feature CROSSPOST is off from the messenger to this app. */
  | 'CROSSPOST_NOT_ENABLED'
  /** The author's profiles in the messenger and in this app are not linked, or one of the links is paused. */
  | 'CROSSPOST_LINK_NOT_ACTIVE'
  /** There is no such status of the viewer. */
  | 'CROSSPOST_STATUS_NOT_FOUND'
  /** The status has expired or was deleted. */
  | 'CROSSPOST_STATUS_GONE'
  /** The app cannot be shared to, or is named twice. */
  | 'CROSSPOST_TARGET_INVALID'
  /** No app was named. */
  | 'CROSSPOST_NO_TARGETS'
  /** The app does not know this audience. */
  | 'CROSSPOST_AUDIENCE_INVALID'
  /** The audience is wider than this status was ever shared for there. */
  | 'CROSSPOST_AUDIENCE_WIDER'
  /** The text is longer than 2,000 characters. */
  | 'CROSSPOST_TEXT_TOO_LONG'
  /** There is neither a text nor a picture or video. */
  | 'CROSSPOST_CONTENT_EMPTY'
  /** The picture or video cannot be used. */
  | 'CROSSPOST_MEDIA_REJECTED'
  /** There is no such cross-post of the viewer, or it has ended. */
  | 'CROSSPOST_NOT_FOUND'
  /** The key was used with another input. */
  | 'CROSSPOST_IDEMPOTENCY_KEY_REUSED'
  /** An upload has 1 to 10,000,000 bytes. */
  | 'CROSSPOST_UPLOAD_TOO_LARGE'
  /** An upload is a picture (JPEG, PNG, WebP, AVIF, GIF) or a film (MP4, WebM). */
  | 'CROSSPOST_UPLOAD_TYPE_REFUSED'
  /** The digest is no SHA-256 in base64url. */
  | 'CROSSPOST_UPLOAD_DIGEST_MALFORMED'
  /** The viewer has 20 uploads that were not used yet. */
  | 'CROSSPOST_UPLOADS_TOO_MANY'
  /** The upload that this key made is gone; make another one. */
  | 'CROSSPOST_UPLOAD_NOT_FOUND';

/** A refusal of sharing a status. */
export type CrosspostError = UserError & {
  /** For programs. */
  code: CrosspostErrorCode;
  /** What must hold, what came instead and what to do, in English. */
  message: Scalars['String']['output'];
  /** Where in the input, relative to it: `["targets", "1"]`. Null when it concerns the input as a whole. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What came of it. */
export type LinkRequestPayload = {
  /** The request as it is now; null when refused. */
  linkRequest?: Maybe<LinkRequest>;
  /** Who asks, as it is now. Null when refused. */
  viewer?: Maybe<Viewer>;
  /** Why it was refused; empty when it was done. */
  errors: Array<LinkError>;
};

/** What came of it. */
export type LinkPayload = {
  /** The link as it is now; null when refused. */
  link?: Maybe<Link>;
  /** The account as it is now; null when refused, and except in the accounts center. */
  account?: Maybe<Account>;
  /** Why it was refused; empty when it was done. */
  errors: Array<LinkError>;
};

/** What came of it. */
export type ConsentPayload = {
  /** The consent as it is now; null when refused, and when something was withdrawn that nobody holds. */
  consent?: Maybe<Consent>;
  /** The account as it is now; null when refused, and when there is none. */
  account?: Maybe<Account>;
  /** Why it was refused; empty when it was done. Withdrawing is never refused. */
  errors: Array<ConsentError>;
};

/** What came of it. */
export type FeaturePayload = {
  /** The feature as it is now; null when refused, and when something was switched off that nobody has on. */
  feature?: Maybe<FeatureSetting>;
  /** The account as it is now; null when refused, and when there is none. */
  account?: Maybe<Account>;
  /** Why it was refused; empty when it was done. */
  errors: Array<ConsentError>;
};

/** What came of it. */
export type CrosspostPayload = {
  /** The cross-post as it is now; null when refused. */
  crosspost?: Maybe<Crosspost>;
  /** Why it was refused; empty when it was done. */
  errors: Array<CrosspostError>;
};

/** What came of it. */
export type CrosspostUploadPayload = {
  /** Where to send the bytes; null when refused. */
  upload?: Maybe<CrosspostUpload>;
  /** Why it was refused; empty when it was done. */
  errors: Array<CrosspostError>;
};

/**
 * A place for one picture or film of the viewer's messenger profile. What was uploaded is encoded anew, so that nothing in
 * it says where or with what it was taken; what is not used within an hour is removed.
 */
export type CrosspostUpload = {
  /** Opaque; for `crosspostStatus` and `updateCrosspost`. */
  id: Scalars['ID']['output'];
  /** Where to send the raw bytes, once. It carries its own permission: no token is needed, and nobody else may have it. */
  url: Scalars['String']['output'];
  /** The HTTP method: `PUT`. The answer is 204, or an error with a code that says what was wrong. */
  method: Scalars['String']['output'];
  /** When the URL ends: 10 minutes after it was made. */
  expiresAt: Scalars['DateTime']['output'];
  /** The longest upload that is taken, in bytes; this one takes exactly as many as were announced. */
  maxBytes: Scalars['Int']['output'];
};

/** What came of it. */
export type AutoCrosspostPayload = {
  /** The choice as it is now; null when refused. */
  autoCrosspost?: Maybe<AutoCrosspost>;
  /** The account as it is now; null when refused, and except in the accounts center. */
  account?: Maybe<Account>;
  /** Why it was refused; empty when it was done. */
  errors: Array<CrosspostError>;
};

/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type Mutation = {
  /** In one app: asks to link the viewer's profile with one of another app. Answers the code to open there. Apps only. */
  requestLink?: Maybe<LinkRequestPayload>;
  /** In the other app: opens a request by its code. From then on each side sees the other's profile. Apps only. */
  openLink?: Maybe<LinkRequestPayload>;
  /** As the opener, freshly signed in: agrees to linking, with an answer to every offer. Apps only. */
  confirmLink?: Maybe<LinkRequestPayload>;
  /** As the requester, freshly signed in: agrees to linking after seeing who confirmed and what was chosen. Apps only. */
  approveLink?: Maybe<LinkRequestPayload>;
  /** As either side: says no to a request that was not approved. Apps only. */
  rejectLink?: Maybe<LinkRequestPayload>;
  /** Chooses whether others see that a profile belongs together with others. In the accounts center. */
  setLinkVisibility?: Maybe<LinkPayload>;
  /** Stops everything that flows from or to a link's app until it is resumed. In the accounts center. */
  pauseLink?: Maybe<LinkPayload>;
  /** Lets a paused link's consents and features hold again; freshly signed in. In the accounts center. */
  resumeLink?: Maybe<LinkPayload>;
  /** Ends a link for good, and everything that it allowed. In the accounts center. */
  unlink?: Maybe<LinkPayload>;
  /**
   * Decides about one flow of data. After a withdrawal has answered, nothing flows any more; withdrawing is possible at any
   * time, without an account too, and changes nothing then. In the accounts center.
   */
  setConsent?: Maybe<ConsentPayload>;
  /** Switches one feature in one direction on or off. In the accounts center. */
  setFeature?: Maybe<FeaturePayload>;
  /** Makes a place to upload a picture or film for a cross-post to. In the messenger and the accounts center. */
  createCrosspostUpload?: Maybe<CrosspostUploadPayload>;
  /** Shares a status of the viewer as a story in other apps, exactly once in each. In the messenger and the accounts center. */
  crosspostStatus?: Maybe<CrosspostPayload>;
  /** Changes the content of every copy. In the messenger and the accounts center. */
  updateCrosspost?: Maybe<CrosspostPayload>;
  /** Chooses whether new statuses are shared in an app without asking. In the messenger and the accounts center. */
  setAutoCrosspost?: Maybe<AutoCrosspostPayload>;
  /** Removes every copy; the status stays. In the messenger and the accounts center. */
  retractCrosspost?: Maybe<CrosspostPayload>;
  /** Tries the deliveries that failed again; with none failed nothing changes. In the messenger and the accounts center. */
  retryCrosspost?: Maybe<CrosspostPayload>;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationRequestLinkArgs = {
  input: RequestLinkInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationOpenLinkArgs = {
  input: OpenLinkInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationConfirmLinkArgs = {
  input: ConfirmLinkInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationApproveLinkArgs = {
  input: LinkRequestInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationRejectLinkArgs = {
  input: LinkRequestInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationSetLinkVisibilityArgs = {
  input: SetLinkVisibilityInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationPauseLinkArgs = {
  input: LinkInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationResumeLinkArgs = {
  input: LinkInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationUnlinkArgs = {
  input: UnlinkInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationSetConsentArgs = {
  input: SetConsentInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationSetFeatureArgs = {
  input: SetFeatureInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationCreateCrosspostUploadArgs = {
  input: CreateCrosspostUploadInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationCrosspostStatusArgs = {
  input: CrosspostStatusInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationUpdateCrosspostArgs = {
  input: UpdateCrosspostInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationSetAutoCrosspostArgs = {
  input: SetAutoCrosspostInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationRetractCrosspostArgs = {
  input: CrosspostInput;
};


/**
 * What can be done. Payloads are nullable: a fault in one mutation must not null the results of the ones before it. A
 * client that may not call a mutation gets null and the error CLIENT_NOT_ALLOWED (an app's own mutations:
 * NOT_SIGNED_IN_TO_APP), nobody signed in UNAUTHENTICATED.
 */
export type MutationRetryCrosspostArgs = {
  input: CrosspostInput;
};

/** What can be followed as it happens. */
export type Subscription = {
  /** A cross-post of the viewer, each time that it changes. Fires for people without an account too. */
  crosspostChanged?: Maybe<Crosspost>;
  /** Who asks, each time that something about their links, consents or requests changes. */
  viewerChanged?: Maybe<Viewer>;
};


/** What can be followed as it happens. */
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
    | ( Reference )
    | ( Reference )
    | ( Reference )
    | ( Reference )
    | ( Partial<PhotoStory> )
    | ( Partial<SocialStory> )
    | ( AccountRow )
    | ( LinkView )
    | ( RequestRow )
    | ( ConsentView )
    | ( Partial<Omit<SettingConflict, 'value'> & { value: _RefType['SettingValue'] }> )
    | ( Partial<Avatar> )
    | ( Partial<Sticker> )
    | ( Partial<Session> )
    | ( DataUseView )
    | ( CrosspostRow )
  ;
  Profile:
    | ( Reference )
    | ( Reference )
    | ( Reference )
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
  Viewer: ResolverTypeWrapper<Reference>;
  MessengerProfile: ResolverTypeWrapper<Reference>;
  PhotoProfile: ResolverTypeWrapper<Reference>;
  SocialProfile: ResolverTypeWrapper<Reference>;
  Status: ResolverTypeWrapper<Reference>;
  PhotoStory: ResolverTypeWrapper<Partial<PhotoStory>>;
  SocialStory: ResolverTypeWrapper<Partial<SocialStory>>;
  Story: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Story']>>;
  ProfileConnection: ResolverTypeWrapper<Partial<Omit<ProfileConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProfileEdge']>, nodes: Array<Maybe<ResolversTypes['Profile']>> }>>;
  ProfileEdge: ResolverTypeWrapper<Partial<Omit<ProfileEdge, 'node'> & { node?: Maybe<ResolversTypes['Profile']> }>>;
  Account: ResolverTypeWrapper<AccountRow>;
  Link: ResolverTypeWrapper<LinkView>;
  LinkState: ResolverTypeWrapper<Partial<LinkState>>;
  LinkRequestState: ResolverTypeWrapper<Partial<LinkRequestState>>;
  LinkRequest: ResolverTypeWrapper<RequestRow>;
  ConsentOfferChoice: ResolverTypeWrapper<Partial<ConsentOfferChoice>>;
  ConsentOffer: ResolverTypeWrapper<CatalogueFlow>;
  Recipient: ResolverTypeWrapper<RecipientRow>;
  Consent: ResolverTypeWrapper<ConsentView>;
  ConsentState: ResolverTypeWrapper<Partial<ConsentState>>;
  ConsentEventKind: ResolverTypeWrapper<Partial<ConsentEventKind>>;
  ConsentEvent: ResolverTypeWrapper<Partial<ConsentEvent>>;
  Notice: ResolverTypeWrapper<Partial<Notice>>;
  FeatureSetting: ResolverTypeWrapper<FeatureView>;
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
  DataUse: ResolverTypeWrapper<DataUseView>;
  DecisionBasis: ResolverTypeWrapper<Partial<DecisionBasis>>;
  DataUseConnection: ResolverTypeWrapper<Partial<Omit<DataUseConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DataUseEdge']>, nodes: Array<Maybe<ResolversTypes['DataUse']>> }>>;
  DataUseEdge: ResolverTypeWrapper<Partial<Omit<DataUseEdge, 'node'> & { node?: Maybe<ResolversTypes['DataUse']> }>>;
  Crosspost: ResolverTypeWrapper<CrosspostRow>;
  CrosspostDelivery: ResolverTypeWrapper<DeliveryView>;
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
  CreateCrosspostUploadInput: ResolverTypeWrapper<Partial<CreateCrosspostUploadInput>>;
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
  ConsentPayload: ResolverTypeWrapper<Partial<Omit<ConsentPayload, 'consent' | 'account'> & { consent?: Maybe<ResolversTypes['Consent']>, account?: Maybe<ResolversTypes['Account']> }>>;
  FeaturePayload: ResolverTypeWrapper<Partial<Omit<FeaturePayload, 'feature' | 'account'> & { feature?: Maybe<ResolversTypes['FeatureSetting']>, account?: Maybe<ResolversTypes['Account']> }>>;
  CrosspostPayload: ResolverTypeWrapper<Partial<Omit<CrosspostPayload, 'crosspost'> & { crosspost?: Maybe<ResolversTypes['Crosspost']> }>>;
  CrosspostUploadPayload: ResolverTypeWrapper<Partial<CrosspostUploadPayload>>;
  CrosspostUpload: ResolverTypeWrapper<Partial<CrosspostUpload>>;
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
  Viewer: Reference;
  MessengerProfile: Reference;
  PhotoProfile: Reference;
  SocialProfile: Reference;
  Status: Reference;
  PhotoStory: Partial<PhotoStory>;
  SocialStory: Partial<SocialStory>;
  Story: Partial<ResolversUnionTypes<ResolversParentTypes>['Story']>;
  ProfileConnection: Partial<Omit<ProfileConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProfileEdge']>, nodes: Array<Maybe<ResolversParentTypes['Profile']>> }>;
  ProfileEdge: Partial<Omit<ProfileEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Profile']> }>;
  Account: AccountRow;
  Link: LinkView;
  LinkRequest: RequestRow;
  ConsentOfferChoice: Partial<ConsentOfferChoice>;
  ConsentOffer: CatalogueFlow;
  Recipient: RecipientRow;
  Consent: ConsentView;
  ConsentEvent: Partial<ConsentEvent>;
  Notice: Partial<Notice>;
  FeatureSetting: FeatureView;
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
  DataUse: DataUseView;
  DataUseConnection: Partial<Omit<DataUseConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DataUseEdge']>, nodes: Array<Maybe<ResolversParentTypes['DataUse']>> }>;
  DataUseEdge: Partial<Omit<DataUseEdge, 'node'> & { node?: Maybe<ResolversParentTypes['DataUse']> }>;
  Crosspost: CrosspostRow;
  CrosspostDelivery: DeliveryView;
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
  CreateCrosspostUploadInput: Partial<CreateCrosspostUploadInput>;
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
  ConsentPayload: Partial<Omit<ConsentPayload, 'consent' | 'account'> & { consent?: Maybe<ResolversParentTypes['Consent']>, account?: Maybe<ResolversParentTypes['Account']> }>;
  FeaturePayload: Partial<Omit<FeaturePayload, 'feature' | 'account'> & { feature?: Maybe<ResolversParentTypes['FeatureSetting']>, account?: Maybe<ResolversParentTypes['Account']> }>;
  CrosspostPayload: Partial<Omit<CrosspostPayload, 'crosspost'> & { crosspost?: Maybe<ResolversParentTypes['Crosspost']> }>;
  CrosspostUploadPayload: Partial<CrosspostUploadPayload>;
  CrosspostUpload: Partial<CrosspostUpload>;
  AutoCrosspostPayload: Partial<Omit<AutoCrosspostPayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> }>;
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

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'MessengerProfile' | 'PhotoProfile' | 'SocialProfile' | 'Status' | 'PhotoStory' | 'SocialStory' | 'Account' | 'Link' | 'LinkRequest' | 'Consent' | 'SettingConflict' | 'Avatar' | 'Sticker' | 'Session' | 'DataUse' | 'Crosspost', ParentType, ContextType>;
};

export type ProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Profile'] = ResolversParentTypes['Profile']> = {
  __resolveType: TypeResolveFn<'MessengerProfile' | 'PhotoProfile' | 'SocialProfile', ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'LinkError' | 'ConsentError' | 'CrosspostError', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  audienceCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<QueryAudienceCountArgs, 'app'>>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  closedAccounts?: Resolver<Maybe<Array<ResolversTypes['Account']>>, ParentType, ContextType>;
  linkRequests?: Resolver<Maybe<Array<ResolversTypes['LinkRequest']>>, ParentType, ContextType>;
  crosspostTargets?: Resolver<Maybe<Array<ResolversTypes['App']>>, ParentType, ContextType>;
};

export type MessengerProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerProfile'] = ResolversParentTypes['MessengerProfile'], FederationReferenceType extends FederationReferenceTypes['MessengerProfile'] = FederationReferenceTypes['MessengerProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessengerProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Avatar']>, ParentType, ContextType>;
  stickers?: Resolver<Maybe<ResolversTypes['StickerConnection']>, ParentType, ContextType, RequireFields<MessengerProfileStickersArgs, 'first'>>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  linkedProfiles?: Resolver<Maybe<ResolversTypes['ProfileConnection']>, ParentType, ContextType, RequireFields<MessengerProfileLinkedProfilesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoProfile'] = ResolversParentTypes['PhotoProfile'], FederationReferenceType extends FederationReferenceTypes['PhotoProfile'] = FederationReferenceTypes['PhotoProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Avatar']>, ParentType, ContextType>;
  stickers?: Resolver<Maybe<ResolversTypes['StickerConnection']>, ParentType, ContextType, RequireFields<PhotoProfileStickersArgs, 'first'>>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  linkedProfiles?: Resolver<Maybe<ResolversTypes['ProfileConnection']>, ParentType, ContextType, RequireFields<PhotoProfileLinkedProfilesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SocialProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialProfile'] = ResolversParentTypes['SocialProfile'], FederationReferenceType extends FederationReferenceTypes['SocialProfile'] = FederationReferenceTypes['SocialProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SocialProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Avatar']>, ParentType, ContextType>;
  stickers?: Resolver<Maybe<ResolversTypes['StickerConnection']>, ParentType, ContextType, RequireFields<SocialProfileStickersArgs, 'first'>>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  linkedProfiles?: Resolver<Maybe<ResolversTypes['ProfileConnection']>, ParentType, ContextType, RequireFields<SocialProfileLinkedProfilesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Status'] = ResolversParentTypes['Status'], FederationReferenceType extends FederationReferenceTypes['Status'] = FederationReferenceTypes['Status']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Status']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  crosspost?: Resolver<Maybe<ResolversTypes['Crosspost']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoStoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoStory'] = ResolversParentTypes['PhotoStory']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SocialStoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialStory'] = ResolversParentTypes['SocialStory']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Story'] = ResolversParentTypes['Story']> = {
  __resolveType: TypeResolveFn<'PhotoStory' | 'SocialStory', ParentType, ContextType>;
};

export type ProfileConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileConnection'] = ResolversParentTypes['ProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProfileEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Profile']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProfileEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileEdge'] = ResolversParentTypes['ProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Profile']>, ParentType, ContextType>;
};

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account'], FederationReferenceType extends FederationReferenceTypes['Account'] = FederationReferenceTypes['Account']> = {
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

export type LinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Link'] = ResolversParentTypes['Link'], FederationReferenceType extends FederationReferenceTypes['Link'] = FederationReferenceTypes['Link']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Link']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['Profile']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LinkState'], ParentType, ContextType>;
  linkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  visibleOnProfile?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkRequest'] = ResolversParentTypes['LinkRequest'], FederationReferenceType extends FederationReferenceTypes['LinkRequest'] = FederationReferenceTypes['LinkRequest']> = {
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

export type ConsentOfferChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentOfferChoice'] = ResolversParentTypes['ConsentOfferChoice']> = {
  from?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ConsentOfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentOffer'] = ResolversParentTypes['ConsentOffer']> = {
  from?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Recipient'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  notice?: Resolver<ResolversTypes['Notice'], ParentType, ContextType, Partial<ConsentOfferNoticeArgs>>;
  withoutIt?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ConsentOfferWithoutItArgs>>;
};

export type RecipientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Recipient'] = ResolversParentTypes['Recipient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  app?: Resolver<Maybe<ResolversTypes['App']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent'], FederationReferenceType extends FederationReferenceTypes['Consent'] = FederationReferenceTypes['Consent']> = {
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

export type ConsentEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentEvent'] = ResolversParentTypes['ConsentEvent']> = {
  kind?: Resolver<ResolversTypes['ConsentEventKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  noticeVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notice'] = ResolversParentTypes['Notice']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FeatureSettingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FeatureSetting'] = ResolversParentTypes['FeatureSetting']> = {
  feature?: Resolver<ResolversTypes['Feature'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Recipient'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unavailableBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SharedSettingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharedSetting'] = ResolversParentTypes['SharedSetting']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['SettingValue'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['SettingConflict']>, ParentType, ContextType>;
};

export type SettingValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingValue'] = ResolversParentTypes['SettingValue']> = {
  __resolveType: TypeResolveFn<'BooleanSetting' | 'ChoiceSetting', ParentType, ContextType>;
};

export type BooleanSettingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BooleanSetting'] = ResolversParentTypes['BooleanSetting']> = {
  on?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChoiceSettingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChoiceSetting'] = ResolversParentTypes['ChoiceSetting']> = {
  choice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  choices?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SettingConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingConflict'] = ResolversParentTypes['SettingConflict'], FederationReferenceType extends FederationReferenceTypes['SettingConflict'] = FederationReferenceTypes['SettingConflict']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SettingConflict']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['SettingValue'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AutoCrosspostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AutoCrosspost'] = ResolversParentTypes['AutoCrosspost']> = {
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AvatarResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Avatar'] = ResolversParentTypes['Avatar'], FederationReferenceType extends FederationReferenceTypes['Avatar'] = FederationReferenceTypes['Avatar']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Avatar']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  apps?: Resolver<Array<ResolversTypes['App']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AvatarConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvatarConnection'] = ResolversParentTypes['AvatarConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AvatarEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Avatar']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AvatarEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvatarEdge'] = ResolversParentTypes['AvatarEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Avatar']>, ParentType, ContextType>;
};

export type StickerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Sticker'] = ResolversParentTypes['Sticker'], FederationReferenceType extends FederationReferenceTypes['Sticker'] = FederationReferenceTypes['Sticker']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Sticker']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  apps?: Resolver<Array<ResolversTypes['App']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StickerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StickerConnection'] = ResolversParentTypes['StickerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StickerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Sticker']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StickerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StickerEdge'] = ResolversParentTypes['StickerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Sticker']>, ParentType, ContextType>;
};

export type LedgerHeadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerHead'] = ResolversParentTypes['LedgerHead']> = {
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  head?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LedgerRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerRecord'] = ResolversParentTypes['LedgerRecord']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bodyHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previous?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LedgerRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerRecordConnection'] = ResolversParentTypes['LedgerRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LedgerRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LedgerRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LedgerRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerRecordEdge'] = ResolversParentTypes['LedgerRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LedgerRecord'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataUseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataUse'] = ResolversParentTypes['DataUse'], FederationReferenceType extends FederationReferenceTypes['DataUse'] = FederationReferenceTypes['DataUse']> = {
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

export type DataUseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataUseConnection'] = ResolversParentTypes['DataUseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DataUseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['DataUse']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DataUseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataUseEdge'] = ResolversParentTypes['DataUseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['DataUse']>, ParentType, ContextType>;
};

export type CrosspostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Crosspost'] = ResolversParentTypes['Crosspost'], FederationReferenceType extends FederationReferenceTypes['Crosspost'] = FederationReferenceTypes['Crosspost']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Crosspost']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Status']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CrosspostState'], ParentType, ContextType>;
  deliveries?: Resolver<Array<ResolversTypes['CrosspostDelivery']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CrosspostDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CrosspostDelivery'] = ResolversParentTypes['CrosspostDelivery']> = {
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  story?: Resolver<Maybe<ResolversTypes['Story']>, ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['DeliveryFailure']>, ParentType, ContextType>;
};

export type CrosspostConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CrosspostConnection'] = ResolversParentTypes['CrosspostConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CrosspostEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Crosspost']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CrosspostEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CrosspostEdge'] = ResolversParentTypes['CrosspostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Crosspost']>, ParentType, ContextType>;
};

export type LinkErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkError'] = ResolversParentTypes['LinkError']> = {
  code?: Resolver<ResolversTypes['LinkErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentError'] = ResolversParentTypes['ConsentError']> = {
  code?: Resolver<ResolversTypes['ConsentErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CrosspostErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CrosspostError'] = ResolversParentTypes['CrosspostError']> = {
  code?: Resolver<ResolversTypes['CrosspostErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkRequestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkRequestPayload'] = ResolversParentTypes['LinkRequestPayload']> = {
  linkRequest?: Resolver<Maybe<ResolversTypes['LinkRequest']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['LinkError']>, ParentType, ContextType>;
};

export type LinkPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkPayload'] = ResolversParentTypes['LinkPayload']> = {
  link?: Resolver<Maybe<ResolversTypes['Link']>, ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['LinkError']>, ParentType, ContextType>;
};

export type ConsentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentPayload'] = ResolversParentTypes['ConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['ConsentError']>, ParentType, ContextType>;
};

export type FeaturePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FeaturePayload'] = ResolversParentTypes['FeaturePayload']> = {
  feature?: Resolver<Maybe<ResolversTypes['FeatureSetting']>, ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['ConsentError']>, ParentType, ContextType>;
};

export type CrosspostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CrosspostPayload'] = ResolversParentTypes['CrosspostPayload']> = {
  crosspost?: Resolver<Maybe<ResolversTypes['Crosspost']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['CrosspostError']>, ParentType, ContextType>;
};

export type CrosspostUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CrosspostUploadPayload'] = ResolversParentTypes['CrosspostUploadPayload']> = {
  upload?: Resolver<Maybe<ResolversTypes['CrosspostUpload']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['CrosspostError']>, ParentType, ContextType>;
};

export type CrosspostUploadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CrosspostUpload'] = ResolversParentTypes['CrosspostUpload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  maxBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AutoCrosspostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AutoCrosspostPayload'] = ResolversParentTypes['AutoCrosspostPayload']> = {
  autoCrosspost?: Resolver<Maybe<ResolversTypes['AutoCrosspost']>, ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['CrosspostError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
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
  createCrosspostUpload?: Resolver<Maybe<ResolversTypes['CrosspostUploadPayload']>, ParentType, ContextType, RequireFields<MutationCreateCrosspostUploadArgs, 'input'>>;
  crosspostStatus?: Resolver<Maybe<ResolversTypes['CrosspostPayload']>, ParentType, ContextType, RequireFields<MutationCrosspostStatusArgs, 'input'>>;
  updateCrosspost?: Resolver<Maybe<ResolversTypes['CrosspostPayload']>, ParentType, ContextType, RequireFields<MutationUpdateCrosspostArgs, 'input'>>;
  setAutoCrosspost?: Resolver<Maybe<ResolversTypes['AutoCrosspostPayload']>, ParentType, ContextType, RequireFields<MutationSetAutoCrosspostArgs, 'input'>>;
  retractCrosspost?: Resolver<Maybe<ResolversTypes['CrosspostPayload']>, ParentType, ContextType, RequireFields<MutationRetractCrosspostArgs, 'input'>>;
  retryCrosspost?: Resolver<Maybe<ResolversTypes['CrosspostPayload']>, ParentType, ContextType, RequireFields<MutationRetryCrosspostArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  crosspostChanged?: SubscriptionResolver<Maybe<ResolversTypes['Crosspost']>, "crosspostChanged", ParentType, ContextType, RequireFields<SubscriptionCrosspostChangedArgs, 'crosspostId'>>;
  viewerChanged?: SubscriptionResolver<Maybe<ResolversTypes['Viewer']>, "viewerChanged", ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
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
  CrosspostUploadPayload?: CrosspostUploadPayloadResolvers<ContextType>;
  CrosspostUpload?: CrosspostUploadResolvers<ContextType>;
  AutoCrosspostPayload?: AutoCrosspostPayloadResolvers<ContextType>;
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

