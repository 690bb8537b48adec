import { APPS, type App } from '../../../subgraphs/runtime/identity/identity.ts'
import type { StartedGraph } from '../../support/startedGraph.ts'
import type { Call, Outcome } from './sideBySide.ts'

/** A grant as it is written (JWE, compact, `dir`: the second part is empty). */
const GRANT = /eyJ[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+/

const APP_OF: Readonly<Record<string, App>> = { messenger: 'MESSENGER', photo: 'PHOTO', social: 'SOCIAL' }

/** Every grant in a text. */
export function grantsIn(text: string): readonly string[] {
  return text.match(new RegExp(GRANT, 'g')) ?? []
}

/**
 * What reached somebody whom it must not reach, one sentence each; nothing when all is well. Looks at every byte that any
 * subgraph was sent, and at every byte that the client got.
 *
 * - A client gets no grant, and no consented value as it came: each comes with the moment at which its grant ends.
 * - A subgraph of an app gets no grant but its own as a source, and no id of any demo person in another app.
 */
export function leaks(graph: StartedGraph, { text, calls }: Pick<Outcome, 'text' | 'calls'>): readonly string[] {
  const answers = JSON.stringify(calls.map(({ answer }) => answer ?? null))
  const ends = answers.match(/"validUntil":"[^"]+"/g) ?? []
  const values = [...grantsIn(answers), ...ends.map((end) => end.slice('"validUntil":'.length))]
  return [
    ...[...new Set(values)].filter((value) => text.includes(value)).map((value) => `the client got ${value}`),
    ...calls.flatMap((call) => leaksTo(graph, call)),
  ]
}

/** The same of one call. */
export function leaksTo(graph: StartedGraph, { subgraph, bytes, representations }: Call): readonly string[] {
  const isSource = representations.every((one) => Object.keys(one).join() === '__typename,grant')
  const app = APP_OF[subgraph]
  return [
    ...(grantsIn(bytes).length > 0 && !(isSource && app) ? [`${subgraph} got a grant`] : []),
    ...(app ? foreignIds(graph, app).filter((id) => bytes.includes(id)) : []).map((id) => `${subgraph} got ${id}`),
  ]
}

function foreignIds({ people }: StartedGraph, app: App): readonly string[] {
  return Object.values(people).flatMap((ids) => APPS.flatMap((other) => (other === app ? [] : (ids[other] ?? []))))
}
