import { isPartner, type SubgraphRegistration } from './registry.ts'

type Subgraph = Pick<SubgraphRegistration, 'name' | 'app'>

/** A subgraph that resolves an entity by a key. */
export interface Resolver extends Subgraph {
  /** Whether it defines the entity there, and does not only extend what another subgraph defines. */
  readonly defines: boolean
  /** The app whose people these are, where the entity is labelled so. */
  readonly person: string | undefined
  /** The subgraph whose consented data it is, where the entity is labelled so. */
  readonly consentedFrom: string | undefined
}

/**
 * Whose an entity is, of all who resolve it, in the order of `subgraphs.yaml`. A person and consented data belong to whom
 * their label names, so that nobody takes them over by being registered earlier. Anything else belongs to who defines it:
 * who extends it does not own it while somebody else defines it. Of several, apps come before keepers before partners.
 */
export function ownerAmong<One extends Resolver>(resolvers: readonly One[]): One | undefined {
  const inRank = resolvers.toSorted((a, b) => rankOf(a) - rankOf(b))
  return inRank.find(isNamed) ?? inRank.find(({ defines }) => defines) ?? inRank[0]
}

function isNamed({ name, app, person, consentedFrom }: Resolver): boolean {
  return (app !== undefined && person === app) || consentedFrom === name
}

/** Apps before keepers before partners: who comes first owns. */
export function rankOf(subgraph: Subgraph): number {
  if (subgraph.app !== undefined) return 0
  return isPartner(subgraph) ? 2 : 1
}
