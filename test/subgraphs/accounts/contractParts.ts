import { createHash } from 'node:crypto'
import { loadContract } from '../../../schema/contract.ts'
import { createGrantOpener, createGrantSealer, type GrantOpener } from '../../../subgraphs/runtime/grants/grant.ts'
import type { Clock } from '../../../subgraphs/runtime/clock/clock.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { InternalCalls } from '../../../subgraphs/runtime/internal/client.ts'
import { memoryMedia } from '../../support/memoryMedia.ts'
import { openKeys } from '../../../subgraphs/runtime/keys/keys.ts'

const contract = loadContract()
const keys = openKeys({ configured: { rootSecret: Buffer.alloc(32, 5).toString('base64url') } })

/** What the contract gives accounts and grants. */
export const CONTRACT = { recipients: contract.subgraphs, flows: contract.flows, notices: contract.notices }

export const RECEIPT_KEYS = keys.signingKeys('receipts')

/** Apps that vouch ADULT for everybody but whom `bands` names by the profile's id. */
export function vouchingApps(bands: Readonly<Record<string, string>> = {}): InternalCalls {
  return {
    call(_service, operation, input) {
      if (operation === 'activeProfiles') return Promise.resolve({ count: null })
      if (operation !== 'ageBand') return Promise.reject(new Error(`nobody answers ${operation}`))
      return Promise.resolve({ ageBand: bands[(input as { profileId: string }).profileId] ?? 'ADULT' })
    },
  }
}

export function accountsParts(internal: InternalCalls = vouchingApps()) {
  return { ...CONTRACT, internal, sign: RECEIPT_KEYS.signing, uploads: memoryMedia('accounts') }
}

/** The key of grants to a source on a day; `kid` of the grant is the day. */
export const grantKey = (source: string, date: string): Uint8Array =>
  createHash('sha256').update(`${source} ${date}`).digest()

export function grantsParts() {
  return { ...CONTRACT, sealer: createGrantSealer({ keyOf: grantKey, random: createSeededRandom('grants') }) }
}

/** What a source opens grants with. */
export function openerOf(source: string, clock: Clock): GrantOpener {
  return createGrantOpener({ source, keyOf: grantKey, clock, flows: contract.flows })
}
