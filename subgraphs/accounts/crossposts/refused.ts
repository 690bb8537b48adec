import type { CrosspostErrorCode } from '../generated/types.ts'

/** Why something was not done, and where in the input. A type and no interface: it is remembered as JSON. */
export type Why = { readonly code: CrosspostErrorCode; readonly path: readonly string[] }

/** What is remembered of an act: the cross-post's local id, and what was refused beside it. */
export type Done = { readonly crosspost: string; readonly refused: readonly Why[] }

/** The whole act was refused. Thrown inside an act, so that nothing of it is remembered but the input of its key. */
export class Refused extends Error {
  readonly because: readonly Why[]

  constructor(...because: readonly Why[]) {
    super('refused')
    this.because = because
  }
}
