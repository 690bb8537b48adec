import type { Source } from 'graphql'
import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import type { Finding, Place } from './compose/problem.ts'

/** A checked YAML text, or what is wrong in it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly placeOf: (path: YamlPath) => Place }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** From the root of the document, for example `['subgraphs', 2, 'name']`. */
export type YamlPath = readonly (string | number)[]

/** Parses and checks one YAML text; every finding says where in the text it is. `code` is that of wrong values. */
export function readYaml<T>(source: Source, schema: z.ZodType<T>, code: string, hint: string): Read<T> {
  const document = parseDocument(source.body, { lineCounter: new LineCounter() })
  if (document.errors.length > 0) {
    const findings = document.errors.map((error) => ({
      code: 'YAML_SYNTAX',
      message: `${source.name} must be YAML: ${firstLine(error.message)}`,
      hint: 'Check indentation, quotes and brackets around the marked place.',
      at: { source, offset: error.pos[0] },
    }))
    return { ok: false, findings }
  }
  const checked = schema.safeParse(document.toJS())
  const placeOf = (path: YamlPath): Place => ({ source, offset: offsetOf(document, path) })
  if (checked.success) return { ok: true, value: checked.data, placeOf }
  const findings = checked.error.issues.map((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol')
    return { code, message: `${pathText(path)}: ${issue.message}${gotText(document, path)}`, hint, at: placeOf(path) }
  })
  return { ok: false, findings }
}

/** Where the value at `path` begins; a value that is missing is looked for at what should hold it. */
function offsetOf(document: Document, path: YamlPath): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

/** `subgraphs[2].name`. */
function pathText(path: YamlPath): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  return text === '' ? 'the document' : text.replace(/^\./, '')
}

/** What stands there, where that is short enough to say. */
function gotText(document: Document, path: YamlPath): string {
  const got: unknown = document.getIn(path)
  return typeof got === 'string' || typeof got === 'number' ? `, but got: ${String(got)}` : ''
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replace(/:$/, '') ?? text
}
