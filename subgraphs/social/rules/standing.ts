import type { Reach } from '../../runtime/profiles/newProfile.ts'
import type { ProfileRow, SocialAudience } from '../rows.ts'
import { hasBlock, type Pair } from './friendshipTakesTwo.ts'

/**
 * What the viewer is to somebody, as far as privacy is concerned; the only thing that the rules about visibility look
 * at. `HIDDEN`: one of the two has blocked the other.
 */
export type Standing = 'SELF' | 'FRIEND' | 'STRANGER' | 'HIDDEN'

/** A viewer who is signed out of the social app is a stranger to everybody. */
export function standingOf(viewer: string | null, person: string, pair: Pair): Standing {
  if (viewer === person) return 'SELF'
  if (hasBlock(pair)) return 'HIDDEN'
  return pair.friendship.phase === 'FRIENDS' ? 'FRIEND' : 'STRANGER'
}

/** Whether somebody's post or story with this audience is for the viewer. */
export function maySee(audience: SocialAudience, standing: Standing): boolean {
  switch (standing) {
    case 'SELF':
    case 'FRIEND':
      return true
    case 'STRANGER':
      return audience === 'EVERYONE'
    case 'HIDDEN':
      return false
  }
}

/** Whether a setting of somebody lets the viewer do what it is about; `CONNECTIONS` are friends. */
export function mayReach(reach: Reach, standing: Standing): boolean {
  switch (standing) {
    case 'SELF':
      return true
    case 'FRIEND':
      return reach !== 'NOBODY'
    case 'STRANGER':
      return reach === 'EVERYONE'
    case 'HIDDEN':
      return false
  }
}

/** Whether the viewer finds somebody by search, by username and among other people's friends. */
export function mayFind({ settings }: Pick<ProfileRow, 'settings'>, standing: Standing): boolean {
  return mayReach(settings.whoMayFind, standing)
}
