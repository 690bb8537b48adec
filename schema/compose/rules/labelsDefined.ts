import { Kind, type DirectiveDefinitionNode, type DocumentNode } from 'graphql'
import { CONSENT_DIRECTIVES, printDefinition } from '../../consentSpec.ts'
import { schemasOf } from '../../documents.ts'
import { unifiedDiff } from '../patch.ts'
import { placeOf, type Finding } from '../problem.ts'
import { labelsUsed } from './labelsUsed.ts'
import type { FileRule } from './rule.ts'
import type { SubgraphFile } from '../subgraphFile.ts'

/** Composition knows only directives that the file defines, and compares their definitions. */
export const labelsDefined: FileRule = {
  stage: 'file',
  blocks: true,
  sentence: 'A subgraph that labels something defines the label as the consent spec does.',
  check: (file) =>
    [...labelsUsed(file.document).keys()].flatMap((name) => {
      const definition = definitionOf(file.document, name)
      if (definition === undefined) return [missing(file, name)]
      return printDefinition(definition) === CONSENT_DIRECTIVES.get(name) ? [] : [differs(definition)]
    }),
}

function definitionOf(document: DocumentNode, name: string): DirectiveDefinitionNode | undefined {
  const definitions = document.definitions.filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION)
  return definitions.find((node) => node.name.value === name)
}

function missing({ document, source }: SubgraphFile, name: string): Finding {
  const published = CONSENT_DIRECTIVES.get(name) ?? ''
  const at = { source, offset: schemasOf(document)[0]?.loc?.end ?? 0 }
  return {
    code: 'CONSENT_DEFINITION_MISSING',
    message: `A file that uses @${name} must define it, but nothing in it does.`,
    hint: `Add the line: ${published}`,
    patch: unifiedDiff([{ at, insert: `\n${published}` }]),
    at,
  }
}

function differs(definition: DirectiveDefinitionNode): Finding {
  const name = definition.name.value
  return {
    code: 'CONSENT_DEFINITION_DIFFERS',
    message: `@${name} must be defined as the consent spec defines it, but this definition is another.`,
    hint: `Write: ${CONSENT_DIRECTIVES.get(name)}`,
    at: placeOf(definition),
  }
}
