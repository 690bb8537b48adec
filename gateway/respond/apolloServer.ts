import { ApolloServer, type ApolloServerOptions, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { describeError } from '../../subgraphs/runtime/log/describeError.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import type { Documents } from '../admit/documents.ts'
import type { Generation } from '../engine.ts'
import type { MediaType } from '../receive/accept.ts'
import type { PersistedQueries } from '../receive/persistedQuery.ts'
import type { Answer } from './answer.ts'
import type { Execution } from './execution.ts'
import { gatewayOf } from './executor.ts'
import { forMediaType } from './status.ts'

export interface ApolloFront {
  answer(execution: Execution): Promise<Answer>
  /** Nothing is answered afterwards; waits for nobody. */
  stop(): Promise<void>
}

export interface ApolloFrontOptions {
  readonly generation: Generation
  readonly documents: Documents
  readonly persisted: PersistedQueries
  readonly log: Log
}

/** Apollo Server over one generation: one server for each, so that a request meets one schema from beginning to end. */
export function createApolloFront(options: ApolloFrontOptions): ApolloFront {
  const server = serverFor(options)
  const started = server.start()
  // A failed start fails every request, each with the reason in the log.
  started.catch(() => undefined)

  return {
    async answer(execution) {
      await started
      const httpGraphQLRequest = requestOf(execution)
      const context = (): Promise<Execution> => Promise.resolve(execution)
      const { status = 200, headers, body } = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context })
      if (body.kind !== 'complete') throw new Error('An answer in parts is not served yet.')
      return {
        status: forMediaType(status, execution.mediaType),
        headers: Object.fromEntries(headers),
        body: body.string,
      }
    },
    async stop() {
      await started
      await server.stop()
    },
  }
}

/**
 * It writes errors and persisted queries as its clients know them; what was received, admitted and prepared before, it
 * takes from there (`documentStore`). Everything in it that would call home, or page through a schema, is off.
 */
function serverFor({ generation, documents, persisted, log }: ApolloFrontOptions): ApolloServer<Execution> {
  return new ApolloServer<Execution>({
    gateway: gatewayOf(generation, log),
    // Keys end in the SHA-256 of the text.
    documentStore: {
      get: async (key) => documents.byHash(key.slice(-64))?.document,
      set: async () => undefined,
      delete: async () => undefined,
    },
    cache: persisted,
    // Who may introspect is decided before (admit).
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: loggerOf(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  })
}

const HEADERS: Readonly<Record<MediaType, HeaderMap>> = {
  'application/json': headersFor('application/json'),
  'application/graphql-response+json': headersFor('application/graphql-response+json'),
}

function headersFor(accept: MediaType): HeaderMap {
  return new HeaderMap([
    ['content-type', 'application/json'],
    ['accept', accept],
  ])
}

// The client's own headers are read already, and end here.
function requestOf({ mediaType, parameters }: Execution): HTTPGraphQLRequest {
  return { method: 'POST', headers: HEADERS[mediaType], search: '', body: parameters }
}

type Logger = NonNullable<ApolloServerOptions<Execution>['logger']>

/** What it writes may quote what failed, and so what a person wrote: passed on is that it wrote, and where errors came from. */
function loggerOf(log: Log): Logger {
  const at = (level: keyof Log) => (message: unknown) =>
    log[level]({ error: describeError(message) }, 'Apollo Server reported something')
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
