// Generated from schema/photo.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
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
  DateTime: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type App =
  | 'MESSENGER'
  | 'PHOTO'
  | 'SOCIAL';

export type Node = {
  id: Scalars['ID']['output'];
};

/** This app's part of a profile; accounts adds avatar, account and linkedProfiles. */
export type Profile = {
  id: Scalars['ID']['output'];
  app: App;
  displayName: Scalars['String']['output'];
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
  photoMe?: Maybe<PhotoProfile>;
  photoProfile?: Maybe<PhotoProfile>;
  photoProfiles?: Maybe<PhotoProfileConnection>;
  photoFeed?: Maybe<PhotoConnection>;
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

export type PhotoProfile = Profile & Node & {
  id: Scalars['ID']['output'];
  app: App;
  username: Scalars['String']['output'];
  displayName: Scalars['String']['output'];
  bio?: Maybe<Scalars['String']['output']>;
  private: Scalars['Boolean']['output'];
  followers?: Maybe<PhotoProfileConnection>;
  following?: Maybe<PhotoProfileConnection>;
  /** Own profile only: who asks to follow. */
  followRequests?: Maybe<PhotoProfileConnection>;
  posts?: Maybe<PhotoConnection>;
  stories?: Maybe<PhotoStoryConnection>;
  /** Own profile only. */
  settings?: Maybe<PhotoSettings>;
  messengerPersonalizationSignals?: Maybe<MessengerPersonalizationSignals>;
  messengerImprovementSignals?: Maybe<MessengerImprovementSignals>;
  socialPersonalizationSignals?: Maybe<SocialPersonalizationSignals>;
  /** Own profile only, null for anybody else. Without consent contextual, of the same number. */
  suggestedProfiles?: Maybe<Array<ProfileSuggestion>>;
  /** Own profile only: what the app measures to improve this person's feed, as far as they let it. */
  feedQuality?: Maybe<FeedQuality>;
};


export type PhotoProfileFollowersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type PhotoProfileFollowingArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type PhotoProfileFollowRequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type PhotoProfilePostsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type PhotoProfileStoriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type PhotoProfileSuggestedProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type MessengerPersonalizationSignals = {
  topics: Array<Scalars['Topic']['output']>;
  validUntil: Scalars['DateTime']['output'];
};

export type MessengerImprovementSignals = {
  activeDays: Scalars['Int']['output'];
  validUntil: Scalars['DateTime']['output'];
};

export type SocialPersonalizationSignals = {
  topics: Array<Scalars['Topic']['output']>;
  validUntil: Scalars['DateTime']['output'];
};

/** Topics of liked and own photos. */
export type PhotoAdSignals = {
  grant: Scalars['Grant']['output'];
  topics: Array<Scalars['Topic']['output']>;
  validUntil: Scalars['DateTime']['output'];
};

export type FeedQuality = {
  score: Scalars['Float']['output'];
  basis: PhotoBasis;
};

/** Who may do a thing. The same three values in every app. */
export type Reach =
  | 'NOBODY'
  | 'CONNECTIONS'
  | 'EVERYONE';

export type PhotoSettings = {
  whoMayTag: Reach;
  whoMayMessage: Reach;
  theme: Scalars['String']['output'];
  language: Scalars['String']['output'];
};

export type ProfileSuggestion = {
  profile?: Maybe<PhotoProfile>;
  basis: PhotoBasis;
  why: Scalars['String']['output'];
};

export type PhotoBasis =
  | 'PERSONALIZED'
  | 'CONTEXTUAL';

export type Photo = Node & {
  id: Scalars['ID']['output'];
  author: PhotoProfile;
  caption?: Maybe<Scalars['String']['output']>;
  media?: Maybe<PhotoMedia>;
  likeCount: Scalars['Int']['output'];
  likedByViewer?: Maybe<Scalars['Boolean']['output']>;
  takenAt?: Maybe<Scalars['DateTime']['output']>;
  comments?: Maybe<PhotoCommentConnection>;
};


export type PhotoCommentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type PhotoComment = Node & {
  id: Scalars['ID']['output'];
  author: PhotoProfile;
  text: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
};

export type PhotoCommentConnection = {
  edges: Array<PhotoCommentEdge>;
  nodes: Array<Maybe<PhotoComment>>;
  pageInfo: PageInfo;
};

export type PhotoCommentEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<PhotoComment>;
};

export type PhotoConnection = {
  edges: Array<PhotoEdge>;
  nodes: Array<Maybe<Photo>>;
  pageInfo: PageInfo;
};

export type PhotoEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<Photo>;
};

export type PhotoProfileConnection = {
  edges: Array<PhotoProfileEdge>;
  nodes: Array<Maybe<PhotoProfile>>;
  pageInfo: PageInfo;
};

export type PhotoProfileEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<PhotoProfile>;
};

export type PhotoMedia = {
  url: Scalars['String']['output'];
  urlExpiresAt: Scalars['DateTime']['output'];
  kind: MediaKind;
  width: Scalars['Int']['output'];
  height: Scalars['Int']['output'];
};

export type MediaKind =
  | 'IMAGE'
  | 'VIDEO';

/** In the photo app FOLLOWERS is narrower than EVERYONE, in the social app FRIENDS; the others are refused there. */
export type Audience =
  | 'FOLLOWERS'
  | 'FRIENDS'
  | 'EVERYONE';

export type PhotoStory = Node & {
  id: Scalars['ID']['output'];
  author: PhotoProfile;
  caption?: Maybe<Scalars['String']['output']>;
  media?: Maybe<PhotoMedia>;
  audience: Audience;
  postedAt: Scalars['DateTime']['output'];
  expiresAt: Scalars['DateTime']['output'];
  crosspostedFrom?: Maybe<App>;
};

export type PhotoStoryConnection = {
  edges: Array<PhotoStoryEdge>;
  nodes: Array<Maybe<PhotoStory>>;
  pageInfo: PageInfo;
};

export type PhotoStoryEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<PhotoStory>;
};

export type PhotoErrorCode =
  | 'PHOTO_NOT_FOUND'
  | 'PROFILE_PRIVATE';

export type PhotoError = UserError & {
  code: PhotoErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type LikePhotoInput = {
  photoId: Scalars['ID']['input'];
};

export type LikePhotoPayload = {
  photo?: Maybe<Photo>;
  errors: Array<PhotoError>;
};

export type Mutation = {
  likePhoto?: Maybe<LikePhotoPayload>;
};


export type MutationLikePhotoArgs = {
  input: LikePhotoInput;
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
    | ( Partial<PhotoProfile> )
    | ( Partial<Photo> )
    | ( Partial<PhotoComment> )
    | ( Partial<PhotoStory> )
  ;
  Profile: ( Partial<PhotoProfile> );
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
  PhotoProfile: ResolverTypeWrapper<Partial<PhotoProfile>>;
  MessengerPersonalizationSignals: ResolverTypeWrapper<Partial<MessengerPersonalizationSignals>>;
  MessengerImprovementSignals: ResolverTypeWrapper<Partial<MessengerImprovementSignals>>;
  SocialPersonalizationSignals: ResolverTypeWrapper<Partial<SocialPersonalizationSignals>>;
  PhotoAdSignals: ResolverTypeWrapper<Partial<PhotoAdSignals>>;
  FeedQuality: ResolverTypeWrapper<Partial<FeedQuality>>;
  Float: ResolverTypeWrapper<Partial<Scalars['Float']['output']>>;
  Reach: ResolverTypeWrapper<Partial<Reach>>;
  PhotoSettings: ResolverTypeWrapper<Partial<PhotoSettings>>;
  ProfileSuggestion: ResolverTypeWrapper<Partial<ProfileSuggestion>>;
  PhotoBasis: ResolverTypeWrapper<Partial<PhotoBasis>>;
  Photo: ResolverTypeWrapper<Partial<Photo>>;
  PhotoComment: ResolverTypeWrapper<Partial<PhotoComment>>;
  PhotoCommentConnection: ResolverTypeWrapper<Partial<PhotoCommentConnection>>;
  PhotoCommentEdge: ResolverTypeWrapper<Partial<PhotoCommentEdge>>;
  PhotoConnection: ResolverTypeWrapper<Partial<PhotoConnection>>;
  PhotoEdge: ResolverTypeWrapper<Partial<PhotoEdge>>;
  PhotoProfileConnection: ResolverTypeWrapper<Partial<PhotoProfileConnection>>;
  PhotoProfileEdge: ResolverTypeWrapper<Partial<PhotoProfileEdge>>;
  PhotoMedia: ResolverTypeWrapper<Partial<PhotoMedia>>;
  MediaKind: ResolverTypeWrapper<Partial<MediaKind>>;
  Audience: ResolverTypeWrapper<Partial<Audience>>;
  PhotoStory: ResolverTypeWrapper<Partial<PhotoStory>>;
  PhotoStoryConnection: ResolverTypeWrapper<Partial<PhotoStoryConnection>>;
  PhotoStoryEdge: ResolverTypeWrapper<Partial<PhotoStoryEdge>>;
  PhotoErrorCode: ResolverTypeWrapper<Partial<PhotoErrorCode>>;
  PhotoError: ResolverTypeWrapper<Partial<PhotoError>>;
  LikePhotoInput: ResolverTypeWrapper<Partial<LikePhotoInput>>;
  LikePhotoPayload: ResolverTypeWrapper<Partial<LikePhotoPayload>>;
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
  PhotoProfile: Partial<PhotoProfile | FederationReferenceTypes['PhotoProfile']>;
  MessengerPersonalizationSignals: Partial<MessengerPersonalizationSignals>;
  MessengerImprovementSignals: Partial<MessengerImprovementSignals>;
  SocialPersonalizationSignals: Partial<SocialPersonalizationSignals>;
  PhotoAdSignals: Partial<PhotoAdSignals | FederationReferenceTypes['PhotoAdSignals']>;
  FeedQuality: Partial<FeedQuality>;
  Float: Partial<Scalars['Float']['output']>;
  PhotoSettings: Partial<PhotoSettings>;
  ProfileSuggestion: Partial<ProfileSuggestion>;
  Photo: Partial<Photo | FederationReferenceTypes['Photo']>;
  PhotoComment: Partial<PhotoComment | FederationReferenceTypes['PhotoComment']>;
  PhotoCommentConnection: Partial<PhotoCommentConnection>;
  PhotoCommentEdge: Partial<PhotoCommentEdge>;
  PhotoConnection: Partial<PhotoConnection>;
  PhotoEdge: Partial<PhotoEdge>;
  PhotoProfileConnection: Partial<PhotoProfileConnection>;
  PhotoProfileEdge: Partial<PhotoProfileEdge>;
  PhotoMedia: Partial<PhotoMedia>;
  PhotoStory: Partial<PhotoStory | FederationReferenceTypes['PhotoStory']>;
  PhotoStoryConnection: Partial<PhotoStoryConnection>;
  PhotoStoryEdge: Partial<PhotoStoryEdge>;
  PhotoError: Partial<PhotoError>;
  LikePhotoInput: Partial<LikePhotoInput>;
  LikePhotoPayload: Partial<LikePhotoPayload>;
  Mutation: Record<PropertyKey, never>;
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

export interface GrantScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Grant'], any> {
  name: 'Grant';
}

export interface TopicScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Topic'], any> {
  name: 'Topic';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type NodeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'PhotoProfile' | 'Photo' | 'PhotoComment' | 'PhotoStory', ParentType, ContextType>;
};

export type ProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Profile'] = ResolversParentTypes['Profile']> = {
  __resolveType: TypeResolveFn<'PhotoProfile', ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'PhotoError', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  photoMe?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  photoProfile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType, RequireFields<QueryPhotoProfileArgs, 'username'>>;
  photoProfiles?: Resolver<Maybe<ResolversTypes['PhotoProfileConnection']>, ParentType, ContextType, RequireFields<QueryPhotoProfilesArgs, 'search' | 'first'>>;
  photoFeed?: Resolver<Maybe<ResolversTypes['PhotoConnection']>, ParentType, ContextType, RequireFields<QueryPhotoFeedArgs, 'first'>>;
  photoStories?: Resolver<Maybe<ResolversTypes['PhotoStoryConnection']>, ParentType, ContextType, RequireFields<QueryPhotoStoriesArgs, 'first'>>;
};

export type PhotoProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoProfile'] = ResolversParentTypes['PhotoProfile'], FederationReferenceType extends FederationReferenceTypes['PhotoProfile'] = FederationReferenceTypes['PhotoProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  private?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  followers?: Resolver<Maybe<ResolversTypes['PhotoProfileConnection']>, ParentType, ContextType, RequireFields<PhotoProfileFollowersArgs, 'first'>>;
  following?: Resolver<Maybe<ResolversTypes['PhotoProfileConnection']>, ParentType, ContextType, RequireFields<PhotoProfileFollowingArgs, 'first'>>;
  followRequests?: Resolver<Maybe<ResolversTypes['PhotoProfileConnection']>, ParentType, ContextType, RequireFields<PhotoProfileFollowRequestsArgs, 'first'>>;
  posts?: Resolver<Maybe<ResolversTypes['PhotoConnection']>, ParentType, ContextType, RequireFields<PhotoProfilePostsArgs, 'first'>>;
  stories?: Resolver<Maybe<ResolversTypes['PhotoStoryConnection']>, ParentType, ContextType, RequireFields<PhotoProfileStoriesArgs, 'first'>>;
  settings?: Resolver<Maybe<ResolversTypes['PhotoSettings']>, ParentType, ContextType>;
  suggestedProfiles?: Resolver<Maybe<Array<ResolversTypes['ProfileSuggestion']>>, ParentType, ContextType, RequireFields<PhotoProfileSuggestedProfilesArgs, 'first'>>;
  feedQuality?: Resolver<Maybe<ResolversTypes['FeedQuality']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoAdSignalsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoAdSignals'] = ResolversParentTypes['PhotoAdSignals'], FederationReferenceType extends FederationReferenceTypes['PhotoAdSignals'] = FederationReferenceTypes['PhotoAdSignals']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoAdSignals']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FeedQualityResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['FeedQuality'] = ResolversParentTypes['FeedQuality']> = {
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['PhotoBasis'], ParentType, ContextType>;
};

export type PhotoSettingsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoSettings'] = ResolversParentTypes['PhotoSettings']> = {
  whoMayTag?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  whoMayMessage?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProfileSuggestionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ProfileSuggestion'] = ResolversParentTypes['ProfileSuggestion']> = {
  profile?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['PhotoBasis'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PhotoResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Photo'] = ResolversParentTypes['Photo'], FederationReferenceType extends FederationReferenceTypes['Photo'] = FederationReferenceTypes['Photo']> = {
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

export type PhotoCommentResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoComment'] = ResolversParentTypes['PhotoComment'], FederationReferenceType extends FederationReferenceTypes['PhotoComment'] = FederationReferenceTypes['PhotoComment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoComment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['PhotoProfile'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoCommentConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoCommentConnection'] = ResolversParentTypes['PhotoCommentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PhotoCommentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['PhotoComment']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PhotoCommentEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoCommentEdge'] = ResolversParentTypes['PhotoCommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['PhotoComment']>, ParentType, ContextType>;
};

export type PhotoConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoConnection'] = ResolversParentTypes['PhotoConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PhotoEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Photo']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PhotoEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoEdge'] = ResolversParentTypes['PhotoEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
};

export type PhotoProfileConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoProfileConnection'] = ResolversParentTypes['PhotoProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PhotoProfileEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['PhotoProfile']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PhotoProfileEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoProfileEdge'] = ResolversParentTypes['PhotoProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['PhotoProfile']>, ParentType, ContextType>;
};

export type PhotoMediaResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoMedia'] = ResolversParentTypes['PhotoMedia']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  urlExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MediaKind'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PhotoStoryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoStory'] = ResolversParentTypes['PhotoStory'], FederationReferenceType extends FederationReferenceTypes['PhotoStory'] = FederationReferenceTypes['PhotoStory']> = {
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

export type PhotoStoryConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoStoryConnection'] = ResolversParentTypes['PhotoStoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PhotoStoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['PhotoStory']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PhotoStoryEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoStoryEdge'] = ResolversParentTypes['PhotoStoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['PhotoStory']>, ParentType, ContextType>;
};

export type PhotoErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoError'] = ResolversParentTypes['PhotoError']> = {
  code?: Resolver<ResolversTypes['PhotoErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LikePhotoPayloadResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LikePhotoPayload'] = ResolversParentTypes['LikePhotoPayload']> = {
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['PhotoError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  likePhoto?: Resolver<Maybe<ResolversTypes['LikePhotoPayload']>, ParentType, ContextType, RequireFields<MutationLikePhotoArgs, 'input'>>;
};

export type Resolvers<ContextType = unknown> = {
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
  LikePhotoPayload?: LikePhotoPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = unknown> = {
  person?: PersonDirectiveResolver<any, any, ContextType>;
  consented?: ConsentedDirectiveResolver<any, any, ContextType>;
  uses?: UsesDirectiveResolver<any, any, ContextType>;
  sealed?: SealedDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
};

