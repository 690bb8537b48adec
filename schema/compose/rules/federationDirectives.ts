import { Kind, visit, type ConstDirectiveNode } from 'graphql'
import { argumentOf } from '../../documents.ts'
import { FEDERATION, linksOf } from '../../links.ts'
import { placeOf, type Finding, type Place } from '../problem.ts'
import type { FileRule } from './rule.ts'
import type { SubgraphFile } from '../subgraphFile.ts'

const ALLOWED: ReadonlySet<string> = new Set(
  'key requires external provides shareable inaccessible tag interfaceObject cost listSize override composeDirective'.split(
    ' ',
  ),
)
/** Types of the federation spec that an import may name. */
const ALLOWED_TYPES: ReadonlySet<string> = new Set(['FieldSet'])
const PREFIX = 'federation__'

/** What composes but is not executed (or means another thing than people think) is refused by name. */
export const federationDirectives: FileRule = {
  stage: 'file',
  blocks: false,
  sentence: 'Of federation, a subgraph uses only what this gateway executes.',
  check: (file) => [...imports(file), ...applications(file)],
}

function imports({ document }: SubgraphFile): readonly Finding[] {
  return linksOf(document)
    .filter(({ spec }) => spec === FEDERATION)
    .flatMap((link) => link.imports)
    .filter(({ name }) => !(name.startsWith('@') ? ALLOWED.has(name.slice(1)) : ALLOWED_TYPES.has(name)))
    .map(({ name, node }) => refused(name, placeOf(node)))
}

function applications({ document }: SubgraphFile): readonly Finding[] {
  const findings: Finding[] = []
  visit(document, {
    Directive(node) {
      const directive = node as ConstDirectiveNode // an SDL holds no variables
      const name = directive.name.value.replace(PREFIX, '')
      if (directive.name.value.startsWith(PREFIX))
        findings.push(ALLOWED.has(name) ? prefixed(directive) : refused(`@${name}`, placeOf(node)))
      if (name === 'override') findings.push(...labels(directive))
    },
  })
  return findings
}

/** One name for one thing: who reads a file for `@requires` must not miss any. */
function prefixed(directive: ConstDirectiveNode): Finding {
  const name = directive.name.value.slice(PREFIX.length)
  return {
    code: 'DIRECTIVE_NOT_IMPORTED',
    message: `Directives of federation must be imported and used by their own names, but this is @${directive.name.value}.`,
    hint: `Write @${name}, and "@${name}" into the import of the @link.`,
    at: placeOf(directive),
  }
}

function refused(name: string, at: Place): Finding {
  return {
    code: 'DIRECTIVE_NOT_ALLOWED',
    message: `A subgraph may use ${[...ALLOWED].map((each) => `@${each}`).join(' ')} of federation, but this is ${name}.`,
    hint: `Remove ${name} from the import and from the file; the gateway does not execute it.`,
    at,
  }
}

/** A label moves a field step by step, which needs a decision for each request that this gateway does not make. */
function labels(override: ConstDirectiveNode): readonly Finding[] {
  const label = argumentOf(override, 'label')
  if (label === undefined || label.kind === Kind.NULL) return []
  return [
    {
      code: 'OVERRIDE_LABEL_NOT_ALLOWED',
      message: 'An @override must be without a label, but this has one.',
      hint: 'Remove `label`: the field then moves at once.',
      at: placeOf(label),
    },
  ]
}
