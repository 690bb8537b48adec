import type { GraphQLScalarType } from 'graphql'
import { Ciphertext } from './ciphertext.ts'
import { DateScalar } from './date.ts'
import { DateTime } from './dateTime.ts'
import { Grant } from './grant.ts'
import { TopicScalar } from './topic.ts'
import { UrlScalar } from './url.ts'

/** The scalars that the floor answers for, by the name that the SDL declares. */
export const SCALARS: ReadonlyMap<string, GraphQLScalarType<string, string>> = new Map(
  [Ciphertext, DateScalar, DateTime, Grant, TopicScalar, UrlScalar].map((scalar) => [scalar.name, scalar]),
)
