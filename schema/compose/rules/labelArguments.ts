import { visit, type ConstDirectiveNode } from 'graphql'
import { stringArgument } from '../../documents.ts'
import { APPS, PURPOSES } from '../../registry.ts'
import { lineOf, placeOf, type Finding } from '../problem.ts'
import type { Graph, GraphRule } from './rule.ts'

/** The arguments are strings, so that nobody's copy of an enum can break anybody; so they are checked here. */
export const labelArguments: GraphRule = {
  stage: 'graph',
  blocks: false,
  sentence: 'Labels name an app of the family, a subgraph of the graph, a purpose of consent.',
  check: ({ files }) =>
    files.flatMap(({ document }) => {
      const findings: Finding[] = []
      visit(document, {
        Directive(node) {
          findings.push(...wrongArguments(node as ConstDirectiveNode, files)) // an SDL holds no variables
        },
      })
      return findings
    }),
}

function wrongArguments(directive: ConstDirectiveNode, files: Graph['files']): readonly Finding[] {
  const names = files.filter(({ app }) => app !== undefined).map(({ name }) => name)
  switch (directive.name.value) {
    case 'person':
      return wrong(directive, 'app', APPS)
    case 'consented':
      return [...wrong(directive, 'from', names), ...wrong(directive, 'purpose', PURPOSES)]
    case 'uses':
      return wrong(directive, 'purpose', PURPOSES)
    default:
      return []
  }
}

function wrong(directive: ConstDirectiveNode, argument: string, allowed: readonly string[]): readonly Finding[] {
  const value = stringArgument(directive, argument)
  if (value === undefined || allowed.includes(value)) return [] // composition tells of arguments that are missing
  return [
    {
      code: 'LABEL_ARGUMENT',
      message: `@${directive.name.value}(${argument}:) must be one of ${allowed.join(', ')}, but is "${value}".`,
      hint: `Write one of ${allowed.map((each) => `"${each}"`).join(', ')}.`,
      at: placeOf(directive),
      cause: `argument at ${lineOf(placeOf(directive))}`,
    },
  ]
}
