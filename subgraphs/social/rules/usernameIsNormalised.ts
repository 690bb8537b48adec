import { handleRule } from '../../runtime/profiles/handle.ts'

/** The one way a username is stored and looked up. */
export const usernames = handleRule(/^[a-z0-9._]{3,30}$/, 'must be 3 to 30 of a-z, 0-9, dot and underscore')
