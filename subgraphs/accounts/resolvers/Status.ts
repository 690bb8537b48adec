import type { StatusResolvers } from '../generated/types.ts'
import { idNamesType } from '../rules/idNamesType.ts'

export const Status: StatusResolvers = {
  __resolveReference: ({ id }) => (idNamesType(id, 'Status') ? { id } : null),
  crosspost: () => null,
}
