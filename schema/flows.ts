import { z } from 'zod'
import { PURPOSES, type Purpose } from './registry.ts'

/** What the consent protocol itself needs of a consented type; no data about the person. */
export const PROTOCOL_FIELDS: ReadonlySet<string> = new Set(['grant', 'validUntil'])

/**
 * One flow of one app's data to another for one purpose: a row of `flows.json`. Accounts decides by it, and a source
 * refuses a grant whose flow is not the one it knows.
 */
export interface Flow {
  /** The recipient, by its name in `subgraphs.yaml`. */
  readonly to: string
  /** The road, `Type.field`: the field of `grants` that answers null or a grant. */
  readonly road: string
  /** The consented type. */
  readonly type: string
  /** The source, by its name in `subgraphs.yaml`. */
  readonly from: string
  readonly purpose: Purpose
  /** SHA-256 of the consented type's canonical SDL (`compose/flows.ts`), base64url. */
  readonly sdlDigest: string
  /** The version of the notice that speaks of it. */
  readonly noticeVersion: number
}

const flowsShape = z.array(
  z.strictObject({
    to: z.string(),
    road: z.string(),
    type: z.string(),
    from: z.string(),
    purpose: z.enum(PURPOSES),
    sdlDigest: z.string().regex(/^[\w-]{43}$/, 'must be 43 characters of base64url'),
    noticeVersion: z.int().min(1),
  }),
)

/** The rows of a `flows.json`; throws an Error that says what is wrong in it. */
export function readFlows(text: string): readonly Flow[] {
  const checked = flowsShape.safeParse(JSON.parse(text))
  if (checked.success) return checked.data
  throw new Error(z.prettifyError(checked.error))
}
