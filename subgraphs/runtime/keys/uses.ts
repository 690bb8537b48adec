import type { Keys, SigningKeys } from './keys.ts'

/** The key of an app's ids and cursors (`createIds`), or of accounts' own. */
export function idKey(keys: Keys, app: string): Uint8Array {
  return keys.derive(`ids ${app}`, 32)
}

/** The key of calls from one service to another: `gateway` to a subgraph, or a caller of internal operations. */
export function callKey(keys: Keys, from: string, to: string): Uint8Array {
  return keys.derive(`calls ${JSON.stringify([from, to])}`, 32)
}

/**
 * The root of all keys of grants to this source (`createGrantKeys`), which accounts and that source alone share. Where
 * they run apart, it is what is configured for the pair.
 */
export function grantRoot(keys: Keys, source: string): Uint8Array {
  return keys.derive(`grants ${JSON.stringify(['accounts', source])}`, 32)
}

/** The pair that signs receipts and heads of ledgers: never the one of access tokens. */
export function receiptKeys(keys: Keys): SigningKeys {
  return keys.signingKeys('receipts')
}

/** What tells installations apart without telling anything of their secret. */
export function installationOf(keys: Keys): string {
  return Buffer.from(keys.derive('installation', 16)).toString('base64url')
}

/** The key by which an installation recognises its own backups. */
export function backupKey(keys: Keys): Uint8Array {
  return keys.derive('backups', 32)
}
