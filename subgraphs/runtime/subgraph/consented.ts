import type { DocumentNode } from 'graphql'
import type { ClockWatch } from '../grants/clockWatch.ts'
import type { OpenGrant } from '../grants/grant.ts'
import { CONSENT_STEP, silentMetrics } from '../metrics/metrics.ts'
import type { StartDeadline } from './deadline.ts'
import { argumentOf, directivesOnObjects } from './directives.ts'
import type { ReferenceResolver } from './entities.ts'
import type { ConsentedResolver, SubgraphContext, SubgraphDefinition } from './subgraph.ts'

/** What answering consented types stands on. */
export interface SourceParts<Loaders> {
  readonly definition: SubgraphDefinition<Loaders>
  readonly document: DocumentNode
  /** The type of this app's persons (`@person`). */
  readonly person: string | null
  readonly watch: ClockWatch
  readonly startDeadline: StartDeadline
}

/**
 * The reference resolver of every consented type whose source this subgraph is: the only way in which its data leaves.
 * No grant, no data: whatever does not hold, comes too late or fails is null, and nothing of it is told or logged.
 * Throws a `TypeError` where `consented` does not fit the SDL.
 */
export function consentedReferences<Loaders>(parts: SourceParts<Loaders>): ReadonlyMap<string, ReferenceResolver> {
  const { name, consented = {} } = parts.definition
  const types = sourcedTypes(name, parts.document)
  for (const type of Object.keys(consented)) {
    if (types.has(type)) continue
    throw new TypeError(`consented.${type} of ${name} must have a type with @consented(from: "${name}") in the SDL.`)
  }
  return new Map([...types].map((type) => [type, referenceOf(type, consented[type], parts)]))
}

function sourcedTypes(name: string, document: DocumentNode): ReadonlySet<string> {
  const types = new Set<string>()
  for (const [type, directive] of directivesOnObjects(document, 'consented')) {
    if (argumentOf(directive, 'from') === name) types.add(type)
  }
  return types
}

function referenceOf<Loaders>(
  type: string,
  resolve: ConsentedResolver<Loaders> | undefined,
  { definition, person, watch, startDeadline }: SourceParts<Loaders>,
): ReferenceResolver {
  const { grants, ports } = definition
  if (!resolve || !grants || person === null) return async () => null
  const counted = openedFigure(definition.name, ports.metrics)

  return async (reference, context) => {
    const { grant } = reference as { readonly grant?: unknown }
    const open = watch.isTrusted() ? grants.open(grant, type) : null
    const subject = open && ports.ids.open(open.subject, person)
    counted(subject !== null)
    if (open === null || subject === null) return null
    const { clock, now, load, signal: caller } = context as SubgraphContext<Loaders>
    const values = await inTime(open, caller, (signal) =>
      resolve({ subject, purpose: open.purpose }, { clock, now, load, signal }),
    )
    return values && { ...values, grant, validUntil: new Date(open.exp).toISOString() }
  }

  async function inTime(
    open: OpenGrant,
    caller: AbortSignal,
    read: (signal: AbortSignal) => Promise<object | null> | object | null,
  ): Promise<object | null> {
    const left = open.left()
    if (left <= 0) return null
    const deadline = startDeadline(left, caller)
    try {
      const values = await deadline.race(Promise.resolve(read(deadline.signal)))
      // The process may have been stopped meanwhile, and the deadline with it.
      return open.left() > 0 ? values : null
    } catch {
      return null
    }
  }
}

/** Grants that were brought to this source. Neither type nor purpose nor recipient: nothing that tells of a person. */
function openedFigure(source: string, metrics = silentMetrics): (opened: boolean) => void {
  const count = metrics.counter({
    name: 'concord_grants_opened_total',
    help: 'Grants brought to a source: opened, or refused (expired, forged, of another flow, clocks that differ).',
    labels: ['source', 'outcome'],
    step: CONSENT_STEP,
  })
  return (opened) => count({ source, outcome: opened ? 'opened' : 'refused' })
}
