import type { DocumentNode } from 'graphql'
import { readLabels, type ConsentLabels } from '../../labels.ts'
import type { LabelAt, Model } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { SupergraphRule } from './rule.ts'

/** The gateway goes by the labels of the supergraph; a label that is lost there protects nothing. */
export const labelsSurvive: SupergraphRule = {
  stage: 'supergraph',
  number: 'R7',
  sentence: 'The labels of the supergraph are those of the files, with the same arguments.',
  check: (written, supergraph) => [...lost(written, supergraph)],
}

function* lost(written: Model, supergraph: DocumentNode): Iterable<Finding> {
  const composed = texts(readLabels(supergraph))
  const expected = new Set<string>()
  for (const { coordinate, label, at, file } of labelsIn(written)) {
    const text = textOf(label, coordinate, at.arguments)
    expected.add(text)
    if (!composed.has(text)) yield { ...changed(text, at), follows: [`${file.source.name} loses @${label}`] }
  }
  for (const text of composed) if (!expected.has(text)) yield appeared(text, written)
}

function* labelsIn({ types }: Model) {
  for (const type of [...types.values()].flat()) {
    for (const [label, at] of type.labels) yield { coordinate: type.name, label, at, file: type.file }
    for (const { coordinate, labels } of type.fields)
      for (const [label, at] of labels) yield { coordinate, label, at, file: type.file }
  }
}

/** Each label as one line, for comparing. */
function texts(labels: ConsentLabels): ReadonlySet<string> {
  return new Set([
    ...[...labels.persons].map(([type, app]) => textOf('person', type, { app })),
    ...[...labels.consented].map(([type, flow]) => textOf('consented', type, flow)),
    ...[...labels.uses].map(([field, purpose]) => textOf('uses', field, { purpose })),
    ...[...labels.sealed].map((coordinate) => textOf('sealed', coordinate, {})),
    ...[...labels.open].map((coordinate) => textOf('open', coordinate, {})),
  ])
}

function textOf(label: string, coordinate: string, given: Readonly<Record<string, string>>): string {
  const args = Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))
  return `@${label}${args.length === 0 ? '' : `(${args.map(([name, value]) => `${name}: "${value}"`).join(', ')})`} of ${coordinate}`
}

function changed(text: string, at: LabelAt): Finding {
  return {
    code: 'LABEL_LOST',
    message: `A label must be in the supergraph as it is written, but ${text} is not.`,
    hint: 'Write the label in one subgraph only, the owner, and compose it there with @composeDirective.',
    at: placeOf(at.node),
  }
}

function appeared(text: string, { files }: Model): Finding {
  const file = files.at(-1)
  if (file === undefined) throw new Error('A graph needs at least one subgraph')
  return {
    code: 'LABEL_LOST',
    message: `The supergraph must have only labels that an owner wrote, but has ${text}.`,
    hint: 'Look for directives of the same name in the subgraphs; only those of the consent spec may be composed.',
    at: { source: file.source, offset: 0 },
  }
}
