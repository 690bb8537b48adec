import { buildSchema, findBreakingChanges, parse, print, Source } from 'graphql'
import type { Contract, ContractSources } from '../contract.ts'
import { dataFieldsOf, drawFlows, noticeFor, type DrawnFlow } from './flows.ts'
import { unifiedDiff } from './patch.ts'
import { problemAt, type Finding, type Place, type Problem } from './problem.ts'
import type { Graph, PlacedNotice } from './rules/rule.ts'

/** One datum that flows, or a road, and how it is different from the graph before. */
export interface FlowChange {
  readonly kind: 'new' | 'changed' | 'gone'
  readonly from: string
  readonly to: string
  readonly purpose: string
  /** `Type.field`; the type alone where only its directives changed. */
  readonly field: string
  /** What it answers, before and after; absent where it is not there. */
  readonly before?: string
  readonly after?: string
  /** The notice's version, before and after; absent where there is no such notice. */
  readonly noticeBefore?: number
  readonly noticeAfter?: number
}

/** What composing anew changes for people and for clients. */
export interface Comparison {
  readonly flows: readonly FlowChange[]
  /** In graphql-js's words, for example `Photo.caption was removed.` */
  readonly breaking: readonly string[]
  /** What must be mended first: people must be asked anew, and a notice says so by its version. */
  readonly problems: readonly Problem[]
}

/** A graph as it was composed. */
export type ComposedBefore = Pick<Contract, 'subgraphs' | 'notices' | 'apiSdl'>

/**
 * The consent diff (consent.md, section 3): a road, or a field of a consented type, that the accepted notice does not
 * name is a new flow, and refused until the notice has a new version. After that it is denied person by person until
 * they are asked again: nothing of it is decided here. Pure; both graphs hold by themselves.
 */
export function compareWith(before: ComposedBefore, after: ContractSources & { readonly apiSdl: string }): Comparison {
  const old = graphBefore(before)
  const next = graphAfter(after)
  const flows = flowChanges(old, next)
  const findings = next.notices.flatMap((notice) => noticeFindings(notice, old, flows))
  return {
    flows,
    breaking: findBreakingChanges(buildSchema(before.apiSdl), buildSchema(after.apiSdl)).map(
      ({ description }) => description,
    ),
    problems: findings.map(problemAt),
  }
}

function graphBefore({ subgraphs, notices }: ComposedBefore): Graph {
  const files = subgraphs.map((subgraph) => {
    const source = new Source(subgraph.sdlText, subgraph.sdl)
    return { ...subgraph, source, document: parse(source) }
  })
  return { files, notices }
}

function graphAfter({ subgraphs, notices }: ContractSources): Graph {
  return { files: subgraphs.map((subgraph) => ({ ...subgraph, document: parse(subgraph.source) })), notices }
}

/** Data by `Type.field` → what it answers, for one flow. */
type Data = ReadonlyMap<string, string>

function flowChanges(old: Graph, next: Graph): readonly FlowChange[] {
  const before = new Map(drawFlows(old.files).map((flow) => [keyOf(flow), flow]))
  const after = new Map(drawFlows(next.files).map((flow) => [keyOf(flow), flow]))
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    const notices = { ...noticeOf('noticeBefore', was, old), ...noticeOf('noticeAfter', is, next) }
    const { from, to, purpose } = is ?? was ?? nothing()
    return dataChanges(was, is).map((change) => ({ ...change, from, to, purpose, ...notices }))
  })
}

function noticeOf(side: 'noticeBefore' | 'noticeAfter', flow: DrawnFlow | undefined, { notices }: Graph): object {
  const notice = flow && noticeFor(flow, notices)
  return notice ? { [side]: notice.version } : {}
}

type DataChange = Pick<FlowChange, 'kind' | 'field' | 'before' | 'after'>

function dataChanges(was: DrawnFlow | undefined, is: DrawnFlow | undefined): readonly DataChange[] {
  const [before, after] = [dataOf(was), dataOf(is)]
  const fields = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  const changes = fields.flatMap((field): readonly DataChange[] => {
    const [old, next] = [before.get(field), after.get(field)]
    if (old === next) return []
    if (old === undefined) return [{ kind: 'new', field, ...(next !== undefined && { after: next }) }]
    return next === undefined
      ? [{ kind: 'gone', field, before: old }]
      : [{ kind: 'changed', field, before: old, after: next }]
  })
  const same = was?.sdlDigest === is?.sdlDigest
  return changes.length > 0 || same || !was || !is ? changes : [{ kind: 'changed', field: is.type }]
}

/** The road, and each datum behind it. */
function dataOf(flow: DrawnFlow | undefined): Data {
  if (!flow) return new Map()
  const { road, type, definition } = flow
  return new Map([
    [road, type],
    ...dataFieldsOf(definition).map((field) => [`${type}.${field.name.value}`, print(field.type)] as const),
  ])
}

/** What is wrong with a notice of the new graph: it says more, or something else, under a version that people know. */
function noticeFindings(notice: PlacedNotice, old: Graph, flows: readonly FlowChange[]): readonly Finding[] {
  const known = old.notices.find((one) => keyOf(one) === keyOf(notice))
  if (known === undefined || notice.version > known.version) return []
  const spoken = `The notice from ${notice.from} to ${notice.to} for ${notice.purpose}`
  const told = flows.filter((change) => keyOf(change) === keyOf(notice) && change.kind !== 'gone')
  const raise = raising(notice, known.version + 1)
  if (told.length > 0) {
    const fields = told.map(({ field, kind }) => `${field} (${kind})`).join(', ')
    return [
      {
        code: 'FLOW_NEEDS_NEW_NOTICE',
        message: `${spoken} must have a new version for what it did not speak of: ${fields}.`,
        ...raise,
      },
    ]
  }
  if (notice.version < known.version) {
    return [
      {
        code: 'NOTICE_VERSION_LOWERED',
        message: `${spoken} must not go back from version ${known.version} to ${notice.version}.`,
        ...raise,
      },
    ]
  }
  const same = JSON.stringify(notice.languages) === JSON.stringify(known.languages)
  if (same && sameSet(notice.covers, known.covers)) return []
  return [
    {
      code: 'NOTICE_CHANGED',
      message: `${spoken} must have a new version when its text or \`covers\` changes.`,
      ...raise,
    },
  ]
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join(' ') === others.toSorted().join(' ')
}

/** Where to raise the version, and the patch that does. */
function raising({ writtenAt, version }: PlacedNotice, to: number): Pick<Finding, 'at' | 'hint' | 'patch'> {
  const at = writtenAt ?? { source: new Source('', 'notices.yaml'), offset: 0 }
  const hint = `Say it in every language, name it in \`covers\`, and raise \`version\` to ${to}: everybody who agreed is then asked again, and until then it does not flow.`
  const place = versionPlace(at)
  if (place === null) return { at, hint }
  return { at: place, hint, patch: unifiedDiff([{ at: place, remove: String(version).length, insert: String(to) }]) }
}

/** The digits of the first `version:` below the notice's beginning. */
function versionPlace({ source, offset }: Place): Place | null {
  const found = /\bversion: */.exec(source.body.slice(offset))
  return found ? { source, offset: offset + found.index + found[0].length } : null
}

function keyOf({ from, to, purpose }: Pick<FlowChange, 'from' | 'to' | 'purpose'>): string {
  return `${from}>${to}>${purpose}`
}

function nothing(): never {
  throw new Error('A flow is there before or after')
}
