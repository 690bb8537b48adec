import type { CrosspostRow, Delivery } from './crossposts/rows.ts'
import type { AccountRow } from './rows.ts'
import type { LinkRecord } from './rules/account.ts'
import type { CatalogueFlow } from './rules/catalogue.ts'
import type { FeatureDirection } from './rules/choices.ts'

// What resolvers hand to one another: rows of one account with the part that is meant. They are made only for the
// account's own people (session.ts).

export interface LinkView {
  readonly account: AccountRow
  readonly id: string
  readonly link: LinkRecord
}

export interface ConsentView {
  readonly account: AccountRow
  readonly flow: CatalogueFlow
}

export interface FeatureView {
  readonly account: AccountRow
  readonly direction: FeatureDirection
}

export interface DeliveryView {
  readonly row: CrosspostRow
  readonly delivery: Delivery
}

export function linkView(account: AccountRow, id: string): LinkView | null {
  const link = account.links[id]
  return link === undefined ? null : { account, id, link }
}
