import { added, addition, back, type Change, type WrongFlows } from './wrongFlow.ts'

const scan: readonly Change[] = [
  ['messenger', 'sentAt: DateTime!', 'sentAt: DateTime!\n  subject: String @sealed'],
  added(
    'accounts',
    'type Message @key(fields: "id") {\n  id: ID!\n  subject: String @external\n  spam: Int @requires(fields: "subject")\n}',
  ),
]

/** What nobody but its owner has. */
export const WRONG_R6: WrongFlows = {
  'SEALED_SHARED a scalar in a subgraph of others': addition(
    added('partner', 'scalar Ciphertext\nextend type Query { partnerText: Ciphertext }'),
    ['partner', 'scalar Ciphertext'],
  ),
  'SEALED_SHARED copied and required, by a keeper too': {
    change: scan,
    at: ['accounts', 'subject: String'],
    mend: back(scan),
    without: [],
  },
  'SEALED_REQUIRED in a key': addition(
    ['messenger', 'type Message @key(fields: "id")', 'type Message @key(fields: "id") @key(fields: "ciphertext")'],
    ['messenger', 'type Message'],
  ),
}
