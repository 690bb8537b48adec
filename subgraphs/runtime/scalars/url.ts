import { textScalar } from './textScalar.ts'

/** An absolute http or https address (https://url.spec.whatwg.org/). */
export const UrlScalar = textScalar({
  name: 'URL',
  expected: 'an absolute http or https address',
  write: (value) => (parseWebAddress(value) === null ? null : value),
  read: (value) => parseWebAddress(value)?.href ?? null,
})

function parseWebAddress(value: string): URL | null {
  if (!URL.canParse(value)) return null
  const url = new URL(value)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
}
