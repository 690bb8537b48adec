import { randomBytes } from 'node:crypto'
import type { Random } from './random.ts'

/** The machine's source of randomness. */
export const systemRandom: Random = {
  bytes: (length) => randomBytes(length),
  id: () => randomBytes(16).toString('base64url'),
}
