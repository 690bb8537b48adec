import { objectsOf, schemasOf } from '../../documents.ts'
import { isPartner } from '../../registry.ts'
import { placeOf } from '../problem.ts'
import type { FileRule } from './rule.ts'
import type { SubgraphFile } from '../subgraphFile.ts'
import { SUBGRAPH_NAME } from './subgraphNames.ts'

/** Root fields are one namespace for everybody; a partner keeps to its own corner of it. */
export const partnerRootFields: FileRule = {
  stage: 'file',
  blocks: false,
  sentence: "A partner's root fields begin with its subgraph's name.",
  check(file) {
    if (!isPartner(file) || !SUBGRAPH_NAME.test(file.name)) return [] // a wrong name is told by itself
    const roots = rootTypes(file)
    const fields = objectsOf(file.document)
      .filter(({ name }) => roots.has(name.value))
      .flatMap((type) => type.fields ?? [])
    return fields
      .filter((field) => !beginsWith(field.name.value, file.name))
      .map((field) => ({
        code: 'PARTNER_ROOT_FIELD',
        message: `A root field of ${file.name} must begin with its name, but this is ${field.name.value}.`,
        hint: `Name it ${file.name}${field.name.value.replace(/^./, (first) => first.toUpperCase())}.`,
        at: placeOf(field),
      }))
  },
}

/** The default names, and what a `schema { query: … }` says. */
function rootTypes({ document }: SubgraphFile): ReadonlySet<string> {
  const named = schemasOf(document).flatMap((schema) => schema.operationTypes ?? [])
  return new Set(['Query', 'Mutation', 'Subscription', ...named.map(({ type }) => type.name.value)])
}

/** As a word: `partnerVideos` begins with `partner`, `partnership` does not. */
function beginsWith(field: string, name: string): boolean {
  return field.startsWith(name) && !/^[a-z]/.test(field.slice(name.length))
}
