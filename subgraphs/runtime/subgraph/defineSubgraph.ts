import { execute, type ExecutionResult, GraphQLError, type OperationDefinitionNode, OperationTypeNode } from 'graphql'
import { fault, isFault } from '../errors/fault.ts'
import { wrongVariables } from '../errors/wrongVariables.ts'
import { type ClockWatch, createClockWatch } from '../grants/clockWatch.ts'
import { callInternalOperation, indexOperations } from '../internal/callInternal.ts'
import { callLog } from '../log/callLog.ts'
import type { Log } from '../log/log.ts'
import { consentedReferences } from './consented.ts'
import { createDeadlines } from './deadline.ts'
import { chooseOperation, createDocumentCache } from './documents.ts'
import { createInputGuard } from './inputs.ts'
import { presentable } from './outcome.ts'
import { buildSchema, parseSdl, personType } from './schema.ts'
import type { Subgraph, SubgraphCall, SubgraphContext, SubgraphDefinition } from './subgraph.ts'
import { openViewer } from './viewer.ts'

/**
 * A subgraph from its SDL and resolvers. Everything that does not depend on a call is made here, once. Throws a
 * `TypeError` for a definition that does not hold together.
 */
export function defineSubgraph<Loaders>(definition: SubgraphDefinition<Loaders>): Subgraph {
  const { name, ports } = definition
  const sdl = parseSdl(name, definition.sdl)
  const startDeadline = createDeadlines(ports.clock)
  const person = personType(name, sdl, definition.app)
  const watch = definition.clockWatch ?? createClockWatch(name, ports.clock, ports.log)
  const references = consentedReferences({ definition, document: sdl, person, watch, startDeadline })
  const inputs = createInputGuard(sdl, ports.clock, watch, ports.onAcceptance)
  const schema = buildSchema(name, sdl, definition.resolvers, { references, inputs })
  const prepare = createDocumentCache(schema)
  const operations = indexOperations(name, definition.internal ?? [])

  async function answer(call: SubgraphCall, log: Log): Promise<ExecutionResult> {
    // Which document, which operation
    const prepared = prepare(call.query)
    if (prepared.outcome === 'refused') return { errors: prepared.errors }
    const operation = chooseOperation(prepared.operations, call.operationName)
    if (operation instanceof GraphQLError) return { errors: [operation] }
    refuseSubscription(operation)

    // Who asks, and for how long
    if (call.signal?.aborted) throw fault('REQUEST_CANCELLED')
    if (!(call.identity.timeoutMs > 0)) throw fault('DEADLINE_EXCEEDED')
    const deadline = startDeadline(call.identity.timeoutMs, call.signal)
    const contextValue = createContext(definition, call, { person, log, signal: deadline.signal })

    // The answer
    const result = execute({
      schema,
      document: prepared.document,
      contextValue,
      variableValues: call.variables,
      operationName: call.operationName,
    })
    const wrongInput = () => wrongVariables(schema, operation.variableDefinitions ?? [], call.variables ?? {})
    return presentable(result instanceof Promise ? await deadline.race(result) : result, name, log, wrongInput)
  }

  return {
    name,
    sdl: definition.sdl,
    routes: definition.routes ?? [],
    ...(definition.clockWatch || references.size > 0 || inputs.any ? watched(watch) : {}),
    execute(call) {
      const log = call.callId === undefined ? ports.log : callLog(ports.log, { callId: call.callId })
      return answer(call, log).catch((error: unknown) => presentable({ errors: [asGraphQLError(error)] }, name, log))
    },
    callInternal: (operation, caller, input) => callInternalOperation(operations, { operation, caller, input }, watch),
    ...(definition.outbox && { outbox: definition.outbox }),
    ...((definition.outbox || definition.stop) && { stop: () => stopAll(definition) }),
  }
}

function watched(watch: ClockWatch): Pick<Subgraph, 'sawHeader' | 'isClockTrusted'> {
  return { sawHeader: (issuedAt) => watch.saw(issuedAt), isClockTrusted: () => watch.isTrusted() }
}

// What the outbox still does may wait to be written.
async function stopAll({ outbox, stop }: Pick<Subgraph, 'outbox' | 'stop'>): Promise<void> {
  await outbox?.stop()
  await stop?.()
}

function refuseSubscription(operation: OperationDefinitionNode): void {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw fault('SUBSCRIPTIONS_OFF')
}

function createContext<Loaders>(
  definition: SubgraphDefinition<Loaders>,
  { identity }: SubgraphCall,
  { person, log, signal }: { readonly person: string | null; readonly log: Log; readonly signal: AbortSignal },
): SubgraphContext<Loaders> {
  const { ports } = definition
  const context = {
    clock: ports.clock,
    random: ports.random,
    ids: ports.ids,
    log,
    viewer: openViewer(identity, ports.ids, person),
    client: identity.client ?? null,
    // A subgraph of an app is told of no other profile, whatever a caller hands over by mistake.
    profiles: definition.app === undefined ? (identity.profiles ?? []) : [],
    gpc: identity.gpc ?? false,
    now: ports.clock.wall(),
    signal,
  }
  return { ...context, load: definition.loaders(context) }
}

// What was thrown before or instead of an execution: a fault of ours, or a bug in `loaders`.
function asGraphQLError(error: unknown): GraphQLError {
  return isFault(error) ? error : new GraphQLError('', { originalError: error as Error })
}
