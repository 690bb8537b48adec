import { createSeedClock } from '../../bin/demo/seedClock.ts'
import { linkProfiles } from '../../bin/demo/links.ts'
import { APPS, type App } from '../../subgraphs/runtime/identity/identity.ts'
import { DELTA, L } from '../../subgraphs/runtime/grants/constants.ts'
import type { StartedGraph } from './startedGraph.ts'
import type { Json } from './subgraphTester.ts'

/** Links two profiles of a persona by the four steps that anybody takes, with the same answer to every offer. */
export function link(
  { family, clock, people }: StartedGraph,
  name: string,
  asked: { readonly pair: readonly [App, App]; readonly agrees: boolean },
): Promise<void> {
  return linkProfiles(family.accounts, createSeedClock(clock), people[name] ?? {}, asked)
}

/** Ends the link of this app in the accounts center. */
export async function unlink(graph: StartedGraph, name: string, app: App): Promise<void> {
  await inCenter(graph, name, 'unlink', { linkId: await linkIdOf(graph, name, app) })
}

/** The live link of this app. */
export async function linkIdOf(graph: StartedGraph, name: string, app: App): Promise<string> {
  const data = await graph.data('{ viewer { account { links { id app state } } } }', { by: [name, 'ACCOUNTS'] })
  const live = data.viewer.account?.links.find((each: Json) => each.app === app && each.state !== 'UNLINKED')
  if (live === undefined) throw new Error(`${name} must have linked ${app}`)
  return live.id as string
}

/** Says yes to one flow in the accounts center, under the notice of now. */
export async function agree(
  graph: StartedGraph,
  name: string,
  flow: { readonly from: App; readonly to: string; readonly purpose: string },
): Promise<void> {
  const { from, to, purpose } = flow
  const asked = `consents(from: ${from}, to: "${to}", purpose: ${purpose}) { notice { digest } }`
  const data = await graph.data(`{ viewer { account { ${asked} } } }`, { by: [name, 'ACCOUNTS'] })
  const noticeDigest = data.viewer.account.consents[0].notice.digest as string
  await inCenter(graph, name, 'setConsent', { ...flow, granted: true, noticeDigest })
}

/** A mutation of the accounts center; time passes while it waits, where it takes something away. */
export async function inCenter(graph: StartedGraph, name: string, mutation: string, input: object): Promise<void> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`.replace(/^(Pause|Resume)Link/, 'Link')
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { code } } }`
  const authTime = Math.floor(graph.clock.wall() / 1000)
  const profiles = APPS.flatMap((app) => {
    const id = graph.people[name]?.[app]
    return id === undefined ? [] : [{ app, id, authTime }]
  })
  const identity = { client: 'ACCOUNTS', profiles, timeoutMs: 600_000 }
  const answer = await passing(graph, graph.family.accounts.execute({ query, variables: { input }, identity }))
  const errors = (answer.data?.[mutation] as Json)?.errors
  if (errors?.length !== 0) throw new Error(`${mutation} must be accepted, but got: ${JSON.stringify(answer)}`)
}

/** What takes away waits for what it ends: lets exactly that time pass once it waits. */
async function passing<T>({ clock }: StartedGraph, answer: PromiseLike<T> | T): Promise<T> {
  const state = { pending: true }
  const settle = (): void => void (state.pending = false)
  const settled = Promise.resolve(answer)
  settled.then(settle, settle)
  while (state.pending && !clock.waiting().includes(L + DELTA)) await new Promise((resolve) => setImmediate(resolve))
  if (state.pending) await clock.advance(L + DELTA)
  return settled
}
