import { dataFieldsOf, drawFlows, noticeFor, type DrawnFlow } from '../flows.ts'
import { definitionsIn } from '../locate.ts'
import { placeOf, type Finding, type Place } from '../problem.ts'
import type { Graph, GraphRule, PlacedNotice } from './rule.ts'

/** Nobody can agree to what they were not told. */
export const everyFlowHasANotice: GraphRule = {
  stage: 'graph',
  blocks: false,
  sentence: 'Every flow has a notice that names its road and each datum, and every notice speaks of a flow.',
  check(graph) {
    const flows = drawFlows(graph.files)
    return [
      ...flows.flatMap((flow) => untold(flow, graph)),
      ...graph.notices.flatMap((notice) => stale(notice, flows, graph)),
    ]
  },
}

function untold(flow: DrawnFlow, { notices }: Graph): readonly Finding[] {
  const { from, to, purpose, road, roadField } = flow
  const notice = noticeFor(flow, notices)
  if (notice === undefined) {
    return [
      {
        code: 'NOTICE_MISSING',
        message: `The flow ${road} must have a notice, but notices.yaml has none from ${from} to ${to} for ${purpose}.`,
        hint: `Write one that covers ${coverable(flow).join(', ')}, in every language.`,
        at: placeOf(roadField.field),
      },
    ]
  }
  const missing = coverable(flow).filter((coordinate) => !notice.covers.includes(coordinate))
  if (missing.length === 0) return []
  return [
    {
      code: 'NOTICE_INCOMPLETE',
      message: `The notice from ${from} to ${to} for ${purpose} must name all that flows, but does not name ${missing.join(', ')}.`,
      hint: 'Say it in the text in every language, add it to `covers`, and raise `version`.',
      at: notice.writtenAt ?? placeOf(roadField.field),
    },
  ]
}

/** The road and each datum behind it. */
function coverable({ road, type, definition }: DrawnFlow): readonly string[] {
  return [road, ...dataFieldsOf(definition).map((field) => `${type}.${field.name.value}`)]
}

function stale(notice: PlacedNotice, flows: readonly DrawnFlow[], { files }: Graph): readonly Finding[] {
  const at: Place = notice.writtenAt ?? { source: files[0]?.source ?? nowhere(), offset: 0 }
  const { from, to, purpose } = notice
  if (!flows.some((flow) => noticeFor(flow, [notice]) === notice)) {
    return [
      {
        code: 'NOTICE_WITHOUT_FLOW',
        message: `A notice must speak of a flow, but grants has no road from ${from} to ${to} for ${purpose}.`,
        hint: 'Remove the notice, or correct from, to and purpose.',
        at,
      },
    ]
  }
  const known = new Set(files.flatMap(({ document }) => definitionsIn(document)).map(({ coordinate }) => coordinate))
  return notice.covers
    .filter((coordinate) => !known.has(coordinate))
    .map((coordinate) => ({
      code: 'NOTICE_UNKNOWN_FIELD',
      message: `A notice must cover fields of the graph, but there is no ${coordinate}.`,
      hint: 'Correct the name in `covers`.',
      at,
    }))
}

function nowhere(): never {
  throw new Error('A graph needs at least one subgraph')
}
