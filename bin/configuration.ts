import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

/** How a command ends when its configuration is wrong: EX_CONFIG of sysexits.h. */
export const EXIT_CONFIGURATION = 78

const secret = z.string().regex(/^[\w-]{43,}$/, 'must be at least 32 bytes as base64url (43 characters)')
const port = z.coerce.number().int().min(0).max(65_535)
const milliseconds = z.coerce.number().int().positive()
const origins = z.array(
  z
    .url()
    .refine((url) => new URL(url).origin === url, 'must be an origin, such as https://app.example, without a path'),
)

/** One file, `concord.yaml`; every key has a default, and a key that is not known here is refused. */
const configurationSchema = z.strictObject({
  /**
   * The folder of the embedded store, of the keys, and of pictures and films. These are files over MongoDB too: the
   * processes of one app on several machines need it shared, for example by NFS.
   */
  data: z.string().min(1).default('.concord'),
  /** The folder with `subgraphs.yaml` and what `concord compose` wrote. Default: the contract that ships with the package. */
  contract: z.string().min(1).optional(),
  /** A MongoDB that holds the data instead of the embedded store: for processes on several machines. */
  store: z
    .string()
    .regex(
      /^mongodb(\+srv)?:\/\/[^/]/,
      'must be a URL of MongoDB, such as mongodb://host1,host2/concord?replicaSet=rs0',
    )
    .optional(),
  /**
   * After an upgrade: goes on writing documents as the release before reads them, so that it can be gone back to. One
   * process with it is enough; once none has it, documents are written anew, and the release before is refused.
   */
  holdShapes: z.boolean().default(false),
  host: z.string().min(1).default('127.0.0.1'),
  port: port.default(4000),
  /** Demo people, `/dev/personas` and the playground's switcher. Loopback only. */
  demo: z.boolean().default(false),
  /** Error messages with stack traces; never where people's data is real. */
  development: z.boolean().default(false),
  /** Where clients reach this server, for the URLs of media. Default: host and port. */
  publicUrl: z.url().optional(),
  /** Figures in the Prometheus format, at `/metrics` of a port of their own. Default: without a port, none are kept. */
  metrics: z
    .strictObject({
      host: z.string().min(1).default('127.0.0.1'),
      port: port.optional(),
      /** Operations that are counted by their own names; all others are `other`, whatever clients call them. */
      operations: z
        .array(z.string().regex(/^[_A-Za-z]\w*$/, 'must be the name of an operation'))
        .max(200)
        .default([]),
    })
    .prefault({}),
  log: z.strictObject({ level: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn') }).prefault({}),
  /** Replaces what is made under the data directory on the first start; shared by processes on several machines. */
  keys: z
    .strictObject({
      /** At least 32 random bytes, base64url. All symmetric keys are derived from it. */
      rootSecret: secret.optional(),
      /** Root secrets that are accepted beside `rootSecret` while keys are rotated: the next one before, the former one after. */
      acceptedSecrets: z.array(secret).default([]),
      /** The root secret of the first day, once `rootSecret` is another: ids are sealed with it for ever. */
      permanentSecret: secret.optional(),
      /** The private Ed25519 key of access tokens, as a JWK. */
      tokenKey: z
        .looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() })
        .optional(),
      /** Public JWKs of token keys that are accepted beside it while it is rotated. */
      acceptedTokenKeys: z
        .array(z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }))
        .default([]),
    })
    .prefault({}),
  limits: z
    .strictObject({
      bodyBytes: z.coerce.number().int().min(1_024).default(1_048_576),
      depth: z.coerce.number().int().positive().default(20),
      aliases: z.coerce.number().int().positive().default(100),
      tokens: z.coerce.number().int().positive().default(5_000),
      /** How long one request may take, in milliseconds. */
      requestMs: milliseconds.default(15_000),
      /** How long a stop waits for requests under way, in milliseconds. */
      stopMs: milliseconds.default(1_500),
    })
    .prefault({}),
  /**
   * Per client, `ANONYMOUS` for those without a token: which browsers' origins may call, and whether it may read the
   * schema by introspection (default: in development, and where nobody needs a token).
   */
  clients: z
    .record(z.string(), z.strictObject({ origins: origins.optional(), introspection: z.boolean().optional() }))
    .default({}),
  /**
   * Where `concord gateway` finds subgraphs, `concord subgraph accounts` the apps, and `concord subgraph messenger`
   * accounts: name to URL. Default: the URLs in the supergraph, and in `subgraphs.yaml`.
   */
  subgraphs: z.record(z.string(), z.url()).default({}),
})

export type Configuration = z.infer<typeof configurationSchema>

/** A configuration that does not hold: each line says which key, what must hold, and what came instead. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

const environment = {
  CONCORD_CONTRACT: ['contract'],
  CONCORD_DATA: ['data'],
  CONCORD_LOG_LEVEL: ['log', 'level'],
  CONCORD_METRICS_HOST: ['metrics', 'host'],
  CONCORD_METRICS_PORT: ['metrics', 'port'],
  CONCORD_PUBLIC_URL: ['publicUrl'],
  CONCORD_ROOT_SECRET: ['keys', 'rootSecret'],
  CONCORD_STORE: ['store'],
  HOST: ['host'],
  PORT: ['port'],
} as const satisfies Record<string, readonly string[]>

/** Read by the long tests, not by the configuration. */
const foreign: readonly string[] = ['CONCORD_LONG', 'CONCORD_SEED']

/**
 * Flags over environment over the file. `flags` holds only what was given on the command line, in the shape of the
 * file. Throws `ConfigurationError`.
 */
export function readConfiguration(
  file: string | undefined,
  env: NodeJS.ProcessEnv,
  flags: Record<string, unknown>,
): Configuration {
  const merged = file === undefined ? {} : readFile(file)
  refuseUnknownNames(env)
  for (const [name, path] of Object.entries(environment))
    if (env[name] !== undefined && env[name] !== '') place(merged, path, env[name])
  for (const [key, value] of Object.entries(flags)) if (value !== undefined) merged[key] = value
  const result = configurationSchema.safeParse(merged)
  if (result.success) return result.data
  const source = [file, 'the environment', 'the flags'].filter((part) => part !== undefined).join(', ')
  throw new ConfigurationError(`The configuration (${source}) does not hold:\n${z.prettifyError(result.error)}`)
}

/** One value of a configuration, and where it comes from. */
export interface ConfiguredKey {
  /** `limits.depth` */
  readonly path: string
  readonly value: unknown
  /** `default`, `a flag`, the name of a variable, or the file. */
  readonly source: string
}

export interface Configured {
  readonly configuration: Configuration
  /** In the order of the file's documentation; without what is not set and has no default. */
  readonly keys: readonly ConfiguredKey[]
}

/** The same, with where each value comes from. Throws `ConfigurationError`. */
export function explainConfiguration(
  file: string | undefined,
  env: NodeJS.ProcessEnv,
  flags: Record<string, unknown>,
): Configured {
  const configuration = readConfiguration(file, env, flags)
  const written = file === undefined ? {} : readFile(file)
  const sourceOf = (path: readonly string[]): string => {
    const [name] = Object.entries(environment).find(([, to]) => to.join('.') === path.join('.')) ?? []
    if (flags[path[0] ?? ''] !== undefined) return 'a flag'
    if (name !== undefined && (env[name] ?? '') !== '') return name
    return valueAt(written, path) === undefined ? 'default' : (file ?? '')
  }
  const keys = leavesOf(configuration, []).map(({ path, value }) => ({
    path: path.join('.'),
    value,
    source: sourceOf(path),
  }))
  return { configuration, keys }
}

/** Whose keys a person chooses: they are one value each. */
const RECORDS: readonly string[] = ['clients', 'subgraphs', 'keys.tokenKey']

function leavesOf(value: unknown, path: readonly string[]): { path: readonly string[]; value: unknown }[] {
  if (value === undefined) return []
  const isLeaf = typeof value !== 'object' || value === null || Array.isArray(value) || RECORDS.includes(path.join('.'))
  if (isLeaf) return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  )
}

/** A misspelt secret must not fall back to a default in silence. */
function refuseUnknownNames(env: NodeJS.ProcessEnv): void {
  const known = [...Object.keys(environment), ...foreign]
  const unknown = Object.keys(env).filter((name) => name.startsWith('CONCORD_') && !known.includes(name))
  if (unknown.length === 0) return
  const names = known.filter((name) => name.startsWith('CONCORD_') && !foreign.includes(name))
  throw new ConfigurationError(
    `The environment must hold no other CONCORD_ names than ${names.join(', ')}, but holds ${unknown.join(', ')}: correct or unset it`,
  )
}

function readFile(file: string): Record<string, unknown> {
  const text = attempt(() => readFileSync(file, 'utf8'), `The configuration file ${file} must be readable`)
  const value: unknown = attempt(() => parse(text) as unknown, `The configuration file ${file} must be YAML`)
  if (value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value))
    throw new ConfigurationError(`The configuration file ${file} must hold a mapping of keys to values`)
  return { ...value }
}

function attempt<T>(action: () => T, must: string): T {
  try {
    return action()
  } catch (error) {
    throw new ConfigurationError(`${must}, but: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function place(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head, ...rest] = path
  if (head === undefined) return
  if (rest.length === 0) target[head] = value
  else {
    const inner = target[head]
    const copy: Record<string, unknown> = typeof inner === 'object' && inner !== null ? { ...inner } : {}
    place(copy, rest, value)
    target[head] = copy
  }
}
