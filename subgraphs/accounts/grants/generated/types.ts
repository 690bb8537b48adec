// Generated from schema/grants.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Reference } from '../../references.ts';
import type { Context } from '../context.ts';
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

/** A person in the photo app. */
export type PhotoProfile = {
  /** Opaque, unrelated to the ids of the same person in other apps. */
  id: Scalars['ID']['output'];
  /** Topics from the messenger, for `suggestedProfiles`: null, or a grant while the person lets them be used for PERSONALIZE. */
  messengerPersonalizationSignals?: Maybe<MessengerPersonalizationSignals>;
  /** Activity in the messenger, for `feedQuality`: null, or a grant while the person lets it be used for IMPROVE. */
  messengerImprovementSignals?: Maybe<MessengerImprovementSignals>;
  /** Topics from the social app, for `suggestedProfiles`: null, or a grant while the person lets them be used for PERSONALIZE. */
  socialPersonalizationSignals?: Maybe<SocialPersonalizationSignals>;
};

/** A person in the social app. */
export type SocialProfile = {
  /** Opaque, unrelated to the ids of the same person in other apps. */
  id: Scalars['ID']['output'];
  /** Topics from the messenger, for `ads`: null, or a grant while the person lets them be used for ADS. */
  messengerAdSignals?: Maybe<MessengerAdSignals>;
  /** Topics from the photo app, for `ads`: null, or a grant while the person lets them be used for ADS. */
  photoAdSignals?: Maybe<PhotoAdSignals>;
};

/** What the messenger lets another app use to choose advertisements for a person who consented to it. Never public. */
export type MessengerAdSignals = {
  /** The capability to read it by, for half a second. */
  grant: Scalars['Grant']['output'];
};

/** What the messenger lets another app use to personalise for a person who consented to it. Never public. */
export type MessengerPersonalizationSignals = {
  /** The capability to read it by, for half a second. */
  grant: Scalars['Grant']['output'];
};

/** What the messenger lets another app use to improve itself for a person who consented to it. Never public. */
export type MessengerImprovementSignals = {
  /** The capability to read it by, for half a second. */
  grant: Scalars['Grant']['output'];
};

/** What the photo app lets another app use to choose advertisements for a person who consented to it. Never public. */
export type PhotoAdSignals = {
  /** The capability to read it by, for half a second. */
  grant: Scalars['Grant']['output'];
};

/** What the social app lets another app use to personalise for a person who consented to it. Never public. */
export type SocialPersonalizationSignals = {
  /** The capability to read it by, for half a second. */
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
  PhotoProfile: ResolverTypeWrapper<Reference>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  SocialProfile: ResolverTypeWrapper<Reference>;
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
  PhotoProfile: Reference;
  ID: Partial<Scalars['ID']['output']>;
  SocialProfile: Reference;
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

export type PhotoProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoProfile'] = ResolversParentTypes['PhotoProfile'], FederationReferenceType extends FederationReferenceTypes['PhotoProfile'] = FederationReferenceTypes['PhotoProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PhotoProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messengerPersonalizationSignals?: Resolver<Maybe<ResolversTypes['MessengerPersonalizationSignals']>, ParentType, ContextType>;
  messengerImprovementSignals?: Resolver<Maybe<ResolversTypes['MessengerImprovementSignals']>, ParentType, ContextType>;
  socialPersonalizationSignals?: Resolver<Maybe<ResolversTypes['SocialPersonalizationSignals']>, ParentType, ContextType>;
};

export type SocialProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialProfile'] = ResolversParentTypes['SocialProfile'], FederationReferenceType extends FederationReferenceTypes['SocialProfile'] = FederationReferenceTypes['SocialProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SocialProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messengerAdSignals?: Resolver<Maybe<ResolversTypes['MessengerAdSignals']>, ParentType, ContextType>;
  photoAdSignals?: Resolver<Maybe<ResolversTypes['PhotoAdSignals']>, ParentType, ContextType>;
};

export type MessengerAdSignalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerAdSignals'] = ResolversParentTypes['MessengerAdSignals']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type MessengerPersonalizationSignalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerPersonalizationSignals'] = ResolversParentTypes['MessengerPersonalizationSignals']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type MessengerImprovementSignalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessengerImprovementSignals'] = ResolversParentTypes['MessengerImprovementSignals']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type PhotoAdSignalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoAdSignals'] = ResolversParentTypes['PhotoAdSignals']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type SocialPersonalizationSignalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialPersonalizationSignals'] = ResolversParentTypes['SocialPersonalizationSignals']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Grant?: GraphQLScalarType;
  PhotoProfile?: PhotoProfileResolvers<ContextType>;
  SocialProfile?: SocialProfileResolvers<ContextType>;
  MessengerAdSignals?: MessengerAdSignalsResolvers<ContextType>;
  MessengerPersonalizationSignals?: MessengerPersonalizationSignalsResolvers<ContextType>;
  MessengerImprovementSignals?: MessengerImprovementSignalsResolvers<ContextType>;
  PhotoAdSignals?: PhotoAdSignalsResolvers<ContextType>;
  SocialPersonalizationSignals?: SocialPersonalizationSignalsResolvers<ContextType>;
};


