import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from 'graphql'
import { argumentOf, directivesNamed, schemasOf, stringArgument } from './documents.ts'

/** The specs that a subgraph may link. */
export const FEDERATION = 'https://specs.apollo.dev/federation'
export const CONSENT = 'https://concord.example/consent'
/** The specs of Apollo's composition that a supergraph links. */
export const JOIN = 'https://specs.apollo.dev/join'
export const INACCESSIBLE = 'https://specs.apollo.dev/inaccessible'
export const COST = 'https://specs.apollo.dev/cost'

/** One `@link` of a document. */
export interface Link {
  /** The URL without its version, for example `https://specs.apollo.dev/federation`. */
  readonly spec: string
  /** From the URL's last part, `v2.12`; null when it has no such part. */
  readonly version: { readonly major: number; readonly minor: number } | null
  /** The argument `as`, when given. */
  readonly as: string | undefined
  readonly imports: readonly LinkImport[]
  readonly directive: ConstDirectiveNode
}

export interface LinkImport {
  /** As the spec calls it; directives begin with `@`. */
  readonly name: string
  /** As the document calls it. */
  readonly as: string
  readonly node: ConstValueNode
}

/** The links of a subgraph's SDL or of a supergraph, in the order of the text. */
export function linksOf(document: DocumentNode): readonly Link[] {
  return schemasOf(document)
    .flatMap((schema) => directivesNamed(schema, 'link'))
    .map(toLink)
}

/**
 * What a document calls the directives of a spec, by the spec's own names, without `@`. Empty when it links no version
 * of the spec; a directive that is not imported goes by `<spec>__<name>`, that of the spec's own name by `<spec>`.
 */
export function directiveNames(
  document: DocumentNode,
  spec: string,
  names: readonly string[],
): ReadonlyMap<string, string> {
  const link = linksOf(document).find((candidate) => candidate.spec === spec)
  if (link === undefined) return new Map()
  const ownName = spec.slice(spec.lastIndexOf('/') + 1)
  const prefix = link.as ?? ownName
  return new Map(
    names.map((name) => {
      const imported = link.imports.find((candidate) => candidate.name === `@${name}`)
      if (imported !== undefined) return [name, imported.as.slice(1)]
      return [name, name === ownName ? prefix : `${prefix}__${name}`]
    }),
  )
}

function toLink(directive: ConstDirectiveNode): Link {
  const url = stringArgument(directive, 'url') ?? ''
  const versioned = /^(?<spec>.*)\/v(?<major>\d+)\.(?<minor>\d+)\/?$/.exec(url)?.groups
  const imports = argumentOf(directive, 'import')
  return {
    spec: versioned?.['spec'] ?? url.replace(/\/$/, ''),
    version: versioned ? { major: Number(versioned['major']), minor: Number(versioned['minor']) } : null,
    as: stringArgument(directive, 'as'),
    imports: imports?.kind === Kind.LIST ? imports.values.map(toImport) : [],
    directive,
  }
}

/** An import is `"@key"` or `{ name: "@key", as: "@primaryKey" }`. */
function toImport(node: ConstValueNode): LinkImport {
  if (node.kind === Kind.STRING) return { name: node.value, as: node.value, node }
  const fields = node.kind === Kind.OBJECT ? node.fields : []
  const text = (name: string) => {
    const value = fields.find((field) => field.name.value === name)?.value
    return value?.kind === Kind.STRING ? value.value : undefined
  }
  const name = text('name') ?? ''
  return { name, as: text('as') ?? name, node }
}
