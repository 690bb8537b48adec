import { handleRule } from '../../runtime/profiles/handle.ts'

/** The one way a handle is stored and looked up. */
export const handles = handleRule(
  /^[a-z0-9][a-z0-9._-]{1,29}$/,
  'must be 2 to 30 of a-z, 0-9, dot, hyphen and underscore, beginning with a letter or a digit',
)
