import type { ChainedRecord } from './chain.ts'
import type { SignedHead } from './head.ts'

/** A record as a file shows it: without its body where that was not for whoever exported it. */
export type ShownRecord = Omit<ChainedRecord, 'body'> & { readonly body: string | null }

/** A head as a file shows it; `account` may be left to the signature, which names it. */
export type ShownHead = Omit<SignedHead, 'account'> & { readonly account?: string }

export type Line =
  | { readonly kind: 'RECORD'; readonly record: ShownRecord }
  | { readonly kind: 'HEAD'; readonly head: ShownHead }
  | { readonly kind: 'BROKEN' }

const BROKEN: Line = { kind: 'BROKEN' }

/** One line of the file that FORMAT.md describes, without its line end. */
export function readLine(text: string): Line {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return BROKEN
  }
  if (isRecord(value)) return { kind: 'RECORD', record: value }
  return isHead(value) ? { kind: 'HEAD', head: value } : BROKEN
}

export function recordLine({ index, at, body, bodyHash, previous, hash }: ShownRecord): string {
  return JSON.stringify({ index, at, body, bodyHash, previous, hash })
}

export function headLine({ account, size, head, signedAt, signature }: SignedHead): string {
  return JSON.stringify({ account, size, head, signedAt, signature })
}

export function isHead(value: unknown): value is ShownHead {
  if (typeof value !== 'object' || value === null) return false
  const { account, size, head, signedAt, signature } = value as Partial<Record<keyof SignedHead, unknown>>
  return (
    (account === undefined || typeof account === 'string') &&
    typeof size === 'number' &&
    typeof head === 'string' &&
    typeof signedAt === 'string' &&
    typeof signature === 'string'
  )
}

function isRecord(value: unknown): value is ShownRecord {
  if (typeof value !== 'object' || value === null) return false
  const { index, at, body, bodyHash, previous, hash } = value as Partial<Record<keyof ShownRecord, unknown>>
  return (
    typeof index === 'number' &&
    typeof at === 'string' &&
    (typeof body === 'string' || body === null) &&
    typeof bodyHash === 'string' &&
    typeof previous === 'string' &&
    typeof hash === 'string'
  )
}
