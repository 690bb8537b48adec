import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, posix } from 'node:path'

// The page may run its own scripts and nothing else; no request leaves for another host. Monaco writes style elements.
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
}

/** A file of the page as it is sent. */
export interface PageFile {
  readonly status: 200
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** The built page: `/` is its HTML, everything else stands below `/playground/`. */
export interface Playground {
  /** By the path of a URL; null where there is nothing. */
  get(path: string): PageFile | null
}

/**
 * Reads the built page from `directory` (`dist/playground`), once: what is not in it now cannot be asked for. Throws
 * when the page was not built.
 */
export function loadPlayground(directory: string): Playground {
  if (!existsSync(join(directory, 'index.html')))
    throw new Error(`The playground must be built, but ${directory} has no index.html: run \`npm run prepare\``)
  const files = new Map(filesBelow(directory, '').map((path) => [`/playground/${path}`, read(directory, path)]))
  const page = files.get('/playground/index.html')
  return { get: (path) => (path === '/' ? page : files.get(path)) ?? null }
}

function filesBelow(directory: string, below: string): string[] {
  return readdirSync(join(directory, below)).flatMap((entry) => {
    const path = posix.join(below, entry)
    return statSync(join(directory, path)).isDirectory() ? filesBelow(directory, path) : [path]
  })
}

function read(directory: string, path: string): PageFile {
  const body = readFileSync(join(directory, path))
  // Names under assets/ carry a hash of the content, so that they never change; the page itself is asked for each time.
  const cacheControl = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  return {
    status: 200,
    body,
    headers: {
      'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
      'cache-control': cacheControl,
      'content-security-policy': contentSecurityPolicy,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  }
}
