import { authorOf } from '../crossposts/author.ts'
import { crosspostIdOf } from '../crossposts/sharing.ts'
import type { StatusResolvers } from '../generated/types.ts'
import { idNamesType } from '../rules/idNamesType.ts'

export const Status: StatusResolvers = {
  __resolveReference: ({ id }) => (idNamesType(id, 'Status') ? { id } : null),

  // The viewer's own cross-post of it, if there is one: whose status it is need not be known, since nobody shares others'.
  async crosspost({ id }, _args, context) {
    const author = authorOf(context)
    const row = author === null ? null : await context.load.crossposts.load(crosspostIdOf(author, id))
    return row === null || row.author === null ? null : row
  },
}
