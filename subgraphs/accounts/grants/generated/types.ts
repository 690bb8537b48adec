// Generated from schema/grants.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A capability to read one person's data for one purpose, once decided: opaque to all but its source. Never in the public graph. */
  Grant: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type PhotoProfile = {
  id: Scalars['ID']['output'];
  messengerPersonalizationSignals?: Maybe<MessengerPersonalizationSignals>;
  messengerImprovementSignals?: Maybe<MessengerImprovementSignals>;
  socialPersonalizationSignals?: Maybe<SocialPersonalizationSignals>;
};

export type SocialProfile = {
  id: Scalars['ID']['output'];
  messengerAdSignals?: Maybe<MessengerAdSignals>;
  photoAdSignals?: Maybe<PhotoAdSignals>;
};

export type MessengerAdSignals = {
  grant: Scalars['Grant']['output'];
};

export type MessengerPersonalizationSignals = {
  grant: Scalars['Grant']['output'];
};

export type MessengerImprovementSignals = {
  grant: Scalars['Grant']['output'];
};

export type PhotoAdSignals = {
  grant: Scalars['Grant']['output'];
};

export type SocialPersonalizationSignals = {
  grant: Scalars['Grant']['output'];
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
  SocialProfile: SocialProfile;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  PhotoProfile:
    ( { __typename: 'PhotoProfile' }
    & GraphQLRecursivePick<FederationTypes['PhotoProfile'], {"id":true}> );
  SocialProfile:
    ( { __typename: 'SocialProfile' }
    & GraphQLRecursivePick<FederationTypes['SocialProfile'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Grant: ResolverTypeWrapper<Partial<Scalars['Grant']['output']>>;
  PhotoProfile: ResolverTypeWrapper<Partial<PhotoProfile>>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  SocialProfile: ResolverTypeWrapper<Partial<SocialProfile>>;
  MessengerAdSignals: ResolverTypeWrapper<Partial<MessengerAdSignals>>;
  MessengerPersonalizationSignals: ResolverTypeWrapper<Partial<MessengerPersonalizationSignals>>;
  MessengerImprovementSignals: ResolverTypeWrapper<Partial<MessengerImprovementSignals>>;
  PhotoAdSignals: ResolverTypeWrapper<Partial<PhotoAdSignals>>;
  SocialPersonalizationSignals: ResolverTypeWrapper<Partial<SocialPersonalizationSignals>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Grant: Partial<Scalars['Grant']['output']>;
  PhotoProfile: Partial<PhotoProfile | FederationReferenceTypes['PhotoProfile']>;
  ID: Partial<Scalars['ID']['output']>;
  SocialProfile: Partial<SocialProfile | FederationReferenceTypes['SocialProfile']>;
  MessengerAdSignals: Partial<MessengerAdSignals>;
  MessengerPersonalizationSignals: Partial<MessengerPersonalizationSignals>;
  MessengerImprovementSignals: Partial<MessengerImprovementSignals>;
  PhotoAdSignals: Partial<PhotoAdSignals>;
  SocialPersonalizationSignals: Partial<SocialPersonalizationSignals>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  String: Partial<Scalars['String']['output']>;
};

export interface GrantScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Grant'], any> {
  name: 'Grant';
}

export type PhotoProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoProfile'] = ResolversParentTypes['PhotoProfile'], FederationReferenceType extends FederationReferenceTypes['PhotoProfile'] = FederationReferenceTypes['PhotoProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messengerPersonalizationSignals?: Resolver<Maybe<ResolversTypes['MessengerPersonalizationSignals']>, ParentType, ContextType>;
  messengerImprovementSignals?: Resolver<Maybe<ResolversTypes['MessengerImprovementSignals']>, ParentType, ContextType>;
  socialPersonalizationSignals?: Resolver<Maybe<ResolversTypes['SocialPersonalizationSignals']>, ParentType, ContextType>;
};

export type SocialProfileResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialProfile'] = ResolversParentTypes['SocialProfile'], FederationReferenceType extends FederationReferenceTypes['SocialProfile'] = FederationReferenceTypes['SocialProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SocialProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messengerAdSignals?: Resolver<Maybe<ResolversTypes['MessengerAdSignals']>, ParentType, ContextType>;
  photoAdSignals?: Resolver<Maybe<ResolversTypes['PhotoAdSignals']>, ParentType, ContextType>;
};

export type MessengerAdSignalsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerAdSignals'] = ResolversParentTypes['MessengerAdSignals']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type MessengerPersonalizationSignalsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerPersonalizationSignals'] = ResolversParentTypes['MessengerPersonalizationSignals']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type MessengerImprovementSignalsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MessengerImprovementSignals'] = ResolversParentTypes['MessengerImprovementSignals']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type PhotoAdSignalsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PhotoAdSignals'] = ResolversParentTypes['PhotoAdSignals']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type SocialPersonalizationSignalsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SocialPersonalizationSignals'] = ResolversParentTypes['SocialPersonalizationSignals']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type Resolvers<ContextType = unknown> = {
  Grant?: GraphQLScalarType;
  PhotoProfile?: PhotoProfileResolvers<ContextType>;
  SocialProfile?: SocialProfileResolvers<ContextType>;
  MessengerAdSignals?: MessengerAdSignalsResolvers<ContextType>;
  MessengerPersonalizationSignals?: MessengerPersonalizationSignalsResolvers<ContextType>;
  MessengerImprovementSignals?: MessengerImprovementSignalsResolvers<ContextType>;
  PhotoAdSignals?: PhotoAdSignalsResolvers<ContextType>;
  SocialPersonalizationSignals?: SocialPersonalizationSignalsResolvers<ContextType>;
};


