import { isFault } from '../errors/fault.ts'
import { checkMedia } from './clean.ts'
import type { CleanMedia } from './cleanMedia.ts'
import type { Media } from './media.ts'
import type { Holder } from './mediaRows.ts'

/** Keeps what another app has cleaned, checked anew; null when it is not clean. Quick where it is kept already. */
export async function keepCleaned(
  media: Media,
  owner: string,
  bytes: Uint8Array,
  holder: Holder,
): Promise<string | null> {
  // These very bytes were checked before they got this name, and are there unless a process died over it.
  const known = media.nameOf(owner, bytes)
  const [row] = (await media.hold(known, holder)) ? await media.find([known]) : []
  if (row && (await media.source(row)) !== null) return known
  const cleaned = await checked(bytes)
  return cleaned === null ? null : media.keep(owner, cleaned, holder)
}

async function checked(bytes: Uint8Array): Promise<CleanMedia | null> {
  try {
    return await checkMedia(bytes)
  } catch (error) {
    if (isFault(error)) return null
    throw error
  }
}
