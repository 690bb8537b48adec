import { Source } from 'graphql'
import { composeGraph, type CompositionInputs, type CompositionResult } from '../../schema/compose/compose.ts'
import type { Problem } from '../../schema/compose/problem.ts'
import type { SubgraphSource } from '../../schema/contract.ts'

/** The first line of every text that does not bring its own. */
export const LINK_LINE =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@requires", "@external", "@provides", "@shareable", "@inaccessible", "@tag", "@interfaceObject", "@cost", "@listSize", "@override", "@composeDirective"])'

export type Texts = Readonly<Record<string, string>>

/** Partners with these SDLs, by name. A text without any `@link` gets `LINK_LINE` as its first line. */
export function graphOf(texts: Texts, change: Partial<SubgraphSource> = {}): CompositionInputs {
  const subgraphs = Object.entries(texts).map(([name, text]) => ({
    name,
    url: `http://127.0.0.1/${name}`,
    sdl: `${name}.graphql`,
    permits: [],
    owner: `The ${name} team`,
    contact: `mailto:${name}@example.org`,
    source: new Source(withLink(text), `${name}.graphql`),
    ...change,
  }))
  return { subgraphs, notices: [] }
}

export function problemsOf(result: CompositionResult): readonly Problem[] {
  return result.ok ? [] : result.problems
}

/** The problems of a graph as one reads them: code and place. */
export function toldOf(inputs: CompositionInputs): readonly string[] {
  return problemsOf(composeGraph(inputs)).map(({ code, file, line }) => `${code} ${file}:${line}`)
}

export function withLink(text: string): string {
  return text.includes('@link') ? text : `${LINK_LINE}\n${text}`
}
