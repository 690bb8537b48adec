import { randomBytes } from 'node:crypto'
import type { Random } from './random.ts'

const ID_BYTES = 16
const IDS_PER_FILL = 256

// Asking the machine costs 4 µs however little is asked for; every call and every document needs an id.
let pool = Buffer.alloc(0)

/** The machine's source of randomness. */
export const systemRandom: Random = {
  bytes: (length) => randomBytes(length),
  id() {
    if (pool.length === 0) pool = randomBytes(ID_BYTES * IDS_PER_FILL)
    const id = pool.toString('base64url', 0, ID_BYTES)
    pool = pool.subarray(ID_BYTES)
    return id
  },
}
