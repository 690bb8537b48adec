import { isDeepStrictEqual } from 'node:util'
import type { ExecutionResult } from 'graphql'

type Step = string | number
type Path = readonly Step[]

/** The places of an answer that are null because of an error; several errors below one null place count once. */
export function nulledPlaces(result: ExecutionResult): readonly string[] {
  const places = (result.errors ?? []).map((error) => nulledPlace(result.data, error.path ?? []).join('.'))
  return [...new Set(places)].sort()
}

function nulledPlace(data: unknown, path: Path): Path {
  let value = data
  for (const [depth, step] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth)
    value = (value as Record<Step, unknown>)[step]
  }
  return path
}

/** Whether both answers are the same: data byte by byte, and the same places null because of errors. */
export function sameAnswer(one: ExecutionResult, other: ExecutionResult): boolean {
  return (
    JSON.stringify(one.data) === JSON.stringify(other.data) && isDeepStrictEqual(nulledPlaces(one), nulledPlaces(other))
  )
}

/** Codes of errors that are made while shaping; the stock gateway keeps such errors out of `errors`. */
const OWN_CODES = new Set<unknown>(['NON_NULL_FIELD_EMPTY', 'VALUE_NOT_IN_SCHEMA'])

/**
 * Whether our answer is the stock gateway's: data byte by byte, and every path of an error. The stock gateway tells of
 * values that do not fit the schema in `extensions.valueCompletion`, and only where no subgraph reported an error.
 */
export function sameAsStock(ours: ExecutionResult, stock: ExecutionResult): boolean {
  return JSON.stringify(ours.data) === JSON.stringify(stock.data) && samePaths(ours, stock)
}

export function samePaths(ours: ExecutionResult, stock: ExecutionResult): boolean {
  const own = (ours.errors ?? []).filter((error) => OWN_CODES.has(error.extensions?.['code']))
  const reported = reportedIn(ours)
  if (!isDeepStrictEqual(pathsOf(reported), pathsOf(stock.errors ?? []))) return false
  const completion = (stock.extensions?.['valueCompletion'] ?? []) as NonNullable<ExecutionResult['errors']>
  const { data = null } = ours
  // We give one error for each null, as the specification says; the stock gateway one for each bad value.
  const places = [own, completion].map((errors) => nulledPlaces({ data, errors }))
  return reported.length > 0 || isDeepStrictEqual(places[0], places[1])
}

/** Errors of subgraphs: those that the stock gateway, too, tells in `errors`. */
function reportedIn({ errors = [] }: ExecutionResult): NonNullable<ExecutionResult['errors']> {
  return errors.filter((error) => !OWN_CODES.has(error.extensions?.['code']))
}

function pathsOf(errors: NonNullable<ExecutionResult['errors']>): readonly string[] {
  return errors.map((error) => (error.path ?? []).join('.')).sort()
}

/** Whether both say the same, but for the order of the fields. */
export function sameButForOrder(ours: ExecutionResult, stock: ExecutionResult): boolean {
  return isDeepStrictEqual(ours.data, stock.data) && samePaths(ours, stock)
}

/** The messages of all errors of subgraphs, in alphabetical order. */
export function messagesOf(result: ExecutionResult): readonly string[] {
  return reportedIn(result)
    .map((error) => error.message)
    .sort()
}

/** Whether we say all that the stock gateway says, and otherwise only of what is null in both answers for other errors. */
export function sameButBelowNulls(ours: ExecutionResult, stock: ExecutionResult): boolean {
  const [ownPaths, paths] = [pathsOf(reportedIn(ours)), pathsOf(stock.errors ?? [])]
  const { data = null } = ours
  const places = [reportedIn(ours), stock.errors ?? []].map((errors) => nulledPlaces({ data, errors }))
  return (
    isDeepStrictEqual(ours.data, stock.data) &&
    paths.every((path) => ownPaths.includes(path)) &&
    isDeepStrictEqual(places[0], places[1])
  )
}
