import { Kind, parse, print, visit } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { Asked } from './servers.ts'

/** Attempts at most: planning some of the candidates takes a second. */
const MOST_ATTEMPTS = 400

/** The smallest operation found, by leaving selections out one after the other, for which `fails` still holds. */
export async function shrink(asked: Asked, fails: (asked: Asked) => Promise<boolean>): Promise<Asked> {
  let smallest = asked
  let attempts = 0
  for (let found = true; found;) {
    found = false
    for (const candidate of withOneLess(smallest)) {
      if (++attempts > MOST_ATTEMPTS) return smallest
      if (!(await fails(candidate))) continue
      smallest = candidate
      found = true
      break
    }
  }
  return smallest
}

function* withOneLess(asked: Asked): Generator<Asked> {
  const document = parse(asked.text, { noLocation: true })
  const selections = countSelections(document)
  for (let index = 0; index < selections; index++) {
    const text = print(usedParts(without(document, index)))
    if (text.length < asked.text.length) yield { ...asked, text }
  }
}

function countSelections(document: DocumentNode): number {
  let count = 0
  visit(document, { SelectionSet: (set) => void (count += set.selections.length) })
  return count
}

function without(document: DocumentNode, index: number): DocumentNode {
  let seen = 0
  return visit(document, {
    SelectionSet: {
      leave(set) {
        const kept = set.selections.filter(() => seen++ !== index)
        return kept.length > 0 ? { ...set, selections: kept } : undefined
      },
    },
  })
}

/** Drops fragments and variables that nothing uses any more, so that the operation stays valid. */
function usedParts(document: DocumentNode): DocumentNode {
  let current = document
  for (let before = -1; before !== current.definitions.length;) {
    before = current.definitions.length
    const used = new Set<string>()
    visit(current, { FragmentSpread: ({ name }) => void used.add(name.value) })
    const definitions = current.definitions.filter(
      (one) => one.kind !== Kind.FRAGMENT_DEFINITION || used.has(one.name.value),
    )
    current = { ...current, definitions }
  }
  const variables = new Set<string>()
  visit(current, {
    Argument: ({ value }) => void visit(value, { Variable: ({ name }) => void variables.add(name.value) }),
  })
  return visit(current, {
    VariableDefinition: ({ variable }) => (variables.has(variable.name.value) ? undefined : null),
  })
}
