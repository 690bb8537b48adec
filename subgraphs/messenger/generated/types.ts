// Generated from schema/messenger.graphql by `npm run generate`. Do not edit.
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
  Ciphertext: { input: string; output: string; }
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
  /** The viewer's own messenger profile: works without accounts. */
  messengerMe?: Maybe<MessengerProfile>;
  /** Exact handle only, as its owner's privacy allows. */
  messengerProfile?: Maybe<MessengerProfile>;
};


export type QueryMessengerProfileArgs = {
  handle: Scalars['String']['input'];
};

export type MessengerProfile = Profile & Node & {
  id: Scalars['ID']['output'];
  app: App;
  handle: Scalars['String']['output'];
  displayName: Scalars['String']['output'];
  about?: Maybe<Scalars['String']['output']>;
  /** Own profile, and members of a shared conversation. */
  devices?: Maybe<Array<Device>>;
  /** Own profile only. */
  settings?: Maybe<MessengerSettings>;
  statuses?: Maybe<StatusConnection>;
  conversations?: Maybe<ConversationConnection>;
  contacts?: Maybe<MessengerProfileConnection>;
  /** Set by business profiles; the source of their contacts' topics. */
  businessCategory?: Maybe<Scalars['Topic']['output']>;
};


export type MessengerProfileStatusesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MessengerProfileConversationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MessengerProfileContactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Who may do a thing. The same three values in every app. */
export type Reach =
  | 'NOBODY'
  | 'CONNECTIONS'
  | 'EVERYONE';

export type MessengerSettings = {
  whoMayMessage: Reach;
  lastSeen: Reach;
  theme: Scalars['String']['output'];
  language: Scalars['String']['output'];
};

export type MessengerAdSignals = {
  grant: Scalars['Grant']['output'];
  topics: Array<Scalars['Topic']['output']>;
  validUntil: Scalars['DateTime']['output'];
};

export type MessengerPersonalizationSignals = {
  grant: Scalars['Grant']['output'];
  topics: Array<Scalars['Topic']['output']>;
  validUntil: Scalars['DateTime']['output'];
};

export type MessengerImprovementSignals = {
  grant: Scalars['Grant']['output'];
  /** Days with a status or a contact added, of the last 30. */
  activeDays: Scalars['Int']['output'];
  validUntil: Scalars['DateTime']['output'];
};

/** identityKey: base64url of the public MLS signature key. */
export type Device = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  identityKey: Scalars['String']['output'];
  addedAt: Scalars['DateTime']['output'];
  keyPackagesLeft?: Maybe<Scalars['Int']['output']>;
};

/** ciphertext: one MLS message to the author's status audience (a Conversation of kind STATUS_AUDIENCE). */
export type Status = Node & {
  id: Scalars['ID']['output'];
  author: MessengerProfile;
  kind: StatusKind;
  ciphertext?: Maybe<Scalars['Ciphertext']['output']>;
  postedAt: Scalars['DateTime']['output'];
  expiresAt: Scalars['DateTime']['output'];
  viewers?: Maybe<MessengerProfileConnection>;
};


/** ciphertext: one MLS message to the author's status audience (a Conversation of kind STATUS_AUDIENCE). */
export type StatusViewersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type StatusKind =
  | 'TEXT'
  | 'IMAGE'
  | 'VIDEO';

export type StatusConnection = {
  edges: Array<StatusEdge>;
  nodes: Array<Maybe<Status>>;
  pageInfo: PageInfo;
};

export type StatusEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<Status>;
};

export type MessengerProfileConnection = {
  edges: Array<MessengerProfileEdge>;
  nodes: Array<Maybe<MessengerProfile>>;
  pageInfo: PageInfo;
};

export type MessengerProfileEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<MessengerProfile>;
};

export type ConversationKind =
  | 'DIRECT'
  | 'GROUP'
  | 'STATUS_AUDIENCE';

/** An MLS group (RFC 9420). The server orders its messages and knows its members, never its keys. */
export type Conversation = Node & {
  id: Scalars['ID']['output'];
  kind: ConversationKind;
  epoch: Scalars['Int']['output'];
  members: Array<MessengerProfile>;
  messages?: Maybe<EncryptedMessageConnection>;
};


/** An MLS group (RFC 9420). The server orders its messages and knows its members, never its keys. */
export type ConversationMessagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type ConversationConnection = {
  edges: Array<ConversationEdge>;
  nodes: Array<Maybe<Conversation>>;
  pageInfo: PageInfo;
};

export type ConversationEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<Conversation>;
};

export type EncryptedMessage = Node & {
  id: Scalars['ID']['output'];
  conversation: Conversation;
  senderDeviceId: Scalars['ID']['output'];
  kind: EncryptedMessageKind;
  ciphertext: Scalars['Ciphertext']['output'];
  sentAt: Scalars['DateTime']['output'];
};

export type EncryptedMessageKind =
  | 'APPLICATION'
  | 'COMMIT'
  | 'WELCOME';

export type EncryptedMessageConnection = {
  edges: Array<EncryptedMessageEdge>;
  nodes: Array<Maybe<EncryptedMessage>>;
  pageInfo: PageInfo;
};

export type EncryptedMessageEdge = {
  cursor: Scalars['String']['output'];
  node?: Maybe<EncryptedMessage>;
};

export type MessengerErrorCode =
  | 'DEVICE_UNKNOWN'
  | 'STATUS_GONE'
  | 'NOT_A_MEMBER'
  | 'EPOCH_OUTDATED'
  | 'NOT_AN_MLS_MESSAGE'
  | 'PROFILE_NOT_FOUND'
  | 'BLOCKED';

export type MessengerError = UserError & {
  code: MessengerErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type PostStatusInput = {
  kind: StatusKind;
  audienceId?: InputMaybe<Scalars['ID']['input']>;
  ciphertext?: InputMaybe<Scalars['Ciphertext']['input']>;
  idempotencyKey: Scalars['ID']['input'];
};

export type PostStatusPayload = {
  status?: Maybe<Status>;
  errors: Array<MessengerError>;
};

export type Mutation = {
  postStatus?: Maybe<PostStatusPayload>;
};


export type MutationPostStatusArgs = {
  input: PostStatusInput;
};

export type Subscription = {
  messageReceived?: Maybe<EncryptedMessage>;
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
    | ( Partial<MessengerProfile> )
    | ( Partial<Status> )
    | ( Partial<Conversation> )
    | ( Partial<EncryptedMessage> )
  ;
  Profile: ( Partial<MessengerProfile> );
  UserError: ( Partial<MessengerError> );
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
  Ciphertext: ResolverTypeWrapper<Partial<Scalars['Ciphertext']['output']>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MessengerProfile: ResolverTypeWrapper<Partial<MessengerProfile>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  Reach: ResolverTypeWrapper<Partial<Reach>>;
  MessengerSettings: ResolverTypeWrapper<Partial<MessengerSettings>>;
  MessengerAdSignals: ResolverTypeWrapper<Partial<MessengerAdSignals>>;
  MessengerPersonalizationSignals: ResolverTypeWrapper<Partial<MessengerPersonalizationSignals>>;
  MessengerImprovementSignals: ResolverTypeWrapper<Partial<MessengerImprovementSignals>>;
  Device: ResolverTypeWrapper<Partial<Device>>;
  Status: ResolverTypeWrapper<Partial<Status>>;
  StatusKind: ResolverTypeWrapper<Partial<StatusKind>>;
  StatusConnection: ResolverTypeWrapper<Partial<StatusConnection>>;
  StatusEdge: ResolverTypeWrapper<Partial<StatusEdge>>;
  MessengerProfileConnection: ResolverTypeWrapper<Partial<MessengerProfileConnection>>;
  MessengerProfileEdge: ResolverTypeWrapper<Partial<MessengerProfileEdge>>;
  ConversationKind: ResolverTypeWrapper<Partial<ConversationKind>>;
  Conversation: ResolverTypeWrapper<Partial<Conversation>>;
  ConversationConnection: ResolverTypeWrapper<Partial<ConversationConnection>>;
  ConversationEdge: ResolverTypeWrapper<Partial<ConversationEdge>>;
  EncryptedMessage: ResolverTypeWrapper<Partial<EncryptedMessage>>;
  EncryptedMessageKind: ResolverTypeWrapper<Partial<EncryptedMessageKind>>;
  EncryptedMessageConnection: ResolverTypeWrapper<Partial<EncryptedMessageConnection>>;
  EncryptedMessageEdge: ResolverTypeWrapper<Partial<EncryptedMessageEdge>>;
  MessengerErrorCode: ResolverTypeWrapper<Partial<MessengerErrorCode>>;
  MessengerError: ResolverTypeWrapper<Partial<MessengerError>>;
  PostStatusInput: ResolverTypeWrapper<Partial<PostStatusInput>>;
  PostStatusPayload: ResolverTypeWrapper<Partial<PostStatusPayload>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
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
  Ciphertext: Partial<Scalars['Ciphertext']['output']>;
  Query: Record<PropertyKey, never>;
  MessengerProfile: Partial<MessengerProfile | FederationReferenceTypes['MessengerProfile']>;
  Int: Partial<Scalars['Int']['output']>;
  MessengerSettings: Partial<MessengerSettings>;
  MessengerAdSignals: Partial<MessengerAdSignals | FederationReferenceTypes['MessengerAdSignals']>;
  MessengerPersonalizationSignals: Partial<MessengerPersonalizationSignals | FederationReferenceTypes['MessengerPersonalizationSignals']>;
  MessengerImprovementSignals: Partial<MessengerImprovementSignals | FederationReferenceTypes['MessengerImprovementSignals']>;
  Device: Partial<Device>;
  Status: Partial<Status | FederationReferenceTypes['Status']>;
  StatusConnection: Partial<StatusConnection>;
  StatusEdge: Partial<StatusEdge>;
  MessengerProfileConnection: Partial<MessengerProfileConnection>;
  MessengerProfileEdge: Partial<MessengerProfileEdge>;
  Conversation: Partial<Conversation | FederationReferenceTypes['Conversation']>;
  ConversationConnection: Partial<ConversationConnection>;
  ConversationEdge: Partial<ConversationEdge>;
  EncryptedMessage: Partial<EncryptedMessage | FederationReferenceTypes['EncryptedMessage']>;
  EncryptedMessageConnection: Partial<EncryptedMessageConnection>;
  EncryptedMessageEdge: Partial<EncryptedMessageEdge>;
  MessengerError: Partial<MessengerError>;
  PostStatusInput: Partial<PostStatusInput>;
  PostStatusPayload: Partial<PostStatusPayload>;
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
  __resolveType: TypeResolveFn<'MessengerProfile' | 'Status' | 'Conversation' | 'EncryptedMessage', ParentType, ContextType>;
};

export type ProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Profile'] = ResolversParentTypes['Profile']> = {
  __resolveType: TypeResolveFn<'MessengerProfile', ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'MessengerError', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface CiphertextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Ciphertext'], any> {
  name: 'Ciphertext';
}

export type QueryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  messengerMe?: Resolver<Maybe<ResolversTypes['MessengerProfile']>, ParentType, ContextType>;
  messengerProfile?: Resolver<Maybe<ResolversTypes['MessengerProfile']>, ParentType, ContextType, RequireFields<QueryMessengerProfileArgs, 'handle'>>;
};

export type MessengerProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerProfile'] = ResolversParentTypes['MessengerProfile'], FederationReferenceType extends FederationReferenceTypes['MessengerProfile'] = FederationReferenceTypes['MessengerProfile']> = {
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
  businessCategory?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessengerSettingsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerSettings'] = ResolversParentTypes['MessengerSettings']> = {
  whoMayMessage?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  lastSeen?: Resolver<ResolversTypes['Reach'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessengerAdSignalsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerAdSignals'] = ResolversParentTypes['MessengerAdSignals'], FederationReferenceType extends FederationReferenceTypes['MessengerAdSignals'] = FederationReferenceTypes['MessengerAdSignals']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessengerAdSignals']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MessengerPersonalizationSignalsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerPersonalizationSignals'] = ResolversParentTypes['MessengerPersonalizationSignals'], FederationReferenceType extends FederationReferenceTypes['MessengerPersonalizationSignals'] = FederationReferenceTypes['MessengerPersonalizationSignals']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessengerPersonalizationSignals']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MessengerImprovementSignalsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerImprovementSignals'] = ResolversParentTypes['MessengerImprovementSignals'], FederationReferenceType extends FederationReferenceTypes['MessengerImprovementSignals'] = FederationReferenceTypes['MessengerImprovementSignals']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessengerImprovementSignals']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  activeDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DeviceResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  identityKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  keyPackagesLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StatusResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Status'] = ResolversParentTypes['Status'], FederationReferenceType extends FederationReferenceTypes['Status'] = FederationReferenceTypes['Status']> = {
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

export type StatusConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['StatusConnection'] = ResolversParentTypes['StatusConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StatusEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Status']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StatusEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['StatusEdge'] = ResolversParentTypes['StatusEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Status']>, ParentType, ContextType>;
};

export type MessengerProfileConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerProfileConnection'] = ResolversParentTypes['MessengerProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MessengerProfileEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['MessengerProfile']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessengerProfileEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerProfileEdge'] = ResolversParentTypes['MessengerProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['MessengerProfile']>, ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation'], FederationReferenceType extends FederationReferenceTypes['Conversation'] = FederationReferenceTypes['Conversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Conversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ConversationKind'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['MessengerProfile']>, ParentType, ContextType>;
  messages?: Resolver<Maybe<ResolversTypes['EncryptedMessageConnection']>, ParentType, ContextType, RequireFields<ConversationMessagesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Conversation']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
};

export type EncryptedMessageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['EncryptedMessage'] = ResolversParentTypes['EncryptedMessage'], FederationReferenceType extends FederationReferenceTypes['EncryptedMessage'] = FederationReferenceTypes['EncryptedMessage']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['EncryptedMessage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  senderDeviceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EncryptedMessageKind'], ParentType, ContextType>;
  ciphertext?: Resolver<ResolversTypes['Ciphertext'], ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EncryptedMessageConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['EncryptedMessageConnection'] = ResolversParentTypes['EncryptedMessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EncryptedMessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['EncryptedMessage']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EncryptedMessageEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['EncryptedMessageEdge'] = ResolversParentTypes['EncryptedMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['EncryptedMessage']>, ParentType, ContextType>;
};

export type MessengerErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerError'] = ResolversParentTypes['MessengerError']> = {
  code?: Resolver<ResolversTypes['MessengerErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostStatusPayloadResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PostStatusPayload'] = ResolversParentTypes['PostStatusPayload']> = {
  status?: Resolver<Maybe<ResolversTypes['Status']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MessengerError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  postStatus?: Resolver<Maybe<ResolversTypes['PostStatusPayload']>, ParentType, ContextType, RequireFields<MutationPostStatusArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  messageReceived?: SubscriptionResolver<Maybe<ResolversTypes['EncryptedMessage']>, "messageReceived", ParentType, ContextType, RequireFields<SubscriptionMessageReceivedArgs, 'deviceId'>>;
  statusPosted?: SubscriptionResolver<Maybe<ResolversTypes['Status']>, "statusPosted", ParentType, ContextType>;
};

export type Resolvers<ContextType = unknown> = {
  Grant?: GraphQLScalarType;
  Topic?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  Profile?: ProfileResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Ciphertext?: GraphQLScalarType;
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

