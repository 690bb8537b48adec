import { directivesNamed, schemasOf, stringArgument } from '../../documents.ts'
import { unifiedDiff } from '../patch.ts'
import { placeOf, type Finding } from '../problem.ts'
import { labelsUsed } from './labelsUsed.ts'
import type { FileRule } from './rule.ts'
import type { SubgraphFile } from '../subgraphFile.ts'

/** Composition drops the labels of a subgraph that does not compose them, without a word. */
export const labelsComposed: FileRule = {
  stage: 'file',
  blocks: false,
  sentence: 'A subgraph that labels something composes the label.',
  check(file) {
    const directives = schemasOf(file.document).flatMap((schema) => directivesNamed(schema, 'composeDirective'))
    const composed = new Set(directives.map((directive) => stringArgument(directive, 'name')))
    const lost = [...labelsUsed(file.document).keys()].filter((name) => !composed.has(`@${name}`))
    return lost.map((name) => notComposed(file, name))
  },
}

function notComposed({ document, source }: SubgraphFile, name: string): Finding {
  const links = schemasOf(document).flatMap((schema) => directivesNamed(schema, 'link'))
  const last = links.at(-1)
  const application = `@composeDirective(name: "@${name}")`
  return {
    code: 'COMPOSE_DIRECTIVE_MISSING',
    message: `A file that uses @${name} must compose it, or the graph silently loses its labels.`,
    hint: `Add ${application} beside the @link, and "@composeDirective" to what is imported from federation.`,
    ...(last?.loc === undefined
      ? {}
      : { patch: unifiedDiff([{ at: { source, offset: last.loc.end }, insert: ` ${application}` }]) }),
    at: last === undefined ? { source, offset: 0 } : placeOf(last),
    cause: `${source.name} loses @${name}`,
  }
}
