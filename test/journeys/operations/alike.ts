import { expect } from 'vitest'
import type { AskedGraph, Who } from '../../support/asker.ts'
import { ALL } from './all.ts'
import { askListed, type Listed } from './listed.ts'
import { lasting, withVariables } from './usual.ts'

/** Tokens as `/dev/personas` of a process that runs the demo gives them. */
export async function tokensAt(url: string): Promise<(who: Who) => Promise<string>> {
  const response = await fetch(`${url}/dev/personas`)
  const personas = (await response.json()) as { name: string; tokens: Record<string, string> }[]
  return async ([name, client]) => personas.find((persona) => persona.name === name)?.tokens[client] ?? ''
}

/** Without what is made anew for each request: its id, and how long pictures can be fetched. */
const comparable = (text: string): string =>
  text
    .replaceAll(/expires=\d+&signature=[\w-]+/g, 'signed')
    .replaceAll(/"urlExpiresAt":"[^"]+"/g, '"urlExpiresAt":"soon"')

/** How often an operation is asked. A grant lives half a second: a busy machine is too late, which is contextual, not wrong. */
const TRIES = 5

/** What all places answer, in order: as soon as they answer alike, or after all tries. */
async function answersTo(listed: Listed, graphs: readonly AskedGraph[]): Promise<readonly string[]> {
  for (let tries = 1; ; tries++) {
    const answers: string[] = []
    for (const graph of graphs) {
      const answered = await askListed(graph, listed)
      answers.push(`${answered.status} ${comparable(lasting(answered))}`)
    }
    if (new Set(answers).size === 1 || tries === TRIES) return answers
  }
}

/** Fails unless every operation of the list is answered alike, byte for byte, at all of these places. */
export async function expectAlike(first: AskedGraph, ...others: readonly AskedGraph[]): Promise<void> {
  const list = await Promise.all(ALL.map((listed) => withVariables(listed, first)))
  const found: (readonly [title: string, answers: readonly string[]])[] = []
  for (const listed of list) found.push([listed.title, await answersTo(listed, [first, ...others])])
  const at = (place: number): string[] => found.map(([title, answers]) => `${title}: ${answers[place]}`)
  for (const place of others.keys()) expect(at(place + 1)).toEqual(at(0))
  expect(found.filter(([, [answer]]) => answer?.startsWith('200')).length).toBeGreaterThan(50)
}
