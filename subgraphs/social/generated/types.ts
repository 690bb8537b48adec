// Generated from schema/social.graphql by `npm run generate`. Do not edit.
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
  socialMe?: Maybe<SocialProfile>;
  socialProfile?: Maybe<SocialProfile>;
  socialProfiles?: Maybe<SocialProfileConnection>;
  socialFeed?: Maybe<PostConnection>;
  socialStories?: Maybe<SocialStoryConnection>;
};


export type QuerySocialProfileArgs = {
  username: Scalars['String']['input'];
};


export type QuerySocialProfilesArgs = {
  search: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySocialFeedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySocialStoriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type SocialProfile = Profile & Node & {
  id: Scalars['ID']['output'];
  app: App;
  username: Scalars['String']['output'];
  displayName: Scalars['String']['output'];
  friends?: Maybe<SocialProfileConnection>;
  /** Own profile only: who asks to be a friend. */
  friendRequests?: Maybe<SocialProfileConnection>;
  posts?: Maybe<PostConnection>;
  stories?: Maybe<SocialStoryConnection>;
  /** Own profile only. */
  settings?: Maybe<SocialSettings>;
  messengerAdSignals?: Maybe<MessengerAdSignals>;
  photoAdSignals?: Maybe<PhotoAdSignals>;
  /** Own profile only, null for anybody else. Without consent contextual, of the same number. */
  ads?: Maybe<Array<Ad>>;
};


export type SocialProfileFriendsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SocialProfileFriendRequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SocialProfilePostsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SocialProfileStoriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SocialProfileAdsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type MessengerAdSignals = {
  topics: Array<Scalars['Topic']['output']>;
  validUntil: Scalars['DateTime']['output'];
};

export type PhotoAdSignals = {
  topics: Array<Scalars['Topic']['output']>;
  validUntil: Scalars['DateTime']['output'];
};

/** Topics of posts and reactions. */
export type SocialPersonalizationSignals = {
  grant: Scalars['Grant']['output'];
  topics: Array<Scalars['Topic']['output']>;
  validUntil: Scalars['DateTime']['output'];
};

/** Who may do a thing. The same three values in every app. */
export type Reach =
  | 'NOBODY'
  | 'CONNECTIONS'
  | 'EVERYONE';

export type SocialSettings = {
  whoMayTag: Reach;
  whoMayMessage: Reach;
  theme: Scalars['String']['output'];
  language: Scalars['String']['output'];
};

export type Ad = {
  id: Scalars['ID']['output'];
  title: Scalars['String']['output'];
  basis: AdBasis;
  why: Scalars['String']['output'];
};

export type AdBasis =
  | 'PERSONALIZED'
  | 'CONTEXTUAL';

export type Post = Node & {
  id: Scalars['ID']['output'];
  author: SocialProfile;
  text: Scalars['String']['output'];
  media?: Maybe<SocialMedia>;
  createdAt: Scalars['DateTime']['output'];
  reactionCount: Scalars['Int']['output'];
  viewerReaction?: Maybe<Scalars['String']['output']>;
  comments?: Maybe<PostCommentConnection>;
};


export type PostCommentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type PostComment = Node & {
  id: Scalars['ID']['output'];
  author: SocialProfile;
  text: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
};

export type PostCommentConnection = {
  edges: Array<PostCommentEdge>;
  nodes: Array<Maybe<PostComment>>;
  pageInfo: PageInfo;
};

export type PostCommentEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<PostComment>;
};

export type PostConnection = {
  edges: Array<PostEdge>;
  nodes: Array<Maybe<Post>>;
  pageInfo: PageInfo;
};

export type PostEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<Post>;
};

export type SocialProfileConnection = {
  edges: Array<SocialProfileEdge>;
  nodes: Array<Maybe<SocialProfile>>;
  pageInfo: PageInfo;
};

export type SocialProfileEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<SocialProfile>;
};

export type SocialMedia = {
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

export type SocialStory = Node & {
  id: Scalars['ID']['output'];
  author: SocialProfile;
  text?: Maybe<Scalars['String']['output']>;
  media?: Maybe<SocialMedia>;
  audience: Audience;
  postedAt: Scalars['DateTime']['output'];
  expiresAt: Scalars['DateTime']['output'];
  crosspostedFrom?: Maybe<App>;
};

export type SocialStoryConnection = {
  edges: Array<SocialStoryEdge>;
  nodes: Array<Maybe<SocialStory>>;
  pageInfo: PageInfo;
};

export type SocialStoryEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<SocialStory>;
};

export type SocialErrorCode =
  | 'POST_NOT_FOUND';

export type SocialError = UserError & {
  code: SocialErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type ReactToPostInput = {
  postId: Scalars['ID']['input'];
  reaction: Scalars['String']['input'];
};

export type ReactToPostPayload = {
  post?: Maybe<Post>;
  errors: Array<SocialError>;
};

export type Mutation = {
  reactToPost?: Maybe<ReactToPostPayload>;
};


export type MutationReactToPostArgs = {
  input: ReactToPostInput;
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
    | ( Partial<SocialProfile> )
    | ( Partial<Post> )
    | ( Partial<PostComment> )
    | ( Partial<SocialStory> )
  ;
  Profile: ( Partial<SocialProfile> );
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
  SocialProfile: ResolverTypeWrapper<Partial<SocialProfile>>;
  MessengerAdSignals: ResolverTypeWrapper<Partial<MessengerAdSignals>>;
  PhotoAdSignals: ResolverTypeWrapper<Partial<PhotoAdSignals>>;
  SocialPersonalizationSignals: ResolverTypeWrapper<Partial<SocialPersonalizationSignals>>;
  Reach: ResolverTypeWrapper<Partial<Reach>>;
  SocialSettings: ResolverTypeWrapper<Partial<SocialSettings>>;
  Ad: ResolverTypeWrapper<Partial<Ad>>;
  AdBasis: ResolverTypeWrapper<Partial<AdBasis>>;
  Post: ResolverTypeWrapper<Partial<Post>>;
  PostComment: ResolverTypeWrapper<Partial<PostComment>>;
  PostCommentConnection: ResolverTypeWrapper<Partial<PostCommentConnection>>;
  PostCommentEdge: ResolverTypeWrapper<Partial<PostCommentEdge>>;
  PostConnection: ResolverTypeWrapper<Partial<PostConnection>>;
  PostEdge: ResolverTypeWrapper<Partial<PostEdge>>;
  SocialProfileConnection: ResolverTypeWrapper<Partial<SocialProfileConnection>>;
  SocialProfileEdge: ResolverTypeWrapper<Partial<SocialProfileEdge>>;
  SocialMedia: ResolverTypeWrapper<Partial<SocialMedia>>;
  MediaKind: ResolverTypeWrapper<Partial<MediaKind>>;
  Audience: ResolverTypeWrapper<Partial<Audience>>;
  SocialStory: ResolverTypeWrapper<Partial<SocialStory>>;
  SocialStoryConnection: ResolverTypeWrapper<Partial<SocialStoryConnection>>;
  SocialStoryEdge: ResolverTypeWrapper<Partial<SocialStoryEdge>>;
  SocialErrorCode: ResolverTypeWrapper<Partial<SocialErrorCode>>;
  SocialError: ResolverTypeWrapper<Partial<SocialError>>;
  ReactToPostInput: ResolverTypeWrapper<Partial<ReactToPostInput>>;
  ReactToPostPayload: ResolverTypeWrapper<Partial<ReactToPostPayload>>;
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
  SocialProfile: Partial<SocialProfile | FederationReferenceTypes['SocialProfile']>;
  MessengerAdSignals: Partial<MessengerAdSignals>;
  PhotoAdSignals: Partial<PhotoAdSignals>;
  SocialPersonalizationSignals: Partial<SocialPersonalizationSignals | FederationReferenceTypes['SocialPersonalizationSignals']>;
  SocialSettings: Partial<SocialSettings>;
  Ad: Partial<Ad>;
  Post: Partial<Post | FederationReferenceTypes['Post']>;
  PostComment: Partial<PostComment | FederationReferenceTypes['PostComment']>;
  PostCommentConnection: Partial<PostCommentConnection>;
  PostCommentEdge: Partial<PostCommentEdge>;
  PostConnection: Partial<PostConnection>;
  PostEdge: Partial<PostEdge>;
  SocialProfileConnection: Partial<SocialProfileConnection>;
  SocialProfileEdge: Partial<SocialProfileEdge>;
  SocialMedia: Partial<SocialMedia>;
  SocialStory: Partial<SocialStory | FederationReferenceTypes['SocialStory']>;
  SocialStoryConnection: Partial<SocialStoryConnection>;
  SocialStoryEdge: Partial<SocialStoryEdge>;
  SocialError: Partial<SocialError>;
  ReactToPostInput: Partial<ReactToPostInput>;
  ReactToPostPayload: Partial<ReactToPostPayload>;
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
  __resolveType: TypeResolveFn<'SocialProfile' | 'Post' | 'PostComment' | 'SocialStory', ParentType, ContextType>;
};

export type ProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Profile'] = ResolversParentTypes['Profile']> = {
  __resolveType: TypeResolveFn<'SocialProfile', ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'SocialError', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  socialMe?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType>;
  socialProfile?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType, RequireFields<QuerySocialProfileArgs, 'username'>>;
  socialProfiles?: Resolver<Maybe<ResolversTypes['SocialProfileConnection']>, ParentType, ContextType, RequireFields<QuerySocialProfilesArgs, 'search' | 'first'>>;
  socialFeed?: Resolver<Maybe<ResolversTypes['PostConnection']>, ParentType, ContextType, RequireFields<QuerySocialFeedArgs, 'first'>>;
  socialStories?: Resolver<Maybe<ResolversTypes['SocialStoryConnection']>, ParentType, ContextType, RequireFields<QuerySocialStoriesArgs, 'first'>>;
};

export type SocialProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialProfile'] = ResolversParentTypes['SocialProfile'], FederationReferenceType extends FederationReferenceTypes['SocialProfile'] = FederationReferenceTypes['SocialProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SocialProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  friends?: Resolver<Maybe<ResolversTypes['SocialProfileConnection']>, ParentType, ContextType, RequireFields<SocialProfileFriendsArgs, 'first'>>;
  friendRequests?: Resolver<Maybe<ResolversTypes['SocialProfileConnection']>, ParentType, ContextType, RequireFields<SocialProfileFriendRequestsArgs, 'first'>>;
  posts?: Resolver<Maybe<ResolversTypes['PostConnection']>, ParentType, ContextType, RequireFields<SocialProfilePostsArgs, 'first'>>;
  stories?: Resolver<Maybe<ResolversTypes['SocialStoryConnection']>, ParentType, ContextType, RequireFields<SocialProfileStoriesArgs, 'first'>>;
  settings?: Resolver<Maybe<ResolversTypes['SocialSettings']>, ParentType, ContextType>;
  ads?: Resolver<Maybe<Array<ResolversTypes['Ad']>>, ParentType, ContextType, RequireFields<SocialProfileAdsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SocialPersonalizationSignalsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialPersonalizationSignals'] = ResolversParentTypes['SocialPersonalizationSignals'], FederationReferenceType extends FederationReferenceTypes['SocialPersonalizationSignals'] = FederationReferenceTypes['SocialPersonalizationSignals']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SocialPersonalizationSignals']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SocialSettingsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialSettings'] = ResolversParentTypes['SocialSettings']> = {
  whoMayTag?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  whoMayMessage?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AdResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Ad'] = ResolversParentTypes['Ad']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['AdBasis'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PostResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Post'] = ResolversParentTypes['Post'], FederationReferenceType extends FederationReferenceTypes['Post'] = FederationReferenceTypes['Post']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Post']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['SocialProfile'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['SocialMedia']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reactionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerReaction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['PostCommentConnection']>, ParentType, ContextType, RequireFields<PostCommentsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostCommentResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PostComment'] = ResolversParentTypes['PostComment'], FederationReferenceType extends FederationReferenceTypes['PostComment'] = FederationReferenceTypes['PostComment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PostComment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['SocialProfile'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostCommentConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PostCommentConnection'] = ResolversParentTypes['PostCommentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PostCommentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['PostComment']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PostCommentEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PostCommentEdge'] = ResolversParentTypes['PostCommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['PostComment']>, ParentType, ContextType>;
};

export type PostConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PostConnection'] = ResolversParentTypes['PostConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PostEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Post']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PostEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PostEdge'] = ResolversParentTypes['PostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
};

export type SocialProfileConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialProfileConnection'] = ResolversParentTypes['SocialProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SocialProfileEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['SocialProfile']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SocialProfileEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialProfileEdge'] = ResolversParentTypes['SocialProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['SocialProfile']>, ParentType, ContextType>;
};

export type SocialMediaResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialMedia'] = ResolversParentTypes['SocialMedia']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  urlExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MediaKind'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SocialStoryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialStory'] = ResolversParentTypes['SocialStory'], FederationReferenceType extends FederationReferenceTypes['SocialStory'] = FederationReferenceTypes['SocialStory']> = {
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

export type SocialStoryConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialStoryConnection'] = ResolversParentTypes['SocialStoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SocialStoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['SocialStory']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SocialStoryEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialStoryEdge'] = ResolversParentTypes['SocialStoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['SocialStory']>, ParentType, ContextType>;
};

export type SocialErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialError'] = ResolversParentTypes['SocialError']> = {
  code?: Resolver<ResolversTypes['SocialErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactToPostPayloadResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ReactToPostPayload'] = ResolversParentTypes['ReactToPostPayload']> = {
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SocialError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reactToPost?: Resolver<Maybe<ResolversTypes['ReactToPostPayload']>, ParentType, ContextType, RequireFields<MutationReactToPostArgs, 'input'>>;
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
  ReactToPostPayload?: ReactToPostPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = unknown> = {
  person?: PersonDirectiveResolver<any, any, ContextType>;
  consented?: ConsentedDirectiveResolver<any, any, ContextType>;
  uses?: UsesDirectiveResolver<any, any, ContextType>;
  sealed?: SealedDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
};

