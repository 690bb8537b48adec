import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql'
import { directivesNamed, fieldsOf, namedTypeOf, objectsOf, stringArgument, type WithDirectives } from './documents.ts'
import { CONSENT, directiveNames } from './links.ts'

/** The consent labels of one document, a subgraph's SDL or a supergraph. Coordinates are `Type` or `Type.field`. */
export interface ConsentLabels {
  /** `@person`: type → app. */
  readonly persons: ReadonlyMap<string, string>
  /** `@consented`: type → whose data it is, and for what. */
  readonly consented: ReadonlyMap<string, { readonly from: string; readonly purpose: string }>
  /** Fields that answer a consented type: `Type.field` → consented type. */
  readonly roads: ReadonlyMap<string, string>
  /** `@uses`: `Type.field` → purpose. */
  readonly uses: ReadonlyMap<string, string>
  /** `@sealed`: fields, and scalars by their name. */
  readonly sealed: ReadonlySet<string>
  /** `@open`: fields, and types by their name. */
  readonly open: ReadonlySet<string>
}

const LABELS = ['person', 'consented', 'uses', 'sealed', 'open'] as const
type Label = (typeof LABELS)[number]

/**
 * Reads the labels where the document links the consent spec, by the names that its link gives them; a document without
 * that link has none, whatever its directives are called.
 */
export function readLabels(document: DocumentNode): ConsentLabels {
  const names = directiveNames(document, CONSENT, LABELS)
  const labelled = (node: WithDirectives, label: Label) => directivesNamed(node, names.get(label) ?? '')[0]
  const types = objectsOf(document)
  const fields = fieldsOf(document)
  const scalars = document.definitions.filter(
    (node) => node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.SCALAR_TYPE_EXTENSION,
  )
  const named = [...types, ...scalars].map((node) => ({ coordinate: node.name.value, node }))
  const all = [...named, ...fields.map(({ coordinate, field }) => ({ coordinate, node: field }))]
  const having = (label: Label) =>
    all.flatMap(({ coordinate, node }) => {
      const directive = labelled(node, label)
      return directive === undefined ? [] : [{ coordinate, directive }]
    })

  const consented = new Map(having('consented').map(({ coordinate, directive }) => [coordinate, flowOf(directive)]))
  const roads = fields.flatMap(({ coordinate, field }) => {
    const type = namedTypeOf(field)
    return consented.has(type) ? [[coordinate, type] as const] : []
  })
  return {
    persons: new Map(having('person').map(({ coordinate, directive }) => [coordinate, text(directive, 'app')])),
    consented,
    roads: new Map(roads),
    uses: new Map(having('uses').map(({ coordinate, directive }) => [coordinate, text(directive, 'purpose')])),
    sealed: new Set(having('sealed').map(({ coordinate }) => coordinate)),
    open: new Set(having('open').map(({ coordinate }) => coordinate)),
  }
}

function flowOf(directive: ConstDirectiveNode): { readonly from: string; readonly purpose: string } {
  return { from: text(directive, 'from'), purpose: text(directive, 'purpose') }
}

/** Composition has checked that the argument is there. */
function text(directive: ConstDirectiveNode, argument: string): string {
  return stringArgument(directive, argument) ?? ''
}
