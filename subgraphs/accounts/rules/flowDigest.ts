import { hash } from 'node:crypto'
import { canonicalJson } from '../../runtime/json/canonicalJson.ts'

/**
 * What a consent is bound to, and what a grant names as its `flow`: the base64url SHA-256 of the canonical JSON (RFC
 * 8785) of `{noticeVersion, sdlDigest}`, as `schema/flows.json` has them. Another field in the type or another notice is
 * another flow.
 */
export function flowDigest({
  sdlDigest,
  noticeVersion,
}: {
  readonly sdlDigest: string
  readonly noticeVersion: number
}): string {
  return hash('sha256', canonicalJson({ noticeVersion, sdlDigest }), 'base64url')
}
