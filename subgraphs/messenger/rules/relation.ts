/** What the viewer and another profile are to one another; all that the rules about privacy look at. */
export interface Relation {
  /** The other profile is the viewer's own. */
  readonly self: boolean
  /** The viewer has the other among their contacts. */
  readonly added: boolean
  /** The other has the viewer among their contacts. */
  readonly addedBack: boolean
  /** The viewer has blocked the other. */
  readonly blocked: boolean
  /** The other has blocked the viewer. */
  readonly blockedBack: boolean
}

/** A viewer who is signed out of the messenger is this to everybody. */
export const STRANGER: Relation = { self: false, added: false, addedBack: false, blocked: false, blockedBack: false }

export const SELF: Relation = { ...STRANGER, self: true }

/** A block hides both people from one another, whoever made it. */
export function blockHides(relation: Relation): boolean {
  return relation.blocked || relation.blockedBack
}
