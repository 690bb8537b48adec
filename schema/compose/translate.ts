import type { GraphQLError, Source } from 'graphql'
import { takeApart, type ApolloError } from './apolloError.ts'
import { APOLLO_CODES, CONSEQUENCES, UNKNOWN_CODE } from './codes.ts'
import { findSubject } from './locate.ts'
import { editsFor } from './mend.ts'
import { unifiedDiff } from './patch.ts'
import { lineOf, placeOf, type Finding, type Place } from './problem.ts'
import type { SubgraphFile } from './subgraphFile.ts'

/**
 * Apollo's errors as findings: in plain words, with a place even where the error has none. One field that cannot be
 * reached by many paths is told once, and so are several fields of one type that are wrong in the same way. What is often
 * only a consequence comes last.
 */
export function translate(errors: readonly GraphQLError[], files: readonly SubgraphFile[]): readonly Finding[] {
  const byCoordinate = grouped(errors.map(takeApart), coordinateKey)
  const byReason = grouped(byCoordinate, ([first]) => (first === undefined ? '' : reasonKey(first)))
  const findings = byReason.map((groups) => toFinding(groups.flat(), files))
  const once = grouped(findings, ({ code, at }) => `${code} ${at.source.name} ${at.offset}`).flatMap((same) =>
    same.slice(0, 1),
  )
  return once.toSorted((a, b) => Number(CONSEQUENCES.has(a.code)) - Number(CONSEQUENCES.has(b.code)))
}

/** Groups in the order of their first members. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

function coordinateKey({ code, text, subject, subgraph = '' }: ApolloError): string {
  return [code, subgraph, code === 'SATISFIABILITY_ERROR' ? subject : text].join('\n')
}

/** Equal for errors that differ only in which field of a type they name. */
function reasonKey({ code, text, subject, subgraph = '' }: ApolloError): string {
  const [type = ''] = subject.split('.')
  const reason = code === 'SATISFIABILITY_ERROR' ? (reasonsOf(text)[0] ?? '') : text
  return [code, subgraph, type, subject === '' ? reason : reason.replaceAll(`"${subject}"`, '""')].join('\n')
}

function toFinding(group: readonly ApolloError[], files: readonly SubgraphFile[]): Finding {
  const [first] = group as [ApolloError]
  const subjects = [...new Set(group.map((error) => error.subject))]
  const { message, hint } = APOLLO_CODES[first.code] ?? UNKNOWN_CODE
  const plain = subjects.includes('') ? undefined : message?.replace('{subject}', listed(subjects))
  const edits = editsFor(group, files)
  const [at = startOf(files), ...related] = placesOf(group, files, new Set(edits.map((edit) => edit.at.source)))
  return {
    code: first.code,
    message: plain ?? first.text,
    ...(plain === undefined ? {} : { detail: detailOf(first) }),
    hint,
    ...(edits.length === 0 ? {} : { patch: unifiedDiff(edits) }),
    at,
    related,
    subject: first.subject,
  }
}

/**
 * Where the errors point, a line each: first into the texts that a patch mends, then into the subgraph that was
 * registered last, because it is the newcomer who has to mend.
 */
function placesOf(
  group: readonly ApolloError[],
  files: readonly SubgraphFile[],
  mended: ReadonlySet<Source>,
): readonly Place[] {
  const sources = files.map(({ source }) => source)
  const rank = (source: Source) => sources.indexOf(source) + (mended.has(source) ? sources.length : 0)
  const named = group.flatMap(({ nodes }) => nodes.filter(({ loc }) => loc !== undefined)).map(placeOf)
  const places = named.length > 0 ? named : group.flatMap((error) => findSubject(error, files))
  const known = places.filter(({ source }) => sources.includes(source))
  const ranked = known.toSorted((a, b) => rank(b.source) - rank(a.source))
  return grouped(ranked, lineOf).flatMap((sameLine) => sameLine.slice(0, 1))
}

/** For the paths that cannot be satisfied, why; for all others Apollo's own words. */
function detailOf({ code, text }: ApolloError): string {
  if (code !== 'SATISFIABILITY_ERROR') return text
  const query = /query:\n(.*?)\ncannot be/s.exec(text)?.[1]?.replaceAll(/\s+/g, ' ') ?? ''
  return [`For example ${query}`, ...reasonsOf(text)].join('\n')
}

/** Why the gateway cannot go on, without the obvious "cannot find field" of the subgraph it stands in. */
function reasonsOf(text: string): readonly string[] {
  const [, because = ''] = text.split('because:\n')
  const reasons = because.split(/\n\s*- |^- from subgraph "\w+":\s*(?:- )?/m).filter((reason) => reason !== '')
  return [...new Set(reasons)]
    .filter((reason) => !reason.startsWith('cannot find field'))
    .map((reason) => `- ${reason}`)
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function startOf(files: readonly SubgraphFile[]): Place {
  const [file] = files
  if (file === undefined) throw new Error('A graph needs at least one subgraph')
  return { source: file.source, offset: 0 }
}
