/** Which indexes of the definitions a store has, for an operator who asks; nothing is built by looking. */
export interface IndexInspection {
  /** `collection.index` that is absent, or not built to its end, in a collection that is in use. */
  readonly missing: readonly string[]
  /** Collections that nobody has opened yet: their indexes are made then. */
  readonly unopened: readonly string[]
}
