import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** How large a document is; of several operations, the largest in each respect. */
export interface Measures {
  /** Fields inside one another: `{ viewer { id } }` has 2. */
  readonly depth: number
  readonly aliases: number
  readonly rootFields: number
  readonly fields: number
  readonly directives: number
}

const NOTHING: Measures = { depth: 0, aliases: 0, rootFields: 0, fields: 0, directives: 0 }

/**
 * Measures a parsed document in one pass, before it is validated (some rules of validation take quadratic time). A
 * fragment counts at every place where it is spread, and is walked once; one that spreads itself counts as nothing
 * there, and validation refuses it afterwards.
 */
export function measure(document: DocumentNode): Measures {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const walked = new Map<string, Measures>()
  let largest = NOTHING
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) largest = larger(largest, measureRoot(node))
  }
  return largest

  function measureRoot({ selectionSet, directives = [] }: OperationDefinitionNode): Measures {
    const inner = measureSet(selectionSet)
    return { ...inner, directives: inner.directives + directives.length }
  }

  function measureSet(set: SelectionSetNode): Measures {
    return set.selections.map(measureSelection).reduce(sum, NOTHING)
  }

  function measureSelection(node: SelectionNode): Measures {
    const inner = measureInner(node)
    return { ...inner, directives: inner.directives + (node.directives?.length ?? 0) }
  }

  function measureInner(node: SelectionNode): Measures {
    if (node.kind === Kind.FIELD) return measureField(node)
    return node.kind === Kind.INLINE_FRAGMENT ? measureSet(node.selectionSet) : measureFragment(node.name.value)
  }

  function measureField(node: FieldNode): Measures {
    const inner = node.selectionSet ? measureSet(node.selectionSet) : NOTHING
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      rootFields: 1,
      fields: inner.fields + 1,
      directives: inner.directives,
    }
  }

  function measureFragment(name: string): Measures {
    const known = walked.get(name)
    if (known) return known
    walked.set(name, NOTHING)
    const fragment = fragments.get(name)
    const measures = fragment ? measureSet(fragment.selectionSet) : NOTHING
    walked.set(name, measures)
    return measures
  }
}

function sum(a: Measures, b: Measures): Measures {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    rootFields: a.rootFields + b.rootFields,
    fields: a.fields + b.fields,
    directives: a.directives + b.directives,
  }
}

function larger(a: Measures, b: Measures): Measures {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: Math.max(a.aliases, b.aliases),
    rootFields: Math.max(a.rootFields, b.rootFields),
    fields: Math.max(a.fields, b.fields),
    directives: Math.max(a.directives, b.directives),
  }
}
