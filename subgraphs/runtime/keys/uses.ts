import type { Keys, SigningKeys } from './keys.ts'

/** The key of an app's ids and cursors (`createIds`), or of accounts' own: ids never change, so it is never rotated. */
export function idKey(keys: Keys, app: string): Uint8Array {
  return keys.permanent(`ids ${app}`, 32)
}

/** The key of calls from one service to another: `gateway` to a subgraph, or a caller of internal operations. */
export function callKey(keys: Keys, from: string, to: string): Uint8Array {
  return keys.derive(callLabel(from, to), 32)
}

/** The keys that the one who is called accepts: several while keys are rotated. */
export function acceptedCallKeys(keys: Keys, from: string, to: string): readonly Uint8Array[] {
  return keys.accepted(callLabel(from, to), 32)
}

/** The pair that signs the gateway's calls to partners: they check it with what is published, and can sign nothing. */
export function partnerCallKeys(keys: Keys): SigningKeys {
  return keys.signingKeys('calls to partners')
}

/**
 * The root of all keys of grants to this source (`createGrantKeys`), which accounts and that source alone share. Where
 * they run apart, it is what is configured for the pair.
 */
export function grantRoot(keys: Keys, source: string): Uint8Array {
  return keys.derive(grantLabel(source), 32)
}

/** The roots whose grants the source opens: several while keys are rotated. */
export function acceptedGrantRoots(keys: Keys, source: string): readonly Uint8Array[] {
  return keys.accepted(grantLabel(source), 32)
}

/** The pair that signs receipts and heads of ledgers: never the one of access tokens. */
export function receiptKeys(keys: Keys): SigningKeys {
  return keys.signingKeys('receipts')
}

/** The key by which an installation recognises its own backups, older ones than its last rotation too. */
export function backupKey(keys: Keys): Uint8Array {
  return keys.permanent('backups', 32)
}

function callLabel(from: string, to: string): string {
  return `calls ${JSON.stringify([from, to])}`
}

function grantLabel(source: string): string {
  return `grants ${JSON.stringify(['accounts', source])}`
}
