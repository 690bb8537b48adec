import type { Answered, AskedGraph } from '../../support/asker.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { ALL } from './all.ts'
import { askListed, type Listed } from './listed.ts'

/** How an operation is answered while all is well, and which subgraphs that takes. */
export interface Usual {
  /** With its variables found, so that asking it again asks nothing else. */
  readonly listed: Listed
  readonly answer: Answered
  readonly needs: ReadonlySet<string>
}

/** Asks the whole list, one by one. `called`: where whoever watches the subgraphs notes their names. */
export async function usuallyOf(graph: AskedGraph, called: Set<string> = new Set()): Promise<Usual[]> {
  const usual: Usual[] = []
  for (const each of ALL) {
    const listed = await withVariables(each, graph)
    called.clear()
    const answer = await askListed(graph, listed)
    usual.push({ listed, answer, needs: new Set(called) })
  }
  return usual
}

/** The same operation with its variables found. */
export async function withVariables(listed: Listed, graph: AskedGraph): Promise<Listed> {
  const variables = await listed.variables?.(graph)
  return variables === undefined ? listed : { ...listed, variables: () => variables }
}

/** The body as it came, without the one thing in it that is made anew for each request. */
export function lasting({ text }: Answered): string {
  return text.replace(/,?"extensions":\{"requestId":"[\w-]{22}"\}/, '')
}

/**
 * What is wrong with an answer that came while `name` was gone, in words; undefined where it is right: the usual one
 * where it takes nothing of it, byte for byte, and otherwise the usual one with nulls in it, and errors that name it.
 */
export function wrongWithout(name: string, { listed, answer, needs }: Usual, now: Answered): string | undefined {
  const failed = now.errors.filter(({ extensions }) => extensions.code === 'SUBGRAPH_UNREACHABLE')
  const named = new Set(failed.map(({ extensions }) => extensions.subgraph))
  // Nobody learns from an error whether somebody consented: without grants, or without a source, what would have been
  // computed from consented data is contextual, of the same number, and that is all.
  const silent = now.status === 200 && named.size === 0 && isPartOf(now.data, answer.data)
  const told = now.status === 200 && named.size === 1 && named.has(name) && isPartOf(now.data, answer.data)
  const asBefore = lasting(now) === lasting(answer)
  const right = (needs.has(name) ? told : asBefore) || (needs.has('grants') && silent)
  return right ? undefined : `${listed.title}: ${now.status} ${now.text}`
}

/**
 * Whether this is that, with null in some places. What is nobody, as its owner says, is a bare id while the owner is gone.
 */
function isPartOf(part: Json, all: Json): boolean {
  if (part === null || part === all) return true
  if (typeof part !== 'object') return false
  if (all === null)
    return Object.entries(part as object).every(([name, value]) => PROVES_NOTHING.has(name) || value === null)
  if (typeof all !== 'object') return false
  const names = Object.keys(all as object)
  return (
    Object.keys(part as object).join() === names.join() &&
    names.every((name) => (COMPUTED.has(name) ? isAsMany(part[name], all[name]) : isPartOf(part[name], all[name])))
  )
}

/** What consented data may change, and what it may not: how many there are. */
const COMPUTED = new Set(['ads', 'suggestedProfiles', 'feedQuality'])

function isAsMany(part: Json, all: Json): boolean {
  return part === null || !Array.isArray(part) || !Array.isArray(all) || part.length === all.length
}

const PROVES_NOTHING = new Set(['id', '__typename', 'app'])
