import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import { kindOf } from '../../subgraphs/runtime/errors/kindOf.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** The parameters of a GraphQL request over HTTP; what is null in the request is absent here. */
export interface Parameters {
  readonly query?: string
  readonly operationName?: string
  readonly variables?: JsonObject
  readonly extensions?: JsonObject
}

/** From the body of a POST. Throws `REQUEST_MALFORMED_JSON` or `BAD_REQUEST`. */
export function parametersOfBody(body: Buffer): Parameters {
  const value = parseJson(decodeUtf8(body), 'The body')
  if (Array.isArray(value)) {
    throw fault('BAD_REQUEST', { message: 'The body must be one operation, but got: a batch. Send them one by one.' })
  }
  return checkParameters(value)
}

/** From the query string of a GET. Throws `REQUEST_MALFORMED_JSON` or `BAD_REQUEST`. */
export function parametersOfSearch(search: string): Parameters {
  const given = new URLSearchParams(search)
  const read = (name: string): string | null => {
    const values = given.getAll(name)
    if (values.length > 1) throw wrongParameter(name, 'given once', values)
    return values[0] ?? null
  }
  const readJson = (name: string): unknown => {
    const text = read(name)
    return text === null ? null : parseJson(text, `"${name}"`)
  }
  return checkParameters({
    query: read('query'),
    operationName: read('operationName'),
    variables: readJson('variables'),
    extensions: readJson('extensions'),
  })
}

function checkParameters(value: unknown): Parameters {
  if (!isObject(value))
    throw fault('BAD_REQUEST', { message: `The body must be a JSON object, but got: ${kindOf(value)}.` })
  return {
    ...optional('query', value['query'], isText, 'a string'),
    ...optional('operationName', value['operationName'], isText, 'a string'),
    ...optional('variables', value['variables'], isObject, 'an object'),
    ...optional('extensions', value['extensions'], isObject, 'an object'),
  }
}

function optional<Name extends string, Value>(
  name: Name,
  value: unknown,
  is: (value: unknown) => value is Value,
  what: string,
): { readonly [K in Name]?: Value } {
  // Some clients write an empty operation name where they mean none.
  if (value === undefined || value === null || value === '') return {}
  if (!is(value)) throw wrongParameter(name, what, value)
  return { [name]: value } as { [K in Name]: Value }
}

function wrongParameter(name: string, what: string, got: unknown): Error {
  return fault('BAD_REQUEST', { message: `"${name}" must be ${what}, but got: ${kindOf(got)}.` })
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // What the parser says quotes the text that it stumbled over.
    const place = /position \d+/.exec((error as Error).message)?.[0]
    const where = place === undefined ? 'is not' : `is not at ${place}`
    throw fault('REQUEST_MALFORMED_JSON', { message: `${what} must be JSON, but ${where}.` })
  }
}

// Not `toString`, which would turn bytes that are no UTF-8 into other text in silence.
const utf8 = new TextDecoder('utf-8', { fatal: true })

function decodeUtf8(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw fault('REQUEST_MALFORMED_JSON', { message: 'The body must be encoded as UTF-8, but is not.', cause })
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
