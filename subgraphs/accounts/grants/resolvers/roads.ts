import { fault } from '../../../runtime/errors/fault.ts'
import type { App } from '../../../runtime/identity/identity.ts'
import type { Catalogue } from '../../rules/catalogue.ts'
import type { Reference } from '../../references.ts'
import { ACCOUNTS } from '../../rules/clients.ts'
import { isViewer } from '../../rules/whoseRoad.ts'
import { idNamesType } from '../../rules/idNamesType.ts'
import type { Context } from '../context.ts'
import type { PhotoProfileResolvers, SocialProfileResolvers } from '../generated/types.ts'

// No grant, no data (consent.md, section 2). Whether the viewer is that very person is compared before anything is read.

/** The resolvers of all roads. Throws for a road that `flows.json` does not have. */
export function roadResolvers(catalogue: Catalogue): {
  PhotoProfile: PhotoProfileResolvers
  SocialProfile: SocialProfileResolvers
} {
  const road = (app: App, coordinate: string) => roadOf(catalogue, app, coordinate)
  return {
    PhotoProfile: {
      __resolveReference: ({ id }) => (idNamesType(id, 'PhotoProfile') ? { id } : null),
      messengerPersonalizationSignals: road('PHOTO', 'PhotoProfile.messengerPersonalizationSignals'),
      messengerImprovementSignals: road('PHOTO', 'PhotoProfile.messengerImprovementSignals'),
      socialPersonalizationSignals: road('PHOTO', 'PhotoProfile.socialPersonalizationSignals'),
    },
    SocialProfile: {
      __resolveReference: ({ id }) => (idNamesType(id, 'SocialProfile') ? { id } : null),
      messengerAdSignals: road('SOCIAL', 'SocialProfile.messengerAdSignals'),
      photoAdSignals: road('SOCIAL', 'SocialProfile.photoAdSignals'),
    },
  }
}

function roadOf({ flows }: Catalogue, app: App, coordinate: string) {
  const flow = flows.find((candidate) => candidate.road === coordinate)
  if (flow === undefined) throw new Error(`flows.json must have the road ${coordinate}, but has not`)
  return async ({ id }: Reference, _args: object, context: Context): Promise<{ readonly grant: string } | null> => {
    if (!isViewer(id, app, context)) return null
    const answer = await context.load.load({ flow, profile: id })
    if (answer.grant !== null) return answer
    // The person may know why, in the accounts center; an app gets the same null for whatever reason.
    if (context.client === ACCOUNTS) throw fault('WITHHELD', { extensions: { reason: answer.reason } })
    return null
  }
}
