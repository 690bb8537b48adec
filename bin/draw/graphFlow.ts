/** A flow of the graph as people look at it. */
export interface GraphFlow {
  readonly from: string
  readonly to: string
  readonly purpose: string
  /** `Type.field`: where it is decided. */
  readonly road: string
  /** What is known of the person by it: the fields of the consented type. */
  readonly data: readonly string[]
  /** `Type.field` of the recipient: what is made of it. */
  readonly usedBy: readonly string[]
  /** The version of the notice by which people are asked. */
  readonly noticeVersion: number
}
