import { drawFlows } from '../flows.ts'
import { placeOf } from '../problem.ts'
import type { GraphRule } from './rule.ts'

/** A person answers for two apps and a purpose once: a second road would be denied to everybody, whatever they said. */
export const oneRoadForEachFlow: GraphRule = {
  stage: 'graph',
  blocks: false,
  sentence: 'Between two apps there is one road for each purpose.',
  check({ files }) {
    const first = new Map<string, string>()
    return drawFlows(files).flatMap(({ from, to, purpose, road, type, roadField }) => {
      const key = `${from} ${to} ${purpose}`
      const before = first.get(key)
      if (before === undefined) {
        first.set(key, road)
        return []
      }
      return [
        {
          code: 'FLOW_DOUBLED',
          message: `From ${from} to ${to} there must be one road for ${purpose}, but there are two: ${before} and ${road}.`,
          hint: `Add the fields of ${type} to the type that ${before} leads to, and remove this road.`,
          at: placeOf(roadField.field),
        },
      ]
    })
  },
}
