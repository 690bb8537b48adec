import type { Audience } from '../generated/types.ts'
import type { SocialAudience } from '../rows.ts'

/** The enum is the family's; `FOLLOWERS` exist in the photo app only. */
export function isSocialAudience(audience: Audience): audience is SocialAudience {
  return audience === 'FRIENDS' || audience === 'EVERYONE'
}
