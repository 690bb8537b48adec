import type { ProfileRow } from './rows.ts'

/** An input of another app, checked by the floor; null or absent when there is none that holds now. */
type Topics = { readonly topics: readonly string[]; readonly validUntil: string } | null | undefined

/**
 * A profile with what came for it from other apps, by consent: never stored, never handed on, and only ever there for
 * the viewer's own profile.
 */
export interface GivenProfile extends ProfileRow {
  readonly messengerAdSignals?: Topics
  readonly photoAdSignals?: Topics
}
