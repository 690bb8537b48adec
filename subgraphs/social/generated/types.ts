// Generated from schema/social.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GivenProfile } from '../inputs.ts';
import type { SettingsRow, PostRow, CommentRow, StoryRow } from '../rows.ts';
import type { ShownAd } from '../rules/adsRotateDaily.ts';
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

/** What can be asked. Own-view fields are null, without an error, for whoever is signed out there. */
export type Query = {
  /** The viewer's own profile: works without accounts. Null when signed out of the social app. */
  socialMe?: Maybe<SocialProfile>;
  /**
   * The profile with exactly this username, as its owner's `settings.whoMayFind` allows. Null when there is none, when the
   * owner does not let the viewer find it, and when one of the two has blocked the other; these look alike.
   */
  socialProfile?: Maybe<SocialProfile>;
  /**
   * Profiles that the viewer may find and whose username, or display name from the start of any of its words, begins with
   * this; ordered by username. Whom the viewer may not find (`settings.whoMayFind`), and who blocks or is blocked by the
   * viewer, is left out without a gap.
   */
  socialProfiles?: Maybe<SocialProfileConnection>;
  /** The posts of the viewer and of the viewer's friends, newest first. Null when signed out of the social app. */
  socialFeed?: Maybe<PostConnection>;
  /**
   * The stories of the viewer and of the viewer's friends that have not expired, newest first. Null when signed out of the
   * social app.
   */
  socialStories?: Maybe<SocialStoryConnection>;
};


/** What can be asked. Own-view fields are null, without an error, for whoever is signed out there. */
export type QuerySocialProfileArgs = {
  username: Scalars['String']['input'];
};


/** What can be asked. Own-view fields are null, without an error, for whoever is signed out there. */
export type QuerySocialProfilesArgs = {
  search: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Own-view fields are null, without an error, for whoever is signed out there. */
export type QuerySocialFeedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Own-view fields are null, without an error, for whoever is signed out there. */
export type QuerySocialStoriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A person in the social app. `id`, `app`, `username` and `displayName` are visible by id to anybody; the rest as each
 * field says. Between two people of whom one has blocked the other nothing but these four is visible.
 */
export type SocialProfile = Profile & Node & {
  /** Opaque, unrelated to the ids of the same person in other apps. */
  id: Scalars['ID']['output'];
  /** Always SOCIAL. */
  app: App;
  /** Unique in the social app, in lower case, without @: 3 to 30 of a-z, 0-9, dot and underscore. Never changes. */
  username: Scalars['String']['output'];
  /** The name to show, 1 to 80 characters. */
  displayName: Scalars['String']['output'];
  /**
   * What the viewer and this person are to each other. Null on one's own profile and when signed out of the social app;
   * NONE when one of the two has blocked the other.
   */
  friendship?: Maybe<Friendship>;
  /**
   * The friends, newest friendship first. For those whom `settings.whoMaySeeFriends` of its owner allows; null for anybody
   * else. Of another person's friends those are left out whom the viewer may not find (`settings.whoMayFind`) and who block
   * or are blocked by the viewer; they leave no gap.
   */
  friends?: Maybe<SocialProfileConnection>;
  /** Own profile only, null for anybody else: who asks to be a friend and waits for an answer, last asked first. */
  friendRequests?: Maybe<SocialProfileConnection>;
  /** Own profile only, null for anybody else: whom its owner has asked and who has not answered, last asked first. */
  sentFriendRequests?: Maybe<SocialProfileConnection>;
  /** Own profile only, null for anybody else: whom its owner has blocked. */
  blockedProfiles?: Maybe<SocialProfileConnection>;
  /**
   * What this person has posted, newest first: all to themself and to their friends, what has the audience EVERYONE to
   * everybody else, signed out included. Empty where there is nothing for the viewer.
   */
  posts?: Maybe<PostConnection>;
  /**
   * This person's stories that have not expired, newest first: all to themself and to their friends, what has the audience
   * EVERYONE to everybody else, signed out included. Empty where there is nothing for the viewer.
   */
  stories?: Maybe<SocialStoryConnection>;
  /** Own profile only, null for anybody else. */
  settings?: Maybe<SocialSettings>;
  /** For `ads`, by a grant and only while consent holds; null otherwise. */
  messengerAdSignals?: Maybe<MessengerAdSignals>;
  /** For `ads`, by a grant and only while consent holds; null otherwise. */
  photoAdSignals?: Maybe<PhotoAdSignals>;
  /**
   * Own profile only, null for anybody else: exactly `first` advertisements, the same ones all day (UTC). With consent
   * those about topics that other apps share come first; without consent contextual, of the same number.
   */
  ads?: Maybe<Array<Ad>>;
};


/**
 * A person in the social app. `id`, `app`, `username` and `displayName` are visible by id to anybody; the rest as each
 * field says. Between two people of whom one has blocked the other nothing but these four is visible.
 */
export type SocialProfileFriendsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the social app. `id`, `app`, `username` and `displayName` are visible by id to anybody; the rest as each
 * field says. Between two people of whom one has blocked the other nothing but these four is visible.
 */
export type SocialProfileFriendRequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the social app. `id`, `app`, `username` and `displayName` are visible by id to anybody; the rest as each
 * field says. Between two people of whom one has blocked the other nothing but these four is visible.
 */
export type SocialProfileSentFriendRequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the social app. `id`, `app`, `username` and `displayName` are visible by id to anybody; the rest as each
 * field says. Between two people of whom one has blocked the other nothing but these four is visible.
 */
export type SocialProfileBlockedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the social app. `id`, `app`, `username` and `displayName` are visible by id to anybody; the rest as each
 * field says. Between two people of whom one has blocked the other nothing but these four is visible.
 */
export type SocialProfilePostsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the social app. `id`, `app`, `username` and `displayName` are visible by id to anybody; the rest as each
 * field says. Between two people of whom one has blocked the other nothing but these four is visible.
 */
export type SocialProfileStoriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the social app. `id`, `app`, `username` and `displayName` are visible by id to anybody; the rest as each
 * field says. Between two people of whom one has blocked the other nothing but these four is visible.
 */
export type SocialProfileAdsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What two people are to each other, seen from the viewer. */
export type Friendship =
  /** Nothing yet, or no longer. */
  | 'NONE'
  /** The viewer has asked, the other has not answered. */
  | 'REQUESTED_BY_VIEWER'
  /** The other has asked, the viewer has not answered. */
  | 'REQUESTED_OF_VIEWER'
  /** They are friends. */
  | 'FRIENDS';

/** What the messenger lets another app use to choose advertisements for a person who consented to it. Never public. */
export type MessengerAdSignals = {
  /** Categories of the business profiles among the person's contacts. */
  topics: Array<Scalars['Topic']['output']>;
  /** When the grant expires; the values must not be used after it. */
  validUntil: Scalars['DateTime']['output'];
};

/** What the photo app lets another app use to choose advertisements for a person who consented to it. Never public. */
export type PhotoAdSignals = {
  /** Topics of the person's own and liked photos. */
  topics: Array<Scalars['Topic']['output']>;
  /** When the grant expires; the values must not be used after it. */
  validUntil: Scalars['DateTime']['output'];
};

/**
 * What the social app lets another app use to personalise for a person who consented to it: topics of posts and reactions.
 * Never public.
 */
export type SocialPersonalizationSignals = {
  /** The capability that this was read by. */
  grant: Scalars['Grant']['output'];
  /** Topics of the person's posts and reactions. */
  topics: Array<Scalars['Topic']['output']>;
  /** When the grant expires; the values must not be used after it. */
  validUntil: Scalars['DateTime']['output'];
};

/** Who may do a thing. The same three values in every app. */
export type Reach =
  /** Nobody but the owner. */
  | 'NOBODY'
  /** The people the owner is connected with: contacts, friends, or followers the owner accepted. */
  | 'CONNECTIONS'
  /** Everybody, also people who are signed out. */
  | 'EVERYONE';

/** What a person has chosen in the social app. Visible to its owner only; CONNECTIONS are the owner's friends. */
export type SocialSettings = {
  /** Who may mark the owner in a post or a picture. Default: CONNECTIONS. */
  whoMayTag: Reach;
  /** Who may write to the owner. Default: CONNECTIONS. */
  whoMayMessage: Reach;
  /** Who finds the owner by search, by username and in the lists of other people's friends. Default: EVERYONE. */
  whoMayFind: Reach;
  /** Who sees the owner's list of friends. Default: CONNECTIONS. */
  whoMaySeeFriends: Reach;
  /** The look of the app, for example `light`, `dark` or `system`. Default: `system`. */
  theme: Scalars['String']['output'];
  /** The language of the app as a BCP 47 tag, for example `en` or `de-CH`. Default: `en`. */
  language: Scalars['String']['output'];
};

/** An advertisement, as it is shown to the owner of the profile it was asked on and to nobody else. */
export type Ad = {
  /** Opaque; the same advertisement has the same id for everybody. */
  id: Scalars['ID']['output'];
  /** What it says, one line. */
  title: Scalars['String']['output'];
  /** Who pays for it. */
  advertiser: Scalars['String']['output'];
  /** Whether anything about the person had a part in choosing it. */
  basis: AdBasis;
  /** Why it is shown, in a sentence that is true of this very advertisement, in English. */
  why: Scalars['String']['output'];
};

/** What an advertisement was chosen by. */
export type AdBasis =
  /** By topics that the person let other apps hand over for it. */
  | 'PERSONALIZED'
  /** By nothing about the person. */
  | 'CONTEXTUAL';

/**
 * Something that a person has posted. Visible to its author, to the author's friends and, with the audience EVERYONE, to
 * everybody, unless one of the two has blocked the other; one that may not be seen or was deleted is null everywhere.
 */
export type Post = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** Who posted it. */
  author: SocialProfile;
  /** 1 to 5,000 characters (Unicode code points). */
  text: Scalars['String']['output'];
  /** A picture or video that belongs to it; null when there is none. */
  media?: Maybe<SocialMedia>;
  /** Who sees it beside the author: FRIENDS or EVERYONE. */
  audience: Audience;
  /** When it was posted. */
  createdAt: Scalars['DateTime']['output'];
  /** How many people have reacted, counted up to 100,000. */
  reactionCount: Scalars['Int']['output'];
  /** The viewer's own reaction, one emoji. Null when there is none and when signed out of the social app. */
  viewerReaction?: Maybe<Scalars['String']['output']>;
  /**
   * What people wrote below it, oldest first. For those who see the post; comments of people who block or are blocked by
   * the viewer are left out without a gap.
   */
  comments?: Maybe<PostCommentConnection>;
};


/**
 * Something that a person has posted. Visible to its author, to the author's friends and, with the audience EVERYONE, to
 * everybody, unless one of the two has blocked the other; one that may not be seen or was deleted is null everywhere.
 */
export type PostCommentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Something written below a post. Visible to those who see the post, unless viewer and writer block one another. */
export type PostComment = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** Who wrote it. */
  author: SocialProfile;
  /** 1 to 2,000 characters (Unicode code points). */
  text: Scalars['String']['output'];
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
};

/** A page of comments. */
export type PostCommentConnection = {
  /** The comments with a cursor each. */
  edges: Array<PostCommentEdge>;
  /** The comments alone; one that is gone since is null. */
  nodes: Array<Maybe<PostComment>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A comment in its place in a list. */
export type PostCommentEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The comment; null when it is gone since. */
  node?: Maybe<PostComment>;
};

/** A page of posts. */
export type PostConnection = {
  /** The posts with a cursor each. */
  edges: Array<PostEdge>;
  /** The posts alone; one that is gone since is null. */
  nodes: Array<Maybe<Post>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A post in its place in a list. */
export type PostEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The post; null when it is gone since. */
  node?: Maybe<Post>;
};

/** A page of profiles. */
export type SocialProfileConnection = {
  /** The profiles with a cursor each. */
  edges: Array<SocialProfileEdge>;
  /** The profiles alone; one that is gone since is null. */
  nodes: Array<Maybe<SocialProfile>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A profile in its place in a list. */
export type SocialProfileEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The profile; null when it is gone since. */
  node?: Maybe<SocialProfile>;
};

/** A picture or video, to be fetched by URL. Visible to those who see what it belongs to. */
export type SocialMedia = {
  /**
   * Where to fetch it until `urlExpiresAt`. Made for this very post or story and this viewer; a GET needs no token. At each
   * fetch it is looked at again whether the viewer may see it; what they may not see is not there.
   */
  url: Scalars['String']['output'];
  /** When `url` ends to work; ask again then. */
  urlExpiresAt: Scalars['DateTime']['output'];
  /** What it is. */
  kind: MediaKind;
  /** In pixels. */
  width: Scalars['Int']['output'];
  /** In pixels. */
  height: Scalars['Int']['output'];
};

/** What a medium is. */
export type MediaKind =
  /** A still picture. */
  | 'IMAGE'
  /** A moving picture. */
  | 'VIDEO';

/** In the photo app FOLLOWERS is narrower than EVERYONE, in the social app FRIENDS; the others are refused there. */
export type Audience =
  /** The author's followers in the photo app. Refused in the social app. */
  | 'FOLLOWERS'
  /** The author's friends in the social app. Refused in the photo app. */
  | 'FRIENDS'
  /** Everybody, also people who are signed out. */
  | 'EVERYONE';

/**
 * Something that its author shows for 24 hours. Visible to its author, to the author's friends and, with the audience
 * EVERYONE, to everybody, unless one of the two has blocked the other; one that may not be seen, was deleted or expired is
 * null everywhere.
 */
export type SocialStory = Node & {
  /** Opaque, unique in the whole graph, never changes. */
  id: Scalars['ID']['output'];
  /** Whose story it is. */
  author: SocialProfile;
  /** At most 2,000 characters (Unicode code points); null when it is a picture or video alone. */
  text?: Maybe<Scalars['String']['output']>;
  /** Its picture or video; null when it is text alone. */
  media?: Maybe<SocialMedia>;
  /** Who sees it beside the author: FRIENDS or EVERYONE. */
  audience: Audience;
  /** When it was posted. */
  postedAt: Scalars['DateTime']['output'];
  /** 24 hours after `postedAt`; from this millisecond on the story is served to nobody. */
  expiresAt: Scalars['DateTime']['output'];
  /** The app that it was shared from, by its author's choice; null when it was posted here. */
  crosspostedFrom?: Maybe<App>;
};

/** A page of stories. */
export type SocialStoryConnection = {
  /** The stories with a cursor each. */
  edges: Array<SocialStoryEdge>;
  /** The stories alone; one that is gone since is null. */
  nodes: Array<Maybe<SocialStory>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A story in its place in a list. */
export type SocialStoryEdge = {
  /** Its place, to be given as `after`. Opaque, valid for this list only. */
  cursor: Scalars['String']['output'];
  /** The story; null when it is gone since. */
  node?: Maybe<SocialStory>;
};

/** Why the social app refuses something that was asked of it. */
export type SocialErrorCode =
  /** No post has this id, or the viewer may not see it, or, where it is to be deleted, it is somebody else's. */
  | 'POST_NOT_FOUND'
  /** The viewer has no story with this id that has not expired. */
  | 'STORY_NOT_FOUND'
  /** No profile has this id, or its owner has blocked the viewer. */
  | 'PROFILE_NOT_FOUND'
  /** The viewer has blocked this profile; unblock it first. */
  | 'BLOCKED'
  /** This cannot be done to one's own profile. */
  | 'OWN_PROFILE'
  /** This person does not ask to be the viewer's friend. */
  | 'FRIEND_REQUEST_NOT_FOUND'
  /** One of the two has as many friends as a person may have: 4,999. */
  | 'FRIEND_LIMIT_REACHED'
  /** The text is blank or longer than it may be. */
  | 'TEXT_LENGTH_INVALID'
  /** The reaction is not exactly one emoji. */
  | 'REACTION_INVALID'
  /** The audience is none of the social app's: FRIENDS or EVERYONE. */
  | 'AUDIENCE_INVALID'
  /** An upload has 1 to 10,000,000 bytes. */
  | 'UPLOAD_TOO_LARGE'
  /** An upload is a picture (JPEG, PNG, WebP, AVIF, GIF) or a film (MP4, WebM). */
  | 'UPLOAD_TYPE_REFUSED'
  /** The digest is no SHA-256 in base64url. */
  | 'UPLOAD_DIGEST_MALFORMED'
  /** The viewer has 20 uploads that were not used yet. */
  | 'UPLOADS_TOO_MANY'
  /** The viewer has no whole upload with this id; it may have been refused, used, or be older than an hour. */
  | 'UPLOAD_NOT_FOUND'
  /** The idempotency key was used before, with another input. */
  | 'IDEMPOTENCY_KEY_REUSED';

/** A refusal of the social app. */
export type SocialError = UserError & {
  /** For programs. */
  code: SocialErrorCode;
  /** What must hold, what came instead and what to do, in English. */
  message: Scalars['String']['output'];
  /** Where in the input, relative to it: `["postId"]`. Null when it concerns the input as a whole. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A picture or film to upload. What is announced here is compared with what comes. */
export type CreateSocialUploadInput = {
  /** A media type such as `image/jpeg`. Believed by nobody: it only saves an upload that would be refused. */
  contentType?: InputMaybe<Scalars['String']['input']>;
  /** How many bytes: 1 to 10,000,000. A film may last 60 seconds. */
  bytes: Scalars['Int']['input'];
  /** The SHA-256 of the bytes in base64url, 43 characters. */
  sha256: Scalars['String']['input'];
  /** Chosen by the client, 1 to 128 characters: a retry with the same key and input within 24 hours answers the same upload. */
  idempotencyKey: Scalars['ID']['input'];
};

/** What came of it. */
export type CreateSocialUploadPayload = {
  /** Where to send the bytes; null when refused. */
  upload?: Maybe<SocialUpload>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/**
 * A place for one picture or film of the viewer. What was uploaded is encoded anew, so that nothing in it says where or with
 * what it was taken; what is not used within an hour is removed.
 */
export type SocialUpload = {
  /** Opaque; for `createPost`. */
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

/** A new post. */
export type CreatePostInput = {
  /** 1 to 5,000 characters (Unicode code points); white space around it is cut off. */
  text: Scalars['String']['input'];
  /** Who sees it beside the author: FRIENDS or EVERYONE. */
  audience?: Audience;
  /** An upload of the viewer (`createSocialUpload`) that was sent; it can be used once. Null: a post of words alone. */
  uploadId?: InputMaybe<Scalars['ID']['input']>;
  /** Chosen by the client, 1 to 128 characters: a retry with the same key and input answers the same post. */
  idempotencyKey: Scalars['ID']['input'];
};

/** What came of it. */
export type CreatePostPayload = {
  /** The new post; null when refused, as a retry is that comes after the post was deleted. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** A post to delete, with its reactions and comments. */
export type DeletePostInput = {
  /** A post of the viewer. */
  postId: Scalars['ID']['input'];
};

/** What came of it. */
export type DeletePostPayload = {
  /** The post as it was; null when refused. It is served to nobody from now on. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** A reaction. A person has at most one to a post: another one takes its place. */
export type ReactToPostInput = {
  /** A post that the viewer sees. */
  postId: Scalars['ID']['input'];
  /** Exactly one emoji, skin tones and joined sequences included. */
  reaction: Scalars['String']['input'];
};

/** What came of it. */
export type ReactToPostPayload = {
  /** The post with the reaction; null when refused. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** A reaction to take back. */
export type RemoveReactionInput = {
  /** A post that the viewer sees or has reacted to. */
  postId: Scalars['ID']['input'];
};

/** What came of it. */
export type RemoveReactionPayload = {
  /** The post without the reaction, also when there was none; null when refused, and when the viewer sees it no more. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** Somebody to ask to be a friend. */
export type RequestFriendInput = {
  /** Whom to ask. Who has asked the viewer already becomes a friend at once. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type RequestFriendPayload = {
  /** The profile that was asked, or is a friend now or was one already (`friendship` says which); null when refused. */
  profile?: Maybe<SocialProfile>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** A friend request to accept. */
export type AcceptFriendInput = {
  /** Who has asked the viewer. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type AcceptFriendPayload = {
  /** The profile that is a friend now, also when it was one already; null when refused. */
  profile?: Maybe<SocialProfile>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** A friend request to reject. Who asked is not told, and may ask again. */
export type RejectFriendInput = {
  /** Who has asked the viewer. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type RejectFriendPayload = {
  /** The profile whose request is gone, also when it was gone already; null when refused. */
  profile?: Maybe<SocialProfile>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** A friendship to end, or one's own request to take back. */
export type RemoveFriendInput = {
  /** A friend, or whom the viewer has asked. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type RemoveFriendPayload = {
  /** The profile that is no friend now, also when it was none; null when refused. */
  profile?: Maybe<SocialProfile>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** Somebody to block: ends a friendship and both requests, and hides the two from one another. */
export type BlockSocialProfileInput = {
  /** Whom to block. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type BlockSocialProfilePayload = {
  /** The profile that is blocked now, also when it was blocked already; null when refused. */
  profile?: Maybe<SocialProfile>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** Somebody to unblock. A friendship that the block has ended does not come back. */
export type UnblockSocialProfileInput = {
  /** Whom the viewer has blocked. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type UnblockSocialProfilePayload = {
  /** The profile that the viewer does not block now, also when they did not before; null when refused. */
  profile?: Maybe<SocialProfile>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** A new story, shown for 24 hours. */
export type PostSocialStoryInput = {
  /** 1 to 2,000 characters (Unicode code points); white space around it is cut off. */
  text: Scalars['String']['input'];
  /** Who sees it beside the author: FRIENDS or EVERYONE. */
  audience?: Audience;
  /** Chosen by the client, 1 to 128 characters: a retry with the same key and input answers the same story. */
  idempotencyKey: Scalars['ID']['input'];
};

/** What came of it. */
export type PostSocialStoryPayload = {
  /** The new story; null when refused, as a retry is that comes after the story has expired or was deleted. */
  story?: Maybe<SocialStory>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** A story to delete before it expires. */
export type DeleteSocialStoryInput = {
  /** A story of the viewer that has not expired. */
  storyId: Scalars['ID']['input'];
};

/** What came of it. */
export type DeleteSocialStoryPayload = {
  /** The story as it was; null when refused. It is served to nobody from now on. */
  story?: Maybe<SocialStory>;
  /** Why it was refused; empty when it was done. */
  errors: Array<SocialError>;
};

/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type Mutation = {
  /** Makes a place to upload a picture or film to. Needs a token of the social app. */
  createSocialUpload?: Maybe<CreateSocialUploadPayload>;
  /** Posts a text, with a picture or film if there is one. Needs a token of the social app. */
  createPost?: Maybe<CreatePostPayload>;
  /** Deletes a post of the viewer's own. Needs a token of the social app. */
  deletePost?: Maybe<DeletePostPayload>;
  /** Sets the viewer's reaction to a post. Needs a token of the social app. */
  reactToPost?: Maybe<ReactToPostPayload>;
  /** Takes the viewer's reaction to a post back, also from one that they see no more. Needs a token of the social app. */
  removeReaction?: Maybe<RemoveReactionPayload>;
  /** Asks somebody to be a friend, or accepts when they have asked already. Needs a token of the social app. */
  requestFriend?: Maybe<RequestFriendPayload>;
  /** Accepts a friend request. Needs a token of the social app. */
  acceptFriend?: Maybe<AcceptFriendPayload>;
  /** Rejects a friend request. Needs a token of the social app. */
  rejectFriend?: Maybe<RejectFriendPayload>;
  /** Ends a friendship, or takes the viewer's own request back. Needs a token of the social app. */
  removeFriend?: Maybe<RemoveFriendPayload>;
  /** Hides the viewer and another person from one another. Needs a token of the social app. */
  blockSocialProfile?: Maybe<BlockSocialProfilePayload>;
  /** Ends a block that the viewer has set. Needs a token of the social app. */
  unblockSocialProfile?: Maybe<UnblockSocialProfilePayload>;
  /** Posts a story. Needs a token of the social app. */
  postSocialStory?: Maybe<PostSocialStoryPayload>;
  /** Deletes a story of the viewer's own. Needs a token of the social app. */
  deleteSocialStory?: Maybe<DeleteSocialStoryPayload>;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationCreateSocialUploadArgs = {
  input: CreateSocialUploadInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationCreatePostArgs = {
  input: CreatePostInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationDeletePostArgs = {
  input: DeletePostInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationReactToPostArgs = {
  input: ReactToPostInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationRemoveReactionArgs = {
  input: RemoveReactionInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationRequestFriendArgs = {
  input: RequestFriendInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationAcceptFriendArgs = {
  input: AcceptFriendInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationRejectFriendArgs = {
  input: RejectFriendInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationRemoveFriendArgs = {
  input: RemoveFriendInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationBlockSocialProfileArgs = {
  input: BlockSocialProfileInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationUnblockSocialProfileArgs = {
  input: UnblockSocialProfileInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationPostSocialStoryArgs = {
  input: PostSocialStoryInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationDeleteSocialStoryArgs = {
  input: DeleteSocialStoryInput;
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
  SocialProfile: SocialProfile;
  SocialPersonalizationSignals: SocialPersonalizationSignals;
  Post: Post;
  PostComment: PostComment;
  SocialStory: SocialStory;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  SocialProfile:
    ( { __typename: 'SocialProfile' }
    & GraphQLRecursivePick<FederationTypes['SocialProfile'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['SocialProfile'], {"messengerAdSignals":{"topics":true,"validUntil":true},"photoAdSignals":{"topics":true,"validUntil":true}}> ) );
  SocialPersonalizationSignals:
    ( { __typename: 'SocialPersonalizationSignals' }
    & GraphQLRecursivePick<FederationTypes['SocialPersonalizationSignals'], {"grant":true}> );
  Post:
    ( { __typename: 'Post' }
    & GraphQLRecursivePick<FederationTypes['Post'], {"id":true}> );
  PostComment:
    ( { __typename: 'PostComment' }
    & GraphQLRecursivePick<FederationTypes['PostComment'], {"id":true}> );
  SocialStory:
    ( { __typename: 'SocialStory' }
    & GraphQLRecursivePick<FederationTypes['SocialStory'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( GivenProfile )
    | ( PostRow )
    | ( CommentRow )
    | ( StoryRow )
  ;
  Profile: ( GivenProfile );
  UserError: ( Partial<SocialError> );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Grant: ResolverTypeWrapper<Partial<Scalars['Grant']['output']>>;
  Topic: ResolverTypeWrapper<Partial<Scalars['Topic']['output']>>;
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  App: ResolverTypeWrapper<Partial<App>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  Profile: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Profile']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  PageInfo: ResolverTypeWrapper<Partial<PageInfo>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  SocialProfile: ResolverTypeWrapper<GivenProfile>;
  Friendship: ResolverTypeWrapper<Partial<Friendship>>;
  MessengerAdSignals: ResolverTypeWrapper<Partial<MessengerAdSignals>>;
  PhotoAdSignals: ResolverTypeWrapper<Partial<PhotoAdSignals>>;
  SocialPersonalizationSignals: ResolverTypeWrapper<Partial<SocialPersonalizationSignals>>;
  Reach: ResolverTypeWrapper<Partial<Reach>>;
  SocialSettings: ResolverTypeWrapper<SettingsRow>;
  Ad: ResolverTypeWrapper<ShownAd>;
  AdBasis: ResolverTypeWrapper<Partial<AdBasis>>;
  Post: ResolverTypeWrapper<PostRow>;
  PostComment: ResolverTypeWrapper<CommentRow>;
  PostCommentConnection: ResolverTypeWrapper<Partial<Omit<PostCommentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PostCommentEdge']>, nodes: Array<Maybe<ResolversTypes['PostComment']>> }>>;
  PostCommentEdge: ResolverTypeWrapper<Partial<Omit<PostCommentEdge, 'node'> & { node?: Maybe<ResolversTypes['PostComment']> }>>;
  PostConnection: ResolverTypeWrapper<Partial<Omit<PostConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PostEdge']>, nodes: Array<Maybe<ResolversTypes['Post']>> }>>;
  PostEdge: ResolverTypeWrapper<Partial<Omit<PostEdge, 'node'> & { node?: Maybe<ResolversTypes['Post']> }>>;
  SocialProfileConnection: ResolverTypeWrapper<Partial<Omit<SocialProfileConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SocialProfileEdge']>, nodes: Array<Maybe<ResolversTypes['SocialProfile']>> }>>;
  SocialProfileEdge: ResolverTypeWrapper<Partial<Omit<SocialProfileEdge, 'node'> & { node?: Maybe<ResolversTypes['SocialProfile']> }>>;
  SocialMedia: ResolverTypeWrapper<Partial<SocialMedia>>;
  MediaKind: ResolverTypeWrapper<Partial<MediaKind>>;
  Audience: ResolverTypeWrapper<Partial<Audience>>;
  SocialStory: ResolverTypeWrapper<StoryRow>;
  SocialStoryConnection: ResolverTypeWrapper<Partial<Omit<SocialStoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SocialStoryEdge']>, nodes: Array<Maybe<ResolversTypes['SocialStory']>> }>>;
  SocialStoryEdge: ResolverTypeWrapper<Partial<Omit<SocialStoryEdge, 'node'> & { node?: Maybe<ResolversTypes['SocialStory']> }>>;
  SocialErrorCode: ResolverTypeWrapper<Partial<SocialErrorCode>>;
  SocialError: ResolverTypeWrapper<Partial<SocialError>>;
  CreateSocialUploadInput: ResolverTypeWrapper<Partial<CreateSocialUploadInput>>;
  CreateSocialUploadPayload: ResolverTypeWrapper<Partial<CreateSocialUploadPayload>>;
  SocialUpload: ResolverTypeWrapper<Partial<SocialUpload>>;
  CreatePostInput: ResolverTypeWrapper<Partial<CreatePostInput>>;
  CreatePostPayload: ResolverTypeWrapper<Partial<Omit<CreatePostPayload, 'post'> & { post?: Maybe<ResolversTypes['Post']> }>>;
  DeletePostInput: ResolverTypeWrapper<Partial<DeletePostInput>>;
  DeletePostPayload: ResolverTypeWrapper<Partial<Omit<DeletePostPayload, 'post'> & { post?: Maybe<ResolversTypes['Post']> }>>;
  ReactToPostInput: ResolverTypeWrapper<Partial<ReactToPostInput>>;
  ReactToPostPayload: ResolverTypeWrapper<Partial<Omit<ReactToPostPayload, 'post'> & { post?: Maybe<ResolversTypes['Post']> }>>;
  RemoveReactionInput: ResolverTypeWrapper<Partial<RemoveReactionInput>>;
  RemoveReactionPayload: ResolverTypeWrapper<Partial<Omit<RemoveReactionPayload, 'post'> & { post?: Maybe<ResolversTypes['Post']> }>>;
  RequestFriendInput: ResolverTypeWrapper<Partial<RequestFriendInput>>;
  RequestFriendPayload: ResolverTypeWrapper<Partial<Omit<RequestFriendPayload, 'profile'> & { profile?: Maybe<ResolversTypes['SocialProfile']> }>>;
  AcceptFriendInput: ResolverTypeWrapper<Partial<AcceptFriendInput>>;
  AcceptFriendPayload: ResolverTypeWrapper<Partial<Omit<AcceptFriendPayload, 'profile'> & { profile?: Maybe<ResolversTypes['SocialProfile']> }>>;
  RejectFriendInput: ResolverTypeWrapper<Partial<RejectFriendInput>>;
  RejectFriendPayload: ResolverTypeWrapper<Partial<Omit<RejectFriendPayload, 'profile'> & { profile?: Maybe<ResolversTypes['SocialProfile']> }>>;
  RemoveFriendInput: ResolverTypeWrapper<Partial<RemoveFriendInput>>;
  RemoveFriendPayload: ResolverTypeWrapper<Partial<Omit<RemoveFriendPayload, 'profile'> & { profile?: Maybe<ResolversTypes['SocialProfile']> }>>;
  BlockSocialProfileInput: ResolverTypeWrapper<Partial<BlockSocialProfileInput>>;
  BlockSocialProfilePayload: ResolverTypeWrapper<Partial<Omit<BlockSocialProfilePayload, 'profile'> & { profile?: Maybe<ResolversTypes['SocialProfile']> }>>;
  UnblockSocialProfileInput: ResolverTypeWrapper<Partial<UnblockSocialProfileInput>>;
  UnblockSocialProfilePayload: ResolverTypeWrapper<Partial<Omit<UnblockSocialProfilePayload, 'profile'> & { profile?: Maybe<ResolversTypes['SocialProfile']> }>>;
  PostSocialStoryInput: ResolverTypeWrapper<Partial<PostSocialStoryInput>>;
  PostSocialStoryPayload: ResolverTypeWrapper<Partial<Omit<PostSocialStoryPayload, 'story'> & { story?: Maybe<ResolversTypes['SocialStory']> }>>;
  DeleteSocialStoryInput: ResolverTypeWrapper<Partial<DeleteSocialStoryInput>>;
  DeleteSocialStoryPayload: ResolverTypeWrapper<Partial<Omit<DeleteSocialStoryPayload, 'story'> & { story?: Maybe<ResolversTypes['SocialStory']> }>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Grant: Partial<Scalars['Grant']['output']>;
  Topic: Partial<Scalars['Topic']['output']>;
  DateTime: Partial<Scalars['DateTime']['output']>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Partial<Scalars['ID']['output']>;
  Profile: ResolversInterfaceTypes<ResolversParentTypes>['Profile'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  PageInfo: Partial<PageInfo>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  Query: Record<PropertyKey, never>;
  Int: Partial<Scalars['Int']['output']>;
  SocialProfile: GivenProfile;
  MessengerAdSignals: Partial<MessengerAdSignals>;
  PhotoAdSignals: Partial<PhotoAdSignals>;
  SocialPersonalizationSignals: Partial<SocialPersonalizationSignals | FederationReferenceTypes['SocialPersonalizationSignals']>;
  SocialSettings: SettingsRow;
  Ad: ShownAd;
  Post: PostRow;
  PostComment: CommentRow;
  PostCommentConnection: Partial<Omit<PostCommentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PostCommentEdge']>, nodes: Array<Maybe<ResolversParentTypes['PostComment']>> }>;
  PostCommentEdge: Partial<Omit<PostCommentEdge, 'node'> & { node?: Maybe<ResolversParentTypes['PostComment']> }>;
  PostConnection: Partial<Omit<PostConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PostEdge']>, nodes: Array<Maybe<ResolversParentTypes['Post']>> }>;
  PostEdge: Partial<Omit<PostEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Post']> }>;
  SocialProfileConnection: Partial<Omit<SocialProfileConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SocialProfileEdge']>, nodes: Array<Maybe<ResolversParentTypes['SocialProfile']>> }>;
  SocialProfileEdge: Partial<Omit<SocialProfileEdge, 'node'> & { node?: Maybe<ResolversParentTypes['SocialProfile']> }>;
  SocialMedia: Partial<SocialMedia>;
  SocialStory: StoryRow;
  SocialStoryConnection: Partial<Omit<SocialStoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SocialStoryEdge']>, nodes: Array<Maybe<ResolversParentTypes['SocialStory']>> }>;
  SocialStoryEdge: Partial<Omit<SocialStoryEdge, 'node'> & { node?: Maybe<ResolversParentTypes['SocialStory']> }>;
  SocialError: Partial<SocialError>;
  CreateSocialUploadInput: Partial<CreateSocialUploadInput>;
  CreateSocialUploadPayload: Partial<CreateSocialUploadPayload>;
  SocialUpload: Partial<SocialUpload>;
  CreatePostInput: Partial<CreatePostInput>;
  CreatePostPayload: Partial<Omit<CreatePostPayload, 'post'> & { post?: Maybe<ResolversParentTypes['Post']> }>;
  DeletePostInput: Partial<DeletePostInput>;
  DeletePostPayload: Partial<Omit<DeletePostPayload, 'post'> & { post?: Maybe<ResolversParentTypes['Post']> }>;
  ReactToPostInput: Partial<ReactToPostInput>;
  ReactToPostPayload: Partial<Omit<ReactToPostPayload, 'post'> & { post?: Maybe<ResolversParentTypes['Post']> }>;
  RemoveReactionInput: Partial<RemoveReactionInput>;
  RemoveReactionPayload: Partial<Omit<RemoveReactionPayload, 'post'> & { post?: Maybe<ResolversParentTypes['Post']> }>;
  RequestFriendInput: Partial<RequestFriendInput>;
  RequestFriendPayload: Partial<Omit<RequestFriendPayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['SocialProfile']> }>;
  AcceptFriendInput: Partial<AcceptFriendInput>;
  AcceptFriendPayload: Partial<Omit<AcceptFriendPayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['SocialProfile']> }>;
  RejectFriendInput: Partial<RejectFriendInput>;
  RejectFriendPayload: Partial<Omit<RejectFriendPayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['SocialProfile']> }>;
  RemoveFriendInput: Partial<RemoveFriendInput>;
  RemoveFriendPayload: Partial<Omit<RemoveFriendPayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['SocialProfile']> }>;
  BlockSocialProfileInput: Partial<BlockSocialProfileInput>;
  BlockSocialProfilePayload: Partial<Omit<BlockSocialProfilePayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['SocialProfile']> }>;
  UnblockSocialProfileInput: Partial<UnblockSocialProfileInput>;
  UnblockSocialProfilePayload: Partial<Omit<UnblockSocialProfilePayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['SocialProfile']> }>;
  PostSocialStoryInput: Partial<PostSocialStoryInput>;
  PostSocialStoryPayload: Partial<Omit<PostSocialStoryPayload, 'story'> & { story?: Maybe<ResolversParentTypes['SocialStory']> }>;
  DeleteSocialStoryInput: Partial<DeleteSocialStoryInput>;
  DeleteSocialStoryPayload: Partial<Omit<DeleteSocialStoryPayload, 'story'> & { story?: Maybe<ResolversParentTypes['SocialStory']> }>;
  Mutation: Record<PropertyKey, never>;
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

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'SocialProfile' | 'Post' | 'PostComment' | 'SocialStory', ParentType, ContextType>;
};

export type ProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Profile'] = ResolversParentTypes['Profile']> = {
  __resolveType: TypeResolveFn<'SocialProfile', ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'SocialError', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  socialMe?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType>;
  socialProfile?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType, RequireFields<QuerySocialProfileArgs, 'username'>>;
  socialProfiles?: Resolver<Maybe<ResolversTypes['SocialProfileConnection']>, ParentType, ContextType, RequireFields<QuerySocialProfilesArgs, 'search' | 'first'>>;
  socialFeed?: Resolver<Maybe<ResolversTypes['PostConnection']>, ParentType, ContextType, RequireFields<QuerySocialFeedArgs, 'first'>>;
  socialStories?: Resolver<Maybe<ResolversTypes['SocialStoryConnection']>, ParentType, ContextType, RequireFields<QuerySocialStoriesArgs, 'first'>>;
};

export type SocialProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialProfile'] = ResolversParentTypes['SocialProfile'], FederationReferenceType extends FederationReferenceTypes['SocialProfile'] = FederationReferenceTypes['SocialProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SocialProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  friendship?: Resolver<Maybe<ResolversTypes['Friendship']>, ParentType, ContextType>;
  friends?: Resolver<Maybe<ResolversTypes['SocialProfileConnection']>, ParentType, ContextType, RequireFields<SocialProfileFriendsArgs, 'first'>>;
  friendRequests?: Resolver<Maybe<ResolversTypes['SocialProfileConnection']>, ParentType, ContextType, RequireFields<SocialProfileFriendRequestsArgs, 'first'>>;
  sentFriendRequests?: Resolver<Maybe<ResolversTypes['SocialProfileConnection']>, ParentType, ContextType, RequireFields<SocialProfileSentFriendRequestsArgs, 'first'>>;
  blockedProfiles?: Resolver<Maybe<ResolversTypes['SocialProfileConnection']>, ParentType, ContextType, RequireFields<SocialProfileBlockedProfilesArgs, 'first'>>;
  posts?: Resolver<Maybe<ResolversTypes['PostConnection']>, ParentType, ContextType, RequireFields<SocialProfilePostsArgs, 'first'>>;
  stories?: Resolver<Maybe<ResolversTypes['SocialStoryConnection']>, ParentType, ContextType, RequireFields<SocialProfileStoriesArgs, 'first'>>;
  settings?: Resolver<Maybe<ResolversTypes['SocialSettings']>, ParentType, ContextType>;
  ads?: Resolver<Maybe<Array<ResolversTypes['Ad']>>, ParentType, ContextType, RequireFields<SocialProfileAdsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SocialPersonalizationSignalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialPersonalizationSignals'] = ResolversParentTypes['SocialPersonalizationSignals'], FederationReferenceType extends FederationReferenceTypes['SocialPersonalizationSignals'] = FederationReferenceTypes['SocialPersonalizationSignals']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SocialPersonalizationSignals']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SocialSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialSettings'] = ResolversParentTypes['SocialSettings']> = {
  whoMayTag?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  whoMayMessage?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  whoMayFind?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  whoMaySeeFriends?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ad'] = ResolversParentTypes['Ad']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  advertiser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['AdBasis'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Post'] = ResolversParentTypes['Post'], FederationReferenceType extends FederationReferenceTypes['Post'] = FederationReferenceTypes['Post']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Post']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['SocialProfile'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['SocialMedia']>, ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reactionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerReaction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['PostCommentConnection']>, ParentType, ContextType, RequireFields<PostCommentsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostCommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostComment'] = ResolversParentTypes['PostComment'], FederationReferenceType extends FederationReferenceTypes['PostComment'] = FederationReferenceTypes['PostComment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PostComment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['SocialProfile'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostCommentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostCommentConnection'] = ResolversParentTypes['PostCommentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PostCommentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['PostComment']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PostCommentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostCommentEdge'] = ResolversParentTypes['PostCommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['PostComment']>, ParentType, ContextType>;
};

export type PostConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostConnection'] = ResolversParentTypes['PostConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PostEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Post']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PostEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostEdge'] = ResolversParentTypes['PostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
};

export type SocialProfileConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialProfileConnection'] = ResolversParentTypes['SocialProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SocialProfileEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['SocialProfile']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SocialProfileEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialProfileEdge'] = ResolversParentTypes['SocialProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType>;
};

export type SocialMediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialMedia'] = ResolversParentTypes['SocialMedia']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  urlExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MediaKind'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SocialStoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialStory'] = ResolversParentTypes['SocialStory'], FederationReferenceType extends FederationReferenceTypes['SocialStory'] = FederationReferenceTypes['SocialStory']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SocialStory']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['SocialProfile'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['SocialMedia']>, ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  postedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  crosspostedFrom?: Resolver<Maybe<ResolversTypes['App']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SocialStoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialStoryConnection'] = ResolversParentTypes['SocialStoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SocialStoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['SocialStory']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SocialStoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialStoryEdge'] = ResolversParentTypes['SocialStoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['SocialStory']>, ParentType, ContextType>;
};

export type SocialErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialError'] = ResolversParentTypes['SocialError']> = {
  code?: Resolver<ResolversTypes['SocialErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateSocialUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSocialUploadPayload'] = ResolversParentTypes['CreateSocialUploadPayload']> = {
  upload?: Resolver<Maybe<ResolversTypes['SocialUpload']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type SocialUploadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialUpload'] = ResolversParentTypes['SocialUpload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  maxBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreatePostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePostPayload'] = ResolversParentTypes['CreatePostPayload']> = {
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type DeletePostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletePostPayload'] = ResolversParentTypes['DeletePostPayload']> = {
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type ReactToPostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactToPostPayload'] = ResolversParentTypes['ReactToPostPayload']> = {
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type RemoveReactionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveReactionPayload'] = ResolversParentTypes['RemoveReactionPayload']> = {
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type RequestFriendPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestFriendPayload'] = ResolversParentTypes['RequestFriendPayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type AcceptFriendPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptFriendPayload'] = ResolversParentTypes['AcceptFriendPayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type RejectFriendPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectFriendPayload'] = ResolversParentTypes['RejectFriendPayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type RemoveFriendPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveFriendPayload'] = ResolversParentTypes['RemoveFriendPayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type BlockSocialProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockSocialProfilePayload'] = ResolversParentTypes['BlockSocialProfilePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type UnblockSocialProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockSocialProfilePayload'] = ResolversParentTypes['UnblockSocialProfilePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type PostSocialStoryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostSocialStoryPayload'] = ResolversParentTypes['PostSocialStoryPayload']> = {
  story?: Resolver<Maybe<ResolversTypes['SocialStory']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type DeleteSocialStoryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteSocialStoryPayload'] = ResolversParentTypes['DeleteSocialStoryPayload']> = {
  story?: Resolver<Maybe<ResolversTypes['SocialStory']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createSocialUpload?: Resolver<Maybe<ResolversTypes['CreateSocialUploadPayload']>, ParentType, ContextType, RequireFields<MutationCreateSocialUploadArgs, 'input'>>;
  createPost?: Resolver<Maybe<ResolversTypes['CreatePostPayload']>, ParentType, ContextType, RequireFields<MutationCreatePostArgs, 'input'>>;
  deletePost?: Resolver<Maybe<ResolversTypes['DeletePostPayload']>, ParentType, ContextType, RequireFields<MutationDeletePostArgs, 'input'>>;
  reactToPost?: Resolver<Maybe<ResolversTypes['ReactToPostPayload']>, ParentType, ContextType, RequireFields<MutationReactToPostArgs, 'input'>>;
  removeReaction?: Resolver<Maybe<ResolversTypes['RemoveReactionPayload']>, ParentType, ContextType, RequireFields<MutationRemoveReactionArgs, 'input'>>;
  requestFriend?: Resolver<Maybe<ResolversTypes['RequestFriendPayload']>, ParentType, ContextType, RequireFields<MutationRequestFriendArgs, 'input'>>;
  acceptFriend?: Resolver<Maybe<ResolversTypes['AcceptFriendPayload']>, ParentType, ContextType, RequireFields<MutationAcceptFriendArgs, 'input'>>;
  rejectFriend?: Resolver<Maybe<ResolversTypes['RejectFriendPayload']>, ParentType, ContextType, RequireFields<MutationRejectFriendArgs, 'input'>>;
  removeFriend?: Resolver<Maybe<ResolversTypes['RemoveFriendPayload']>, ParentType, ContextType, RequireFields<MutationRemoveFriendArgs, 'input'>>;
  blockSocialProfile?: Resolver<Maybe<ResolversTypes['BlockSocialProfilePayload']>, ParentType, ContextType, RequireFields<MutationBlockSocialProfileArgs, 'input'>>;
  unblockSocialProfile?: Resolver<Maybe<ResolversTypes['UnblockSocialProfilePayload']>, ParentType, ContextType, RequireFields<MutationUnblockSocialProfileArgs, 'input'>>;
  postSocialStory?: Resolver<Maybe<ResolversTypes['PostSocialStoryPayload']>, ParentType, ContextType, RequireFields<MutationPostSocialStoryArgs, 'input'>>;
  deleteSocialStory?: Resolver<Maybe<ResolversTypes['DeleteSocialStoryPayload']>, ParentType, ContextType, RequireFields<MutationDeleteSocialStoryArgs, 'input'>>;
};

export type Resolvers<ContextType = Context> = {
  Grant?: GraphQLScalarType;
  Topic?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  Profile?: ProfileResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SocialProfile?: SocialProfileResolvers<ContextType>;
  SocialPersonalizationSignals?: SocialPersonalizationSignalsResolvers<ContextType>;
  SocialSettings?: SocialSettingsResolvers<ContextType>;
  Ad?: AdResolvers<ContextType>;
  Post?: PostResolvers<ContextType>;
  PostComment?: PostCommentResolvers<ContextType>;
  PostCommentConnection?: PostCommentConnectionResolvers<ContextType>;
  PostCommentEdge?: PostCommentEdgeResolvers<ContextType>;
  PostConnection?: PostConnectionResolvers<ContextType>;
  PostEdge?: PostEdgeResolvers<ContextType>;
  SocialProfileConnection?: SocialProfileConnectionResolvers<ContextType>;
  SocialProfileEdge?: SocialProfileEdgeResolvers<ContextType>;
  SocialMedia?: SocialMediaResolvers<ContextType>;
  SocialStory?: SocialStoryResolvers<ContextType>;
  SocialStoryConnection?: SocialStoryConnectionResolvers<ContextType>;
  SocialStoryEdge?: SocialStoryEdgeResolvers<ContextType>;
  SocialError?: SocialErrorResolvers<ContextType>;
  CreateSocialUploadPayload?: CreateSocialUploadPayloadResolvers<ContextType>;
  SocialUpload?: SocialUploadResolvers<ContextType>;
  CreatePostPayload?: CreatePostPayloadResolvers<ContextType>;
  DeletePostPayload?: DeletePostPayloadResolvers<ContextType>;
  ReactToPostPayload?: ReactToPostPayloadResolvers<ContextType>;
  RemoveReactionPayload?: RemoveReactionPayloadResolvers<ContextType>;
  RequestFriendPayload?: RequestFriendPayloadResolvers<ContextType>;
  AcceptFriendPayload?: AcceptFriendPayloadResolvers<ContextType>;
  RejectFriendPayload?: RejectFriendPayloadResolvers<ContextType>;
  RemoveFriendPayload?: RemoveFriendPayloadResolvers<ContextType>;
  BlockSocialProfilePayload?: BlockSocialProfilePayloadResolvers<ContextType>;
  UnblockSocialProfilePayload?: UnblockSocialProfilePayloadResolvers<ContextType>;
  PostSocialStoryPayload?: PostSocialStoryPayloadResolvers<ContextType>;
  DeleteSocialStoryPayload?: DeleteSocialStoryPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  person?: PersonDirectiveResolver<any, any, ContextType>;
  consented?: ConsentedDirectiveResolver<any, any, ContextType>;
  uses?: UsesDirectiveResolver<any, any, ContextType>;
  sealed?: SealedDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
};

