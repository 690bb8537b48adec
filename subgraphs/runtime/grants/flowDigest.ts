import { hash } from 'node:crypto'
import { canonicalJson } from '../json/canonicalJson.ts'

/** What accounts and a source know of one flow: a row of `schema/flows.json`. */
export interface GrantFlow {
  /** The recipient, by its name in `schema/subgraphs.yaml`. */
  readonly to: string
  /** The consented type. */
  readonly type: string
  /** The source, by its name in `schema/subgraphs.yaml`. */
  readonly from: string
  readonly purpose: string
  /** SHA-256 of the consented type's canonical SDL, base64url. */
  readonly sdlDigest: string
  /** The version of the notice that speaks of it. */
  readonly noticeVersion: number
}

/**
 * Which data flows, and under which notice: base64url SHA-256 of the canonical JSON (RFC 8785) of `{noticeVersion,
 * sdlDigest}`. A grant carries it, so that one made for another shape of the type, or another notice, opens nothing.
 */
export function flowDigest({ sdlDigest, noticeVersion }: Pick<GrantFlow, 'sdlDigest' | 'noticeVersion'>): string {
  return hash('sha256', canonicalJson({ noticeVersion, sdlDigest }), 'base64url')
}
