// Generated from schema/photo.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GivenProfile } from '../inputs.ts';
import type { SettingsRow, PhotoRow, CommentRow, StoryRow } from '../rows.ts';
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

export type Query = {
  /** The viewer's own photo profile: works without accounts. Null when signed out of the photo app. */
  photoMe?: Maybe<PhotoProfile>;
  /**
   * The profile with exactly this username (upper and lower case are the same, a leading @ is ignored). Null when there
   * is none, when it is private and the viewer neither owns it nor is a follower it has accepted, and when one of the
   * two has blocked the other; these look alike.
   */
  photoProfile?: Maybe<PhotoProfile>;
  /**
   * Public profiles in which each word of the search begins the username, a part of it, or a word of the display name;
   * case and accents do not count. By username, A to Z. Private profiles are never found, nor is anybody of whom one has
   * blocked the other; they leave no gap. An empty search finds nobody.
   */
  photoProfiles?: Maybe<PhotoProfileConnection>;
  /**
   * Photos of the viewer and of those whom the viewer follows, newest first, by the privacy and the blocks of now. Null
   * when signed out of the photo app.
   */
  photoFeed?: Maybe<PhotoConnection>;
  /**
   * Stories of the viewer and of those whom the viewer follows that have not expired, newest first. Null when signed out
   * of the photo app.
   */
  photoStories?: Maybe<PhotoStoryConnection>;
};


export type QueryPhotoProfileArgs = {
  username: Scalars['String']['input'];
};


export type QueryPhotoProfilesArgs = {
  search: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPhotoFeedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPhotoStoriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A person in the photo app. `id`, `app`, `username`, `displayName` and `private` are visible by id to anybody. The
 * content (`bio`, `followers`, `following`, `posts`, `stories`) of a public profile is visible to everybody, of a
 * private one to its owner and the followers it has accepted, and in no case between two people of whom one has
 * blocked the other: it is null then, an empty list means that there is nothing.
 */
export type PhotoProfile = Profile & Node & {
  /** Opaque, unrelated to the ids of the same person in other apps. */
  id: Scalars['ID']['output'];
  /** Always PHOTO. */
  app: App;
  /** Unique in the photo app, in lower case, without @: 3 to 30 of a-z, 0-9, dot and underscore. */
  username: Scalars['String']['output'];
  /** The name to show, 1 to 80 characters. */
  displayName: Scalars['String']['output'];
  /** A few words about oneself, at most 300 characters. Null when hidden and when there are none. */
  bio?: Maybe<Scalars['String']['output']>;
  /** Whether followers must be accepted, and everything but the name is for them only. */
  private: Scalars['Boolean']['output'];
  /** How the viewer stands to this profile. Null when signed out of the photo app and for one's own profile. */
  viewerFollow?: Maybe<PhotoFollowState>;
  /**
   * Who follows this profile, last first. Others than its owner do not see private profiles in it that they do not
   * follow, nor any gap in their place. Null when hidden.
   */
  followers?: Maybe<PhotoProfileConnection>;
  /**
   * Whom this profile follows, last first. Others than its owner do not see private profiles in it that they do not
   * follow, nor any gap in their place. Null when hidden.
   */
  following?: Maybe<PhotoProfileConnection>;
  /** Own profile only, null for anybody else: who asks to follow, last first. Empty for a public profile. */
  followRequests?: Maybe<PhotoProfileConnection>;
  /** Own profile only, null for anybody else: whom its owner has blocked, last first. */
  blockedProfiles?: Maybe<PhotoProfileConnection>;
  /** Photos of this profile, newest first. Null when hidden. */
  posts?: Maybe<PhotoConnection>;
  /**
   * Stories of this profile that have not expired, newest first: all of them for its owner and its followers, those for
   * EVERYONE for others. Null when hidden.
   */
  stories?: Maybe<PhotoStoryConnection>;
  /** Own profile only, null for anybody else. */
  settings?: Maybe<PhotoSettings>;
  /** The road to what the messenger lets the photo app know, only as `grants` decides. Never in the public graph. */
  messengerPersonalizationSignals?: Maybe<MessengerPersonalizationSignals>;
  /** The road to what the messenger lets the photo app know, only as `grants` decides. Never in the public graph. */
  messengerImprovementSignals?: Maybe<MessengerImprovementSignals>;
  /** The road to what the social app lets the photo app know, only as `grants` decides. Never in the public graph. */
  socialPersonalizationSignals?: Maybe<SocialPersonalizationSignals>;
  /**
   * Own profile only, null for anybody else: public profiles that the viewer does not follow yet. Without consent
   * contextual, of the same number: those that gained most followers lately, then the newest. With consent those of the
   * first hundred come first whose photos are about topics that other apps share. Fewer only when there are no more.
   */
  suggestedProfiles?: Maybe<Array<ProfileSuggestion>>;
  /**
   * Own profile only, null for anybody else: what the app measures to improve this person's feed, as far as they let it.
   * Null, too, while there is nothing in the feed to measure.
   */
  feedQuality?: Maybe<FeedQuality>;
};


/**
 * A person in the photo app. `id`, `app`, `username`, `displayName` and `private` are visible by id to anybody. The
 * content (`bio`, `followers`, `following`, `posts`, `stories`) of a public profile is visible to everybody, of a
 * private one to its owner and the followers it has accepted, and in no case between two people of whom one has
 * blocked the other: it is null then, an empty list means that there is nothing.
 */
export type PhotoProfileFollowersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the photo app. `id`, `app`, `username`, `displayName` and `private` are visible by id to anybody. The
 * content (`bio`, `followers`, `following`, `posts`, `stories`) of a public profile is visible to everybody, of a
 * private one to its owner and the followers it has accepted, and in no case between two people of whom one has
 * blocked the other: it is null then, an empty list means that there is nothing.
 */
export type PhotoProfileFollowingArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the photo app. `id`, `app`, `username`, `displayName` and `private` are visible by id to anybody. The
 * content (`bio`, `followers`, `following`, `posts`, `stories`) of a public profile is visible to everybody, of a
 * private one to its owner and the followers it has accepted, and in no case between two people of whom one has
 * blocked the other: it is null then, an empty list means that there is nothing.
 */
export type PhotoProfileFollowRequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the photo app. `id`, `app`, `username`, `displayName` and `private` are visible by id to anybody. The
 * content (`bio`, `followers`, `following`, `posts`, `stories`) of a public profile is visible to everybody, of a
 * private one to its owner and the followers it has accepted, and in no case between two people of whom one has
 * blocked the other: it is null then, an empty list means that there is nothing.
 */
export type PhotoProfileBlockedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the photo app. `id`, `app`, `username`, `displayName` and `private` are visible by id to anybody. The
 * content (`bio`, `followers`, `following`, `posts`, `stories`) of a public profile is visible to everybody, of a
 * private one to its owner and the followers it has accepted, and in no case between two people of whom one has
 * blocked the other: it is null then, an empty list means that there is nothing.
 */
export type PhotoProfilePostsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the photo app. `id`, `app`, `username`, `displayName` and `private` are visible by id to anybody. The
 * content (`bio`, `followers`, `following`, `posts`, `stories`) of a public profile is visible to everybody, of a
 * private one to its owner and the followers it has accepted, and in no case between two people of whom one has
 * blocked the other: it is null then, an empty list means that there is nothing.
 */
export type PhotoProfileStoriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A person in the photo app. `id`, `app`, `username`, `displayName` and `private` are visible by id to anybody. The
 * content (`bio`, `followers`, `following`, `posts`, `stories`) of a public profile is visible to everybody, of a
 * private one to its owner and the followers it has accepted, and in no case between two people of whom one has
 * blocked the other: it is null then, an empty list means that there is nothing.
 */
export type PhotoProfileSuggestedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** How a viewer stands to a profile of the photo app. */
export type PhotoFollowState =
  /** The viewer neither follows nor asks to. */
  | 'NONE'
  /** The viewer asked to follow a private profile that has not answered yet. */
  | 'REQUESTED'
  /** The viewer follows. */
  | 'FOLLOWING';

/** The messenger's topics of one person, for suggestions, for half a second at most. Never in the public graph. */
export type MessengerPersonalizationSignals = {
  /** Topics of the published vocabulary. */
  topics: Array<Scalars['Topic']['output']>;
  /** Until when they may be used. */
  validUntil: Scalars['DateTime']['output'];
};

/** The messenger's measure of one person's activity, for improving the feed, for half a second at most. Never in the public graph. */
export type MessengerImprovementSignals = {
  /** Days, of the last 30. */
  activeDays: Scalars['Int']['output'];
  /** Until when it may be used. */
  validUntil: Scalars['DateTime']['output'];
};

/** The social app's topics of one person, for suggestions, for half a second at most. Never in the public graph. */
export type SocialPersonalizationSignals = {
  /** Topics of the published vocabulary. */
  topics: Array<Scalars['Topic']['output']>;
  /** Until when they may be used. */
  validUntil: Scalars['DateTime']['output'];
};

/** Topics of liked and own photos. Answered only for a grant that holds. Never in the public graph. */
export type PhotoAdSignals = {
  /** What opens it. */
  grant: Scalars['Grant']['output'];
  /** Topics of the published vocabulary, most frequent first. */
  topics: Array<Scalars['Topic']['output']>;
  /** Until when they may be used: the grant's expiry. */
  validUntil: Scalars['DateTime']['output'];
};

/** What the app measures to improve a person's feed. */
export type FeedQuality = {
  /**
   * 0 to 1. Contextual: the share of the newest 50 photos of others in the feed that the viewer liked. Personalized: of as
   * many as fit the days of the last 30 on which the viewer was active in the messenger: all 50 for 30 days, 5 for 3.
   */
  score: Scalars['Float']['output'];
  /** Whether data of another app took part. */
  basis: PhotoBasis;
};

/** Who may do a thing. The same three values in every app. */
export type Reach =
  /** Nobody but the owner. */
  | 'NOBODY'
  /** The people the owner is connected with: contacts, friends, or followers the owner accepted. */
  | 'CONNECTIONS'
  /** Everybody, also people who are signed out. */
  | 'EVERYONE';

/** What a person has chosen in the photo app. Visible to its owner only. */
export type PhotoSettings = {
  /** Who may tag the owner in a photo; CONNECTIONS are the owner's followers. */
  whoMayTag: Reach;
  /** Who may send the owner a message; CONNECTIONS are the owner's followers. */
  whoMayMessage: Reach;
  /** The look of the app: `light`, `dark` or `system`. */
  theme: Scalars['String']['output'];
  /** The language of the app, as a BCP 47 tag: `en`, `pt-BR`. */
  language: Scalars['String']['output'];
};

/** A profile that the viewer may like to follow. */
export type ProfileSuggestion = {
  /** The profile; public, and not followed yet. */
  profile?: Maybe<PhotoProfile>;
  /** Whether data of another app took part. */
  basis: PhotoBasis;
  /** The reason, a sentence in English for the viewer. */
  why: Scalars['String']['output'];
};

/** What an answer was made from. */
export type PhotoBasis =
  /** Data of another app took part, for a purpose that the viewer switched on. */
  | 'PERSONALIZED'
  /** The photo app's own data only. */
  | 'CONTEXTUAL';

/** A published photo. Visible to whoever sees the content of its author's profile; null by id for everybody else. */
export type Photo = Node & {
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** Who published it. */
  author: PhotoProfile;
  /** At most 2,000 characters; null when there is none. */
  caption?: Maybe<Scalars['String']['output']>;
  /** The picture; null while there is none to show. */
  media?: Maybe<PhotoMedia>;
  /** How many like it: exact up to 10,000, which means 10,000 or more. */
  likeCount: Scalars['Int']['output'];
  /** Whether the viewer likes it; null when signed out of the photo app. */
  likedByViewer?: Maybe<Scalars['Boolean']['output']>;
  /** When the picture was taken; null when unknown. */
  takenAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Comments, oldest first, for whoever sees the photo; without those of people of whom one has blocked the other,
   * which leave no gap.
   */
  comments?: Maybe<PhotoCommentConnection>;
};


/** A published photo. Visible to whoever sees the content of its author's profile; null by id for everybody else. */
export type PhotoCommentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A comment on a photo. Visible to whoever sees the photo, unless viewer and author have blocked one another. */
export type PhotoComment = Node & {
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** Who wrote it. */
  author: PhotoProfile;
  /** At most 2,000 characters. */
  text: Scalars['String']['output'];
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
};

/** Comments, a page at a time. */
export type PhotoCommentConnection = {
  /** The page, with a cursor for each. */
  edges: Array<PhotoCommentEdge>;
  /** The page without cursors. */
  nodes: Array<Maybe<PhotoComment>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** One of a page, with the place where it stands. */
export type PhotoCommentEdge = {
  /** Opaque; valid for this very list and viewer. */
  cursor: Scalars['String']['output'];
  /** What stands here; null when it could not be answered. */
  node?: Maybe<PhotoComment>;
};

/** Photos, a page at a time. */
export type PhotoConnection = {
  /** The page, with a cursor for each. */
  edges: Array<PhotoEdge>;
  /** The page without cursors. */
  nodes: Array<Maybe<Photo>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** One of a page, with the place where it stands. */
export type PhotoEdge = {
  /** Opaque; valid for this very list and viewer. */
  cursor: Scalars['String']['output'];
  /** What stands here; null when it could not be answered. */
  node?: Maybe<Photo>;
};

/** Profiles, a page at a time. */
export type PhotoProfileConnection = {
  /** The page, with a cursor for each. */
  edges: Array<PhotoProfileEdge>;
  /** The page without cursors. */
  nodes: Array<Maybe<PhotoProfile>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** One of a page, with the place where it stands. */
export type PhotoProfileEdge = {
  /** Opaque; valid for this very list and viewer. */
  cursor: Scalars['String']['output'];
  /** What stands here; null when it could not be answered. */
  node?: Maybe<PhotoProfile>;
};

/** A picture or film to fetch, without anything in it that says where it was taken. */
export type PhotoMedia = {
  /**
   * Made for this very photo or story and this viewer; a GET needs no token. At each fetch it is looked at again whether
   * the viewer may see it; what they may not see is not there.
   */
  url: Scalars['String']['output'];
  /** When the URL ends: 5 minutes after it was asked. */
  urlExpiresAt: Scalars['DateTime']['output'];
  /** What it is. */
  kind: MediaKind;
  /** In pixels. */
  width: Scalars['Int']['output'];
  /** In pixels. */
  height: Scalars['Int']['output'];
};

/** What can be shown. */
export type MediaKind =
  /** A still picture (WebP or JPEG). */
  | 'IMAGE'
  /** A film. */
  | 'VIDEO';

/** In the photo app FOLLOWERS is narrower than EVERYONE, in the social app FRIENDS; the others are refused there. */
export type Audience =
  /** The followers of the author, in the photo app. */
  | 'FOLLOWERS'
  /** The friends of the author, in the social app. */
  | 'FRIENDS'
  /** Everybody who may see the author's profile; of a private profile that is its followers. */
  | 'EVERYONE';

/**
 * A story, shown for 24 hours. Visible to its author and the followers; one for EVERYONE to whoever sees the content of the
 * author's profile. Null by id for everybody else, and for everybody once it has expired or was deleted.
 */
export type PhotoStory = Node & {
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** Who posted it. */
  author: PhotoProfile;
  /** 1 to 2,000 characters; null when there is none. */
  caption?: Maybe<Scalars['String']['output']>;
  /** The picture; null for a story of words. */
  media?: Maybe<PhotoMedia>;
  /** For whom it is: FOLLOWERS or EVERYONE. */
  audience: Audience;
  /** When it was posted. */
  postedAt: Scalars['DateTime']['output'];
  /** 24 hours after it was posted: served to nobody from this very millisecond on. */
  expiresAt: Scalars['DateTime']['output'];
  /** The app it was shared from; null when it was posted here. */
  crosspostedFrom?: Maybe<App>;
};

/** Stories, a page at a time. */
export type PhotoStoryConnection = {
  /** The page, with a cursor for each. */
  edges: Array<PhotoStoryEdge>;
  /** The page without cursors. */
  nodes: Array<Maybe<PhotoStory>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** One of a page, with the place where it stands. */
export type PhotoStoryEdge = {
  /** Opaque; valid for this very list and viewer. */
  cursor: Scalars['String']['output'];
  /** What stands here; null when it could not be answered. */
  node?: Maybe<PhotoStory>;
};

/** Why the photo app refused something that a person can do something about. Missing, expired and hidden look alike. */
export type PhotoErrorCode =
  /** No photo has this id, or the viewer may not see it. */
  | 'PHOTO_NOT_FOUND'
  /** The profile is private, and the viewer is no follower of it. Not answered yet: what is hidden looks missing. */
  | 'PROFILE_PRIVATE'
  /** No profile has this id, or its owner has blocked the viewer. */
  | 'PROFILE_NOT_FOUND'
  /** This cannot be done to one's own profile. */
  | 'OWN_PROFILE'
  /** The viewer has blocked this profile. */
  | 'BLOCKED'
  /** This profile does not ask to follow the viewer (any more). */
  | 'FOLLOW_REQUEST_NOT_FOUND'
  /** A profile follows and asks to follow at most 1,000 others. */
  | 'FOLLOWING_LIMIT_REACHED'
  /** The viewer has no story with this id, or it has expired or was deleted. */
  | 'STORY_NOT_FOUND'
  /** A story needs a caption of 1 to 2,000 characters; that of a photo has as many at the most. */
  | 'CAPTION_INVALID'
  /** A story in the photo app is for FOLLOWERS or EVERYONE. */
  | 'AUDIENCE_REFUSED'
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

/** A refusal of the photo app. */
export type PhotoError = UserError & {
  /** For programs. */
  code: PhotoErrorCode;
  /** What must hold, what came instead and what to do, in English. */
  message: Scalars['String']['output'];
  /** Where in the input, relative to it: `["storyId"]`. Null when it concerns the input as a whole. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Somebody to follow. */
export type FollowPhotoProfileInput = {
  /** Whom to follow. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type FollowPhotoProfilePayload = {
  /** The profile that is followed or asked now (`viewerFollow` says which); null when refused. */
  profile?: Maybe<PhotoProfile>;
  /** Why it was refused; empty when it was done, also when the viewer followed or asked already. */
  errors: Array<PhotoError>;
};

/** Somebody to follow no longer. */
export type UnfollowPhotoProfileInput = {
  /** Whom not to follow. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type UnfollowPhotoProfilePayload = {
  /** The profile that is neither followed nor asked now; null when refused. */
  profile?: Maybe<PhotoProfile>;
  /** Why it was refused; empty when it was done, also when the viewer did not follow. */
  errors: Array<PhotoError>;
};

/** A request to say yes to. */
export type AcceptPhotoFollowerInput = {
  /** Who asks to follow. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type AcceptPhotoFollowerPayload = {
  /** The profile that is a follower now; null when refused. */
  profile?: Maybe<PhotoProfile>;
  /** Why it was refused; empty when it was done, also when it was a follower already. */
  errors: Array<PhotoError>;
};

/** A request to say no to. */
export type RejectPhotoFollowerInput = {
  /** Who asks to follow. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type RejectPhotoFollowerPayload = {
  /** The profile that does not ask any more; null when refused. */
  profile?: Maybe<PhotoProfile>;
  /** Why it was refused; empty when it was done, also when it did not ask. */
  errors: Array<PhotoError>;
};

/** A follower to remove. */
export type RemovePhotoFollowerInput = {
  /** Who shall not follow. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type RemovePhotoFollowerPayload = {
  /** The profile that is no follower now; null when refused. */
  profile?: Maybe<PhotoProfile>;
  /** Why it was refused; empty when it was done, also when it was no follower. */
  errors: Array<PhotoError>;
};

/** Somebody to block. */
export type BlockPhotoProfileInput = {
  /** Whom to block. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type BlockPhotoProfilePayload = {
  /** The profile that is blocked now; null when refused. */
  profile?: Maybe<PhotoProfile>;
  /** Why it was refused; empty when it was done, also when it was blocked already. */
  errors: Array<PhotoError>;
};

/** Somebody to block no longer. */
export type UnblockPhotoProfileInput = {
  /** Whom to unblock. */
  profileId: Scalars['ID']['input'];
};

/** What came of it. */
export type UnblockPhotoProfilePayload = {
  /** The profile that is not blocked now; null when refused. */
  profile?: Maybe<PhotoProfile>;
  /** Why it was refused; empty when it was done, also when it was not blocked. */
  errors: Array<PhotoError>;
};

/** A photo to like. */
export type LikePhotoInput = {
  /** Which one. */
  photoId: Scalars['ID']['input'];
};

/** What came of it. */
export type LikePhotoPayload = {
  /** The photo that is liked now; null when refused. */
  photo?: Maybe<Photo>;
  /** Why it was refused; empty when it was done, also when the viewer liked it already. */
  errors: Array<PhotoError>;
};

/** A photo to like no longer. */
export type UnlikePhotoInput = {
  /** Which one. */
  photoId: Scalars['ID']['input'];
};

/** What came of it. */
export type UnlikePhotoPayload = {
  /** The photo that is not liked now; null when refused. */
  photo?: Maybe<Photo>;
  /** Why it was refused; empty when it was done, also when the viewer did not like it. */
  errors: Array<PhotoError>;
};

/** A new story. */
export type PostPhotoStoryInput = {
  /** 1 to 2,000 characters; white space around it is cut off. */
  caption: Scalars['String']['input'];
  /** FOLLOWERS or EVERYONE. */
  audience: Audience;
  /** Chosen by the client, 1 to 128 characters: a retry with the same key and input within 24 hours answers the same story. */
  idempotencyKey: Scalars['ID']['input'];
};

/** What came of it. */
export type PostPhotoStoryPayload = {
  /** The new story; null when refused, as a retry is that comes after the story has expired or was deleted. */
  story?: Maybe<PhotoStory>;
  /** Why it was refused; empty when it was done. */
  errors: Array<PhotoError>;
};

/** A story to take back. */
export type DeletePhotoStoryInput = {
  /** A story of the viewer. */
  storyId: Scalars['ID']['input'];
};

/** What came of it. */
export type DeletePhotoStoryPayload = {
  /** The story as it was; null when refused. It is served to nobody from now on. */
  story?: Maybe<PhotoStory>;
  /** Why it was refused; empty when it was done. */
  errors: Array<PhotoError>;
};

/** A picture or film to upload. What is announced here is compared with what comes. */
export type CreatePhotoUploadInput = {
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
export type CreatePhotoUploadPayload = {
  /** Where to send the bytes; null when refused. */
  upload?: Maybe<PhotoUpload>;
  /** Why it was refused; empty when it was done. */
  errors: Array<PhotoError>;
};

/**
 * A place for one picture or film of the viewer. What was uploaded is encoded anew, so that nothing in it says where or with
 * what it was taken; what is not used within an hour is removed.
 */
export type PhotoUpload = {
  /** Opaque; for `publishPhoto`. */
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

/** A photo to publish. */
export type PublishPhotoInput = {
  /** An upload of the viewer (`createPhotoUpload`) that was sent; it can be used once. */
  uploadId: Scalars['ID']['input'];
  /** At most 2,000 characters; white space around it is cut off. Null: none. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client, 1 to 128 characters: a retry with the same key and input within 24 hours answers the same photo. */
  idempotencyKey: Scalars['ID']['input'];
};

/** What came of it. */
export type PublishPhotoPayload = {
  /** The new photo; null when refused, as a retry is that comes after the photo was deleted. */
  photo?: Maybe<Photo>;
  /** Why it was refused; empty when it was done. */
  errors: Array<PhotoError>;
};

/** Another caption for a photo. */
export type EditPhotoInput = {
  /** A photo of the viewer. */
  photoId: Scalars['ID']['input'];
  /** At most 2,000 characters; white space around it is cut off. Null: none. */
  caption?: InputMaybe<Scalars['String']['input']>;
};

/** What came of it. */
export type EditPhotoPayload = {
  /** The photo as it is now; null when refused. */
  photo?: Maybe<Photo>;
  /** Why it was refused; empty when it was done. */
  errors: Array<PhotoError>;
};

/** A photo to delete, with its likes and comments. */
export type DeletePhotoInput = {
  /** A photo of the viewer. */
  photoId: Scalars['ID']['input'];
};

/** What came of it. */
export type DeletePhotoPayload = {
  /** The photo as it was; null when refused. It is served to nobody from now on, and its picture is removed. */
  photo?: Maybe<Photo>;
  /** Why it was refused; empty when it was done. */
  errors: Array<PhotoError>;
};

/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type Mutation = {
  /** Follows a public profile at once; asks a private one, whose owner accepts or rejects. */
  followPhotoProfile?: Maybe<FollowPhotoProfilePayload>;
  /** Ends following, or takes the request back. */
  unfollowPhotoProfile?: Maybe<UnfollowPhotoProfilePayload>;
  /** Lets somebody who asked follow the viewer. */
  acceptPhotoFollower?: Maybe<AcceptPhotoFollowerPayload>;
  /** Refuses somebody who asked. They are not told and may ask again. */
  rejectPhotoFollower?: Maybe<RejectPhotoFollowerPayload>;
  /** Makes somebody follow the viewer no longer. They are not told. */
  removePhotoFollower?: Maybe<RemovePhotoFollowerPayload>;
  /**
   * Hides two people from one another, in search, look-up, lists and content, at once and both ways, and ends following
   * both ways. The other is not told.
   */
  blockPhotoProfile?: Maybe<BlockPhotoProfilePayload>;
  /** Ends the viewer's own block. Following does not come back; a block by the other stays. */
  unblockPhotoProfile?: Maybe<UnblockPhotoProfilePayload>;
  /** Makes a place to upload a picture or film to. */
  createPhotoUpload?: Maybe<CreatePhotoUploadPayload>;
  /** Publishes what was uploaded. */
  publishPhoto?: Maybe<PublishPhotoPayload>;
  /** Changes the caption of a photo of the viewer. */
  editPhoto?: Maybe<EditPhotoPayload>;
  /** Deletes a photo of the viewer. */
  deletePhoto?: Maybe<DeletePhotoPayload>;
  /** Likes a photo that the viewer sees. */
  likePhoto?: Maybe<LikePhotoPayload>;
  /** Takes the viewer's like back, also from a photo that the viewer sees no more. */
  unlikePhoto?: Maybe<UnlikePhotoPayload>;
  /** Shows a story of words for 24 hours. */
  postPhotoStory?: Maybe<PostPhotoStoryPayload>;
  /** Takes a story of the viewer back before it expires; its words are erased. */
  deletePhotoStory?: Maybe<DeletePhotoStoryPayload>;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationFollowPhotoProfileArgs = {
  input: FollowPhotoProfileInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationUnfollowPhotoProfileArgs = {
  input: UnfollowPhotoProfileInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationAcceptPhotoFollowerArgs = {
  input: AcceptPhotoFollowerInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationRejectPhotoFollowerArgs = {
  input: RejectPhotoFollowerInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationRemovePhotoFollowerArgs = {
  input: RemovePhotoFollowerInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationBlockPhotoProfileArgs = {
  input: BlockPhotoProfileInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationUnblockPhotoProfileArgs = {
  input: UnblockPhotoProfileInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationCreatePhotoUploadArgs = {
  input: CreatePhotoUploadInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationPublishPhotoArgs = {
  input: PublishPhotoInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationEditPhotoArgs = {
  input: EditPhotoInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationDeletePhotoArgs = {
  input: DeletePhotoInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationLikePhotoArgs = {
  input: LikePhotoInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationUnlikePhotoArgs = {
  input: UnlikePhotoInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationPostPhotoStoryArgs = {
  input: PostPhotoStoryInput;
};


/** Payloads are nullable: a fault in one mutation must not null the results of the ones before it. */
export type MutationDeletePhotoStoryArgs = {
  input: DeletePhotoStoryInput;
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
  PhotoProfile: PhotoProfile;
  PhotoAdSignals: PhotoAdSignals;
  Photo: Photo;
  PhotoComment: PhotoComment;
  PhotoStory: PhotoStory;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  PhotoProfile:
    ( { __typename: 'PhotoProfile' }
    & GraphQLRecursivePick<FederationTypes['PhotoProfile'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['PhotoProfile'], {"messengerPersonalizationSignals":{"topics":true,"validUntil":true},"socialPersonalizationSignals":{"topics":true,"validUntil":true}}>
        | GraphQLRecursivePick<FederationTypes['PhotoProfile'], {"messengerPersonalizationSignals":{"topics":true,"validUntil":true},"socialPersonalizationSignals":{"topics":true,"validUntil":true},"messengerImprovementSignals":{"activeDays":true,"validUntil":true}}>
        | GraphQLRecursivePick<FederationTypes['PhotoProfile'], {"messengerImprovementSignals":{"activeDays":true,"validUntil":true}}> ) );
  PhotoAdSignals:
    ( { __typename: 'PhotoAdSignals' }
    & GraphQLRecursivePick<FederationTypes['PhotoAdSignals'], {"grant":true}> );
  Photo:
    ( { __typename: 'Photo' }
    & GraphQLRecursivePick<FederationTypes['Photo'], {"id":true}> );
  PhotoComment:
    ( { __typename: 'PhotoComment' }
    & GraphQLRecursivePick<FederationTypes['PhotoComment'], {"id":true}> );
  PhotoStory:
    ( { __typename: 'PhotoStory' }
    & GraphQLRecursivePick<FederationTypes['PhotoStory'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( GivenProfile )
    | ( PhotoRow )
    | ( CommentRow )
    | ( StoryRow )
  ;
  Profile: ( GivenProfile );
  UserError: ( Partial<PhotoError> );
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
  PhotoProfile: ResolverTypeWrapper<GivenProfile>;
  PhotoFollowState: ResolverTypeWrapper<Partial<PhotoFollowState>>;
  MessengerPersonalizationSignals: ResolverTypeWrapper<Partial<MessengerPersonalizationSignals>>;
  MessengerImprovementSignals: ResolverTypeWrapper<Partial<MessengerImprovementSignals>>;
  SocialPersonalizationSignals: ResolverTypeWrapper<Partial<SocialPersonalizationSignals>>;
  PhotoAdSignals: ResolverTypeWrapper<Partial<PhotoAdSignals>>;
  FeedQuality: ResolverTypeWrapper<Partial<FeedQuality>>;
  Float: ResolverTypeWrapper<Partial<Scalars['Float']['output']>>;
  Reach: ResolverTypeWrapper<Partial<Reach>>;
  PhotoSettings: ResolverTypeWrapper<SettingsRow>;
  ProfileSuggestion: ResolverTypeWrapper<Partial<Omit<ProfileSuggestion, 'profile'> & { profile?: Maybe<ResolversTypes['PhotoProfile']> }>>;
  PhotoBasis: ResolverTypeWrapper<Partial<PhotoBasis>>;
  Photo: ResolverTypeWrapper<PhotoRow>;
  PhotoComment: ResolverTypeWrapper<CommentRow>;
  PhotoCommentConnection: ResolverTypeWrapper<Partial<Omit<PhotoCommentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PhotoCommentEdge']>, nodes: Array<Maybe<ResolversTypes['PhotoComment']>> }>>;
  PhotoCommentEdge: ResolverTypeWrapper<Partial<Omit<PhotoCommentEdge, 'node'> & { node?: Maybe<ResolversTypes['PhotoComment']> }>>;
  PhotoConnection: ResolverTypeWrapper<Partial<Omit<PhotoConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PhotoEdge']>, nodes: Array<Maybe<ResolversTypes['Photo']>> }>>;
  PhotoEdge: ResolverTypeWrapper<Partial<Omit<PhotoEdge, 'node'> & { node?: Maybe<ResolversTypes['Photo']> }>>;
  PhotoProfileConnection: ResolverTypeWrapper<Partial<Omit<PhotoProfileConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PhotoProfileEdge']>, nodes: Array<Maybe<ResolversTypes['PhotoProfile']>> }>>;
  PhotoProfileEdge: ResolverTypeWrapper<Partial<Omit<PhotoProfileEdge, 'node'> & { node?: Maybe<ResolversTypes['PhotoProfile']> }>>;
  PhotoMedia: ResolverTypeWrapper<Partial<PhotoMedia>>;
  MediaKind: ResolverTypeWrapper<Partial<MediaKind>>;
  Audience: ResolverTypeWrapper<Partial<Audience>>;
  PhotoStory: ResolverTypeWrapper<StoryRow>;
  PhotoStoryConnection: ResolverTypeWrapper<Partial<Omit<PhotoStoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PhotoStoryEdge']>, nodes: Array<Maybe<ResolversTypes['PhotoStory']>> }>>;
  PhotoStoryEdge: ResolverTypeWrapper<Partial<Omit<PhotoStoryEdge, 'node'> & { node?: Maybe<ResolversTypes['PhotoStory']> }>>;
  PhotoErrorCode: ResolverTypeWrapper<Partial<PhotoErrorCode>>;
  PhotoError: ResolverTypeWrapper<Partial<PhotoError>>;
  FollowPhotoProfileInput: ResolverTypeWrapper<Partial<FollowPhotoProfileInput>>;
  FollowPhotoProfilePayload: ResolverTypeWrapper<Partial<Omit<FollowPhotoProfilePayload, 'profile'> & { profile?: Maybe<ResolversTypes['PhotoProfile']> }>>;
  UnfollowPhotoProfileInput: ResolverTypeWrapper<Partial<UnfollowPhotoProfileInput>>;
  UnfollowPhotoProfilePayload: ResolverTypeWrapper<Partial<Omit<UnfollowPhotoProfilePayload, 'profile'> & { profile?: Maybe<ResolversTypes['PhotoProfile']> }>>;
  AcceptPhotoFollowerInput: ResolverTypeWrapper<Partial<AcceptPhotoFollowerInput>>;
  AcceptPhotoFollowerPayload: ResolverTypeWrapper<Partial<Omit<AcceptPhotoFollowerPayload, 'profile'> & { profile?: Maybe<ResolversTypes['PhotoProfile']> }>>;
  RejectPhotoFollowerInput: ResolverTypeWrapper<Partial<RejectPhotoFollowerInput>>;
  RejectPhotoFollowerPayload: ResolverTypeWrapper<Partial<Omit<RejectPhotoFollowerPayload, 'profile'> & { profile?: Maybe<ResolversTypes['PhotoProfile']> }>>;
  RemovePhotoFollowerInput: ResolverTypeWrapper<Partial<RemovePhotoFollowerInput>>;
  RemovePhotoFollowerPayload: ResolverTypeWrapper<Partial<Omit<RemovePhotoFollowerPayload, 'profile'> & { profile?: Maybe<ResolversTypes['PhotoProfile']> }>>;
  BlockPhotoProfileInput: ResolverTypeWrapper<Partial<BlockPhotoProfileInput>>;
  BlockPhotoProfilePayload: ResolverTypeWrapper<Partial<Omit<BlockPhotoProfilePayload, 'profile'> & { profile?: Maybe<ResolversTypes['PhotoProfile']> }>>;
  UnblockPhotoProfileInput: ResolverTypeWrapper<Partial<UnblockPhotoProfileInput>>;
  UnblockPhotoProfilePayload: ResolverTypeWrapper<Partial<Omit<UnblockPhotoProfilePayload, 'profile'> & { profile?: Maybe<ResolversTypes['PhotoProfile']> }>>;
  LikePhotoInput: ResolverTypeWrapper<Partial<LikePhotoInput>>;
  LikePhotoPayload: ResolverTypeWrapper<Partial<Omit<LikePhotoPayload, 'photo'> & { photo?: Maybe<ResolversTypes['Photo']> }>>;
  UnlikePhotoInput: ResolverTypeWrapper<Partial<UnlikePhotoInput>>;
  UnlikePhotoPayload: ResolverTypeWrapper<Partial<Omit<UnlikePhotoPayload, 'photo'> & { photo?: Maybe<ResolversTypes['Photo']> }>>;
  PostPhotoStoryInput: ResolverTypeWrapper<Partial<PostPhotoStoryInput>>;
  PostPhotoStoryPayload: ResolverTypeWrapper<Partial<Omit<PostPhotoStoryPayload, 'story'> & { story?: Maybe<ResolversTypes['PhotoStory']> }>>;
  DeletePhotoStoryInput: ResolverTypeWrapper<Partial<DeletePhotoStoryInput>>;
  DeletePhotoStoryPayload: ResolverTypeWrapper<Partial<Omit<DeletePhotoStoryPayload, 'story'> & { story?: Maybe<ResolversTypes['PhotoStory']> }>>;
  CreatePhotoUploadInput: ResolverTypeWrapper<Partial<CreatePhotoUploadInput>>;
  CreatePhotoUploadPayload: ResolverTypeWrapper<Partial<CreatePhotoUploadPayload>>;
  PhotoUpload: ResolverTypeWrapper<Partial<PhotoUpload>>;
  PublishPhotoInput: ResolverTypeWrapper<Partial<PublishPhotoInput>>;
  PublishPhotoPayload: ResolverTypeWrapper<Partial<Omit<PublishPhotoPayload, 'photo'> & { photo?: Maybe<ResolversTypes['Photo']> }>>;
  EditPhotoInput: ResolverTypeWrapper<Partial<EditPhotoInput>>;
  EditPhotoPayload: ResolverTypeWrapper<Partial<Omit<EditPhotoPayload, 'photo'> & { photo?: Maybe<ResolversTypes['Photo']> }>>;
  DeletePhotoInput: ResolverTypeWrapper<Partial<DeletePhotoInput>>;
  DeletePhotoPayload: ResolverTypeWrapper<Partial<Omit<DeletePhotoPayload, 'photo'> & { photo?: Maybe<ResolversTypes['Photo']> }>>;
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
  PhotoProfile: GivenProfile;
  MessengerPersonalizationSignals: Partial<MessengerPersonalizationSignals>;
  MessengerImprovementSignals: Partial<MessengerImprovementSignals>;
  SocialPersonalizationSignals: Partial<SocialPersonalizationSignals>;
  PhotoAdSignals: Partial<PhotoAdSignals | FederationReferenceTypes['PhotoAdSignals']>;
  FeedQuality: Partial<FeedQuality>;
  Float: Partial<Scalars['Float']['output']>;
  PhotoSettings: SettingsRow;
  ProfileSuggestion: Partial<Omit<ProfileSuggestion, 'profile'> & { profile?: Maybe<ResolversParentTypes['PhotoProfile']> }>;
  Photo: PhotoRow;
  PhotoComment: CommentRow;
  PhotoCommentConnection: Partial<Omit<PhotoCommentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PhotoCommentEdge']>, nodes: Array<Maybe<ResolversParentTypes['PhotoComment']>> }>;
  PhotoCommentEdge: Partial<Omit<PhotoCommentEdge, 'node'> & { node?: Maybe<ResolversParentTypes['PhotoComment']> }>;
  PhotoConnection: Partial<Omit<PhotoConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PhotoEdge']>, nodes: Array<Maybe<ResolversParentTypes['Photo']>> }>;
  PhotoEdge: Partial<Omit<PhotoEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Photo']> }>;
  PhotoProfileConnection: Partial<Omit<PhotoProfileConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PhotoProfileEdge']>, nodes: Array<Maybe<ResolversParentTypes['PhotoProfile']>> }>;
  PhotoProfileEdge: Partial<Omit<PhotoProfileEdge, 'node'> & { node?: Maybe<ResolversParentTypes['PhotoProfile']> }>;
  PhotoMedia: Partial<PhotoMedia>;
  PhotoStory: StoryRow;
  PhotoStoryConnection: Partial<Omit<PhotoStoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PhotoStoryEdge']>, nodes: Array<Maybe<ResolversParentTypes['PhotoStory']>> }>;
  PhotoStoryEdge: Partial<Omit<PhotoStoryEdge, 'node'> & { node?: Maybe<ResolversParentTypes['PhotoStory']> }>;
  PhotoError: Partial<PhotoError>;
  FollowPhotoProfileInput: Partial<FollowPhotoProfileInput>;
  FollowPhotoProfilePayload: Partial<Omit<FollowPhotoProfilePayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['PhotoProfile']> }>;
  UnfollowPhotoProfileInput: Partial<UnfollowPhotoProfileInput>;
  UnfollowPhotoProfilePayload: Partial<Omit<UnfollowPhotoProfilePayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['PhotoProfile']> }>;
  AcceptPhotoFollowerInput: Partial<AcceptPhotoFollowerInput>;
  AcceptPhotoFollowerPayload: Partial<Omit<AcceptPhotoFollowerPayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['PhotoProfile']> }>;
  RejectPhotoFollowerInput: Partial<RejectPhotoFollowerInput>;
  RejectPhotoFollowerPayload: Partial<Omit<RejectPhotoFollowerPayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['PhotoProfile']> }>;
  RemovePhotoFollowerInput: Partial<RemovePhotoFollowerInput>;
  RemovePhotoFollowerPayload: Partial<Omit<RemovePhotoFollowerPayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['PhotoProfile']> }>;
  BlockPhotoProfileInput: Partial<BlockPhotoProfileInput>;
  BlockPhotoProfilePayload: Partial<Omit<BlockPhotoProfilePayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['PhotoProfile']> }>;
  UnblockPhotoProfileInput: Partial<UnblockPhotoProfileInput>;
  UnblockPhotoProfilePayload: Partial<Omit<UnblockPhotoProfilePayload, 'profile'> & { profile?: Maybe<ResolversParentTypes['PhotoProfile']> }>;
  LikePhotoInput: Partial<LikePhotoInput>;
  LikePhotoPayload: Partial<Omit<LikePhotoPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> }>;
  UnlikePhotoInput: Partial<UnlikePhotoInput>;
  UnlikePhotoPayload: Partial<Omit<UnlikePhotoPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> }>;
  PostPhotoStoryInput: Partial<PostPhotoStoryInput>;
  PostPhotoStoryPayload: Partial<Omit<PostPhotoStoryPayload, 'story'> & { story?: Maybe<ResolversParentTypes['PhotoStory']> }>;
  DeletePhotoStoryInput: Partial<DeletePhotoStoryInput>;
  DeletePhotoStoryPayload: Partial<Omit<DeletePhotoStoryPayload, 'story'> & { story?: Maybe<ResolversParentTypes['PhotoStory']> }>;
  CreatePhotoUploadInput: Partial<CreatePhotoUploadInput>;
  CreatePhotoUploadPayload: Partial<CreatePhotoUploadPayload>;
  PhotoUpload: Partial<PhotoUpload>;
  PublishPhotoInput: Partial<PublishPhotoInput>;
  PublishPhotoPayload: Partial<Omit<PublishPhotoPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> }>;
  EditPhotoInput: Partial<EditPhotoInput>;
  EditPhotoPayload: Partial<Omit<EditPhotoPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> }>;
  DeletePhotoInput: Partial<DeletePhotoInput>;
  DeletePhotoPayload: Partial<Omit<DeletePhotoPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> }>;
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
  __resolveType: TypeResolveFn<'PhotoProfile' | 'Photo' | 'PhotoComment' | 'PhotoStory', ParentType, ContextType>;
};

export type ProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Profile'] = ResolversParentTypes['Profile']> = {
  __resolveType: TypeResolveFn<'PhotoProfile', ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'PhotoError', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  photoMe?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  photoProfile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType, RequireFields<QueryPhotoProfileArgs, 'username'>>;
  photoProfiles?: Resolver<Maybe<ResolversTypes['PhotoProfileConnection']>, ParentType, ContextType, RequireFields<QueryPhotoProfilesArgs, 'search' | 'first'>>;
  photoFeed?: Resolver<Maybe<ResolversTypes['PhotoConnection']>, ParentType, ContextType, RequireFields<QueryPhotoFeedArgs, 'first'>>;
  photoStories?: Resolver<Maybe<ResolversTypes['PhotoStoryConnection']>, ParentType, ContextType, RequireFields<QueryPhotoStoriesArgs, 'first'>>;
};

export type PhotoProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoProfile'] = ResolversParentTypes['PhotoProfile'], FederationReferenceType extends FederationReferenceTypes['PhotoProfile'] = FederationReferenceTypes['PhotoProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  private?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerFollow?: Resolver<Maybe<ResolversTypes['PhotoFollowState']>, ParentType, ContextType>;
  followers?: Resolver<Maybe<ResolversTypes['PhotoProfileConnection']>, ParentType, ContextType, RequireFields<PhotoProfileFollowersArgs, 'first'>>;
  following?: Resolver<Maybe<ResolversTypes['PhotoProfileConnection']>, ParentType, ContextType, RequireFields<PhotoProfileFollowingArgs, 'first'>>;
  followRequests?: Resolver<Maybe<ResolversTypes['PhotoProfileConnection']>, ParentType, ContextType, RequireFields<PhotoProfileFollowRequestsArgs, 'first'>>;
  blockedProfiles?: Resolver<Maybe<ResolversTypes['PhotoProfileConnection']>, ParentType, ContextType, RequireFields<PhotoProfileBlockedProfilesArgs, 'first'>>;
  posts?: Resolver<Maybe<ResolversTypes['PhotoConnection']>, ParentType, ContextType, RequireFields<PhotoProfilePostsArgs, 'first'>>;
  stories?: Resolver<Maybe<ResolversTypes['PhotoStoryConnection']>, ParentType, ContextType, RequireFields<PhotoProfileStoriesArgs, 'first'>>;
  settings?: Resolver<Maybe<ResolversTypes['PhotoSettings']>, ParentType, ContextType>;
  suggestedProfiles?: Resolver<Maybe<Array<ResolversTypes['ProfileSuggestion']>>, ParentType, ContextType, RequireFields<PhotoProfileSuggestedProfilesArgs, 'first'>>;
  feedQuality?: Resolver<Maybe<ResolversTypes['FeedQuality']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoAdSignalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoAdSignals'] = ResolversParentTypes['PhotoAdSignals'], FederationReferenceType extends FederationReferenceTypes['PhotoAdSignals'] = FederationReferenceTypes['PhotoAdSignals']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoAdSignals']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FeedQualityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FeedQuality'] = ResolversParentTypes['FeedQuality']> = {
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['PhotoBasis'], ParentType, ContextType>;
};

export type PhotoSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoSettings'] = ResolversParentTypes['PhotoSettings']> = {
  whoMayTag?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  whoMayMessage?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProfileSuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileSuggestion'] = ResolversParentTypes['ProfileSuggestion']> = {
  profile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['PhotoBasis'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PhotoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Photo'] = ResolversParentTypes['Photo'], FederationReferenceType extends FederationReferenceTypes['Photo'] = FederationReferenceTypes['Photo']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Photo']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['PhotoProfile'], ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['PhotoMedia']>, ParentType, ContextType>;
  likeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  likedByViewer?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  takenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['PhotoCommentConnection']>, ParentType, ContextType, RequireFields<PhotoCommentsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoCommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoComment'] = ResolversParentTypes['PhotoComment'], FederationReferenceType extends FederationReferenceTypes['PhotoComment'] = FederationReferenceTypes['PhotoComment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoComment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['PhotoProfile'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoCommentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoCommentConnection'] = ResolversParentTypes['PhotoCommentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PhotoCommentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['PhotoComment']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PhotoCommentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoCommentEdge'] = ResolversParentTypes['PhotoCommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['PhotoComment']>, ParentType, ContextType>;
};

export type PhotoConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoConnection'] = ResolversParentTypes['PhotoConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PhotoEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Photo']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PhotoEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoEdge'] = ResolversParentTypes['PhotoEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
};

export type PhotoProfileConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoProfileConnection'] = ResolversParentTypes['PhotoProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PhotoProfileEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['PhotoProfile']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PhotoProfileEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoProfileEdge'] = ResolversParentTypes['PhotoProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
};

export type PhotoMediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoMedia'] = ResolversParentTypes['PhotoMedia']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  urlExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MediaKind'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PhotoStoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoStory'] = ResolversParentTypes['PhotoStory'], FederationReferenceType extends FederationReferenceTypes['PhotoStory'] = FederationReferenceTypes['PhotoStory']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoStory']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['PhotoProfile'], ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['PhotoMedia']>, ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  postedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  crosspostedFrom?: Resolver<Maybe<ResolversTypes['App']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoStoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoStoryConnection'] = ResolversParentTypes['PhotoStoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PhotoStoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['PhotoStory']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PhotoStoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoStoryEdge'] = ResolversParentTypes['PhotoStoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['PhotoStory']>, ParentType, ContextType>;
};

export type PhotoErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoError'] = ResolversParentTypes['PhotoError']> = {
  code?: Resolver<ResolversTypes['PhotoErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FollowPhotoProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FollowPhotoProfilePayload'] = ResolversParentTypes['FollowPhotoProfilePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type UnfollowPhotoProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnfollowPhotoProfilePayload'] = ResolversParentTypes['UnfollowPhotoProfilePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type AcceptPhotoFollowerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptPhotoFollowerPayload'] = ResolversParentTypes['AcceptPhotoFollowerPayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type RejectPhotoFollowerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectPhotoFollowerPayload'] = ResolversParentTypes['RejectPhotoFollowerPayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type RemovePhotoFollowerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemovePhotoFollowerPayload'] = ResolversParentTypes['RemovePhotoFollowerPayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type BlockPhotoProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockPhotoProfilePayload'] = ResolversParentTypes['BlockPhotoProfilePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type UnblockPhotoProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockPhotoProfilePayload'] = ResolversParentTypes['UnblockPhotoProfilePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type LikePhotoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LikePhotoPayload'] = ResolversParentTypes['LikePhotoPayload']> = {
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type UnlikePhotoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnlikePhotoPayload'] = ResolversParentTypes['UnlikePhotoPayload']> = {
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type PostPhotoStoryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostPhotoStoryPayload'] = ResolversParentTypes['PostPhotoStoryPayload']> = {
  story?: Resolver<Maybe<ResolversTypes['PhotoStory']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type DeletePhotoStoryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletePhotoStoryPayload'] = ResolversParentTypes['DeletePhotoStoryPayload']> = {
  story?: Resolver<Maybe<ResolversTypes['PhotoStory']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type CreatePhotoUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePhotoUploadPayload'] = ResolversParentTypes['CreatePhotoUploadPayload']> = {
  upload?: Resolver<Maybe<ResolversTypes['PhotoUpload']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type PhotoUploadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoUpload'] = ResolversParentTypes['PhotoUpload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  maxBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PublishPhotoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishPhotoPayload'] = ResolversParentTypes['PublishPhotoPayload']> = {
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type EditPhotoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditPhotoPayload'] = ResolversParentTypes['EditPhotoPayload']> = {
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type DeletePhotoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletePhotoPayload'] = ResolversParentTypes['DeletePhotoPayload']> = {
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  followPhotoProfile?: Resolver<Maybe<ResolversTypes['FollowPhotoProfilePayload']>, ParentType, ContextType, RequireFields<MutationFollowPhotoProfileArgs, 'input'>>;
  unfollowPhotoProfile?: Resolver<Maybe<ResolversTypes['UnfollowPhotoProfilePayload']>, ParentType, ContextType, RequireFields<MutationUnfollowPhotoProfileArgs, 'input'>>;
  acceptPhotoFollower?: Resolver<Maybe<ResolversTypes['AcceptPhotoFollowerPayload']>, ParentType, ContextType, RequireFields<MutationAcceptPhotoFollowerArgs, 'input'>>;
  rejectPhotoFollower?: Resolver<Maybe<ResolversTypes['RejectPhotoFollowerPayload']>, ParentType, ContextType, RequireFields<MutationRejectPhotoFollowerArgs, 'input'>>;
  removePhotoFollower?: Resolver<Maybe<ResolversTypes['RemovePhotoFollowerPayload']>, ParentType, ContextType, RequireFields<MutationRemovePhotoFollowerArgs, 'input'>>;
  blockPhotoProfile?: Resolver<Maybe<ResolversTypes['BlockPhotoProfilePayload']>, ParentType, ContextType, RequireFields<MutationBlockPhotoProfileArgs, 'input'>>;
  unblockPhotoProfile?: Resolver<Maybe<ResolversTypes['UnblockPhotoProfilePayload']>, ParentType, ContextType, RequireFields<MutationUnblockPhotoProfileArgs, 'input'>>;
  createPhotoUpload?: Resolver<Maybe<ResolversTypes['CreatePhotoUploadPayload']>, ParentType, ContextType, RequireFields<MutationCreatePhotoUploadArgs, 'input'>>;
  publishPhoto?: Resolver<Maybe<ResolversTypes['PublishPhotoPayload']>, ParentType, ContextType, RequireFields<MutationPublishPhotoArgs, 'input'>>;
  editPhoto?: Resolver<Maybe<ResolversTypes['EditPhotoPayload']>, ParentType, ContextType, RequireFields<MutationEditPhotoArgs, 'input'>>;
  deletePhoto?: Resolver<Maybe<ResolversTypes['DeletePhotoPayload']>, ParentType, ContextType, RequireFields<MutationDeletePhotoArgs, 'input'>>;
  likePhoto?: Resolver<Maybe<ResolversTypes['LikePhotoPayload']>, ParentType, ContextType, RequireFields<MutationLikePhotoArgs, 'input'>>;
  unlikePhoto?: Resolver<Maybe<ResolversTypes['UnlikePhotoPayload']>, ParentType, ContextType, RequireFields<MutationUnlikePhotoArgs, 'input'>>;
  postPhotoStory?: Resolver<Maybe<ResolversTypes['PostPhotoStoryPayload']>, ParentType, ContextType, RequireFields<MutationPostPhotoStoryArgs, 'input'>>;
  deletePhotoStory?: Resolver<Maybe<ResolversTypes['DeletePhotoStoryPayload']>, ParentType, ContextType, RequireFields<MutationDeletePhotoStoryArgs, 'input'>>;
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
  PhotoProfile?: PhotoProfileResolvers<ContextType>;
  PhotoAdSignals?: PhotoAdSignalsResolvers<ContextType>;
  FeedQuality?: FeedQualityResolvers<ContextType>;
  PhotoSettings?: PhotoSettingsResolvers<ContextType>;
  ProfileSuggestion?: ProfileSuggestionResolvers<ContextType>;
  Photo?: PhotoResolvers<ContextType>;
  PhotoComment?: PhotoCommentResolvers<ContextType>;
  PhotoCommentConnection?: PhotoCommentConnectionResolvers<ContextType>;
  PhotoCommentEdge?: PhotoCommentEdgeResolvers<ContextType>;
  PhotoConnection?: PhotoConnectionResolvers<ContextType>;
  PhotoEdge?: PhotoEdgeResolvers<ContextType>;
  PhotoProfileConnection?: PhotoProfileConnectionResolvers<ContextType>;
  PhotoProfileEdge?: PhotoProfileEdgeResolvers<ContextType>;
  PhotoMedia?: PhotoMediaResolvers<ContextType>;
  PhotoStory?: PhotoStoryResolvers<ContextType>;
  PhotoStoryConnection?: PhotoStoryConnectionResolvers<ContextType>;
  PhotoStoryEdge?: PhotoStoryEdgeResolvers<ContextType>;
  PhotoError?: PhotoErrorResolvers<ContextType>;
  FollowPhotoProfilePayload?: FollowPhotoProfilePayloadResolvers<ContextType>;
  UnfollowPhotoProfilePayload?: UnfollowPhotoProfilePayloadResolvers<ContextType>;
  AcceptPhotoFollowerPayload?: AcceptPhotoFollowerPayloadResolvers<ContextType>;
  RejectPhotoFollowerPayload?: RejectPhotoFollowerPayloadResolvers<ContextType>;
  RemovePhotoFollowerPayload?: RemovePhotoFollowerPayloadResolvers<ContextType>;
  BlockPhotoProfilePayload?: BlockPhotoProfilePayloadResolvers<ContextType>;
  UnblockPhotoProfilePayload?: UnblockPhotoProfilePayloadResolvers<ContextType>;
  LikePhotoPayload?: LikePhotoPayloadResolvers<ContextType>;
  UnlikePhotoPayload?: UnlikePhotoPayloadResolvers<ContextType>;
  PostPhotoStoryPayload?: PostPhotoStoryPayloadResolvers<ContextType>;
  DeletePhotoStoryPayload?: DeletePhotoStoryPayloadResolvers<ContextType>;
  CreatePhotoUploadPayload?: CreatePhotoUploadPayloadResolvers<ContextType>;
  PhotoUpload?: PhotoUploadResolvers<ContextType>;
  PublishPhotoPayload?: PublishPhotoPayloadResolvers<ContextType>;
  EditPhotoPayload?: EditPhotoPayloadResolvers<ContextType>;
  DeletePhotoPayload?: DeletePhotoPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  person?: PersonDirectiveResolver<any, any, ContextType>;
  consented?: ConsentedDirectiveResolver<any, any, ContextType>;
  uses?: UsesDirectiveResolver<any, any, ContextType>;
  sealed?: SealedDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
};

