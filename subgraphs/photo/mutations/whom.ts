import { blockRefusal } from '../../runtime/blocks/blocks.ts'
import type { Context } from '../context.ts'
import type { PhotoError } from '../generated/types.ts'
import type { ProfileRow } from '../rows.ts'
import { refusal } from './refusals.ts'

/** What came of it, for every mutation that changes how the viewer and another profile stand to one another. */
export interface ProfilePayload {
  readonly profile: ProfileRow | null
  readonly errors: PhotoError[]
}

export type Whom = { readonly profile: ProfileRow } | { readonly refused: ProfilePayload }

/** Somebody else, whether or not there is a block: for what takes away, which must always be possible. */
export async function somebodyElse({ ids, load, viewer }: Context, profileId: string): Promise<Whom> {
  const local = ids.open(profileId, 'PhotoProfile')
  if (local !== null && local === viewer?.local) return refused('OWN_PROFILE')
  const profile = local === null ? null : await load.profile.load(local)
  return profile === null ? refused('PROFILE_NOT_FOUND') : { profile }
}

/** Somebody else with whom the viewer can have to do: for what gives. */
export async function somebodyReachable(context: Context, profileId: string): Promise<Whom> {
  const whom = await somebodyElse(context, profileId)
  if ('refused' in whom) return whom
  const { block } = await context.load.standing(whom.profile._id)
  const code = blockRefusal(block)
  return code === null ? whom : refused(code)
}

export function refused(code: Parameters<typeof refusal>[0]): { readonly refused: ProfilePayload } {
  return { refused: { profile: null, errors: [refusal(code, 'profileId')] } }
}

export function done(profile: ProfileRow): ProfilePayload {
  return { profile, errors: [] }
}
