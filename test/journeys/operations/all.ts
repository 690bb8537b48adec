import { center } from './center.ts'
import type { Listed } from './listed.ts'
import { messenger } from './messenger.ts'
import { photo } from './photo.ts'
import { social } from './social.ts'
import { whole } from './whole.ts'

/** The whole list, by what is asked. */
export const AREAS: readonly (readonly [string, readonly Listed[]])[] = [
  ['the photo app', photo],
  ['the social app', social],
  ['the messenger', messenger],
  ['the accounts center', center],
  ['the graph', whole],
]

export const ALL: readonly Listed[] = AREAS.flatMap(([, listed]) => listed)
