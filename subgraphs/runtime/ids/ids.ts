/** Seals and opens the ids and cursors of one app; `Type:local` with a MAC under a key that only this app has. */
export interface Ids {
  /** The public id of `local`, the `_id` of a document of this app. */
  seal(type: string, local: string): string
  /** The local id, or null when it is malformed, forged, of another app or of none of these types. */
  open(id: string, ...types: readonly [string, ...string[]]): string | null
  /** A cursor that only this app reads, valid only for this scope (for example `photoFeed` of one viewer). */
  sealCursor(scope: string, position: { readonly order: string | number | boolean | null; readonly id: string }): string
  /** The position, or null when the cursor is malformed, forged or of another scope. */
  openCursor(
    scope: string,
    cursor: string,
  ): { readonly order: string | number | boolean | null; readonly id: string } | null
}
