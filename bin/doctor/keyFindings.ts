import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type KeyFingerprints, keyFingerprints } from '../../subgraphs/runtime/keys/fingerprints.ts'
import type { Configuration } from '../configuration.ts'
import { openConfiguredKeys } from '../house/house.ts'
import { type Finding, inWords } from './finding.ts'

export interface KeysLookedAt {
  readonly findings: readonly Finding[]
  /** Null where there are none yet. */
  readonly fingerprints: KeyFingerprints | null
}

/** The keys by their fingerprints. Makes none: that is for the first start. */
export function lookAtKeys(configuration: Configuration): KeysLookedAt {
  const { data, keys } = configuration
  const area = 'keys'
  const file = join(data, 'keys', 'root.secret')
  if (keys.rootSecret === undefined && !existsSync(file)) {
    const todo = 'It is made at the first start. For several machines configure keys.rootSecret.'
    return {
      findings: [{ area, what: 'root secret', status: 'warn', found: `none in ${file}`, todo }],
      fingerprints: null,
    }
  }
  try {
    const fingerprints = keyFingerprints(openConfiguredKeys(configuration))
    const source = keys.rootSecret === undefined ? file : 'the configuration'
    return {
      findings: [
        { area, what: 'root secret', status: 'ok', found: `fingerprint ${fingerprints.root}, from ${source}` },
        {
          area,
          what: 'permanent secret',
          status: 'ok',
          found: `fingerprint ${fingerprints.permanent}`,
        },
        { area, what: 'token key', status: 'ok', found: `kid ${fingerprints.token}` },
      ],
      fingerprints,
    }
  } catch (error) {
    const todo = 'Mend the key, or restore it from a backup: ids, tokens and grants made with it hold with no other.'
    return { findings: [{ area, what: 'keys', status: 'fail', found: inWords(error), todo }], fingerprints: null }
  }
}
