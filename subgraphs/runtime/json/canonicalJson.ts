import canonicalizeModule from 'canonicalize'

// The package's types promise a default export; to an ES module its CommonJS `module.exports` is the function itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined

/** The one text of a JSON value (RFC 8785), for digests and signatures. Throws a `TypeError` for what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError(`A canonical text needs a JSON value, but got: ${typeof value}.`)
  return text
}
