import type { App } from '../../runtime/identity/identity.ts'
import { personTypeOf } from '../../runtime/identity/personTypes.ts'
import type { Reference } from '../references.ts'

type PersonType = 'MessengerProfile' | 'PhotoProfile' | 'SocialProfile'

/** A profile of an app, to be completed by that app. */
export function profileReference(app: App, id: string): Reference & { readonly __typename: PersonType } {
  return { __typename: personTypeOf(app) as PersonType, id }
}
