import type { PlanNode, QueryPlan } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { clientName } from '../plan/reservedNames.ts'
import { fetchRoleOf, type FetchRole } from './fetchRole.ts'
import { askedFields, operationOf, placeOf, type AskedField, type PlacedFetch } from './planFetches.ts'
import type { ConsentRules } from './rules.ts'

/** A plan as people look at it: who is asked for what, in which order, and what that has to do with consent. */
export type PlanPicture = PictureGroup | PictureFetch

export interface PictureGroup {
  /** One after the other, or all at once. */
  readonly kind: 'sequence' | 'parallel'
  readonly steps: readonly PlanPicture[]
}

export interface PictureFetch {
  readonly kind: 'fetch'
  /** Who is asked. */
  readonly subgraph: string
  /** Where in the answer its own goes, for example `socialMe`; empty at the root. */
  readonly path: string
  /** The fields that are asked first, names the client's own. */
  readonly asks: readonly string[]
  /** Absent where the fetch has nothing to do with consented data. */
  readonly consent?: PictureConsent
}

/** One app's data for another, for one purpose. */
export interface PictureFlow {
  readonly from: string
  readonly to: string
  readonly purpose: string
  /** `Type.field`: where it is decided. */
  readonly road: string
}

export interface PictureConsent {
  /** It asks whether data may flow, reads them by a grant, or uses them. */
  readonly role: FetchRole['kind']
  readonly flows: readonly PictureFlow[]
}

/** Draws a plan; undefined when there is nothing to fetch. */
export function pictureOf(
  { node }: QueryPlan,
  rules: ConsentRules | undefined,
  schema: GraphQLSchema,
): PlanPicture | undefined {
  if (!node || node.kind === 'Subscription') return undefined
  const drawing = { rules, flows: rules ? flowsOf(rules) : [], schema }
  return drawn(node, [], (fetch) => pictureOfFetch(fetch, drawing))
}

/** What all fetches of a plan are drawn by. */
interface Drawing {
  readonly rules: ConsentRules | undefined
  readonly flows: readonly NamedFlow[]
  readonly schema: GraphQLSchema
}

type Draw = (fetch: PlacedFetch) => PictureFetch

function drawn(node: PlanNode, path: readonly string[], draw: Draw): PlanPicture {
  switch (node.kind) {
    case 'Fetch':
      return draw({ node, path })
    case 'Flatten':
      return drawn(node.node, [...path, ...placeOf(node)], draw)
    case 'Sequence':
    case 'Parallel':
      return group(
        node.kind === 'Sequence' ? 'sequence' : 'parallel',
        node.nodes.map((child) => drawn(child, path, draw)),
      )
    case 'Condition':
      return group(
        'parallel',
        [node.ifClause, node.elseClause].flatMap((child) => (child ? [drawn(child, path, draw)] : [])),
      )
    case 'Defer':
      throw new Error('@defer is left out before planning, but the plan has a part that is deferred.')
  }
}

function group(kind: PictureGroup['kind'], steps: readonly PlanPicture[]): PlanPicture {
  const [only] = steps
  return steps.length === 1 && only ? only : { kind, steps }
}

/** A flow, and the field that uses it. */
interface NamedFlow extends PictureFlow {
  readonly type: string
  readonly field: string
}

function flowsOf({ uses, roads }: ConsentRules): readonly NamedFlow[] {
  return [...uses.values()].flatMap(({ field, to, purpose, inputs }) =>
    inputs.map(({ road, from }) => {
      const [person = ''] = field.split('.')
      return { field, to, purpose, from, road: `${person}.${road}`, type: roads.get(person)?.get(road) ?? '' }
    }),
  )
}

function pictureOfFetch(fetch: PlacedFetch, { rules, flows, schema }: Drawing): PictureFetch {
  const { node, path } = fetch
  const fields = askedFields(fetch, schema)
  const asks = fields.filter(({ depth, name }) => depth === 0 && name !== '__typename').map(({ name }) => name)
  const role = fetchRoleOf(node, operationOf(node), rules)
  const met = role ? flowsAt(role, fields, flows) : []
  return {
    kind: 'fetch',
    subgraph: node.serviceName,
    path: path.map(clientName).join('.'),
    asks: [...new Set(asks)],
    ...(role && met.length > 0 && { consent: { role: role.kind, flows: distinct(met) } }),
  }
}

/** The flows that a fetch of this role is about. */
function flowsAt(role: FetchRole, fields: readonly AskedField[], flows: readonly NamedFlow[]): readonly NamedFlow[] {
  switch (role.kind) {
    case 'roads': {
      const asked = new Set(fields.map(({ parent, name }) => `${parent}.${name}`))
      return flows.filter(({ road }) => asked.has(road))
    }
    case 'source': {
      const types = new Set(fields.filter(({ depth }) => depth === 0).map(({ parent }) => parent))
      return flows.filter(({ type }) => types.has(type))
    }
    case 'recipient': {
      const used = new Set(role.uses.map(({ field }) => field))
      return flows.filter(({ field }) => used.has(field))
    }
  }
}

/** Several fields may use one road. */
function distinct(flows: readonly NamedFlow[]): readonly PictureFlow[] {
  return [
    ...new Map(flows.map(({ from, to, purpose, road }) => [`${road} ${to}`, { from, to, purpose, road }])).values(),
  ]
}
