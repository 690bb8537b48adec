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
  host: z.string().min(1).default('127.0.0.1'),
  port: port.default(4000),
  /** Demo people, `/dev/personas` and the playground's switcher. Loopback only. */
  demo: z.boolean().default(false),
  /** Error messages with stack traces; never where people's data is real. */
  development: z.boolean().default(false),
  /** Where clients reach this server, for the URLs of media. Default: host and port. */
  publicUrl: z.url().optional(),
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
