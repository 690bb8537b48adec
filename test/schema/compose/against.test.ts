import { buildSchema, printSchema, Source } from 'graphql'
import { describe, expect, test } from 'vitest'
import { compareWith } from '../../../schema/compose/against.ts'
import { composeGraph } from '../../../schema/compose/compose.ts'
import { loadContract, loadSources } from '../../../schema/contract.ts'
import { readNotices } from '../../../schema/notices.ts'

const before = loadContract()
const NOTICES = 'notices.yaml'

type Changes = Readonly<Record<string, readonly (readonly [string, string])[]>>

/** The contract with these replacements, file by file, compared with the one that is committed. */
function compared(changes: Changes, isPublic = false) {
  const { subgraphs, notices } = loadSources()
  const changed = (source: Source): Source => {
    const body = (changes[source.name] ?? []).reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${source.name} must hold: ${from}`)
      return text.replace(from, to)
    }, source.body)
    return new Source(body, source.name)
  }
  const read = readNotices(changed(notices[0]?.writtenAt.source ?? new Source('')))
  if (!read.ok) throw new Error('The notices of a test must hold')
  const sources = {
    subgraphs: subgraphs.map((one) => ({ ...one, source: changed(one.source) })),
    notices: read.notices,
  }
  return compareWith(before, { ...sources, apiSdl: isPublic ? apiOf(sources) : before.apiSdl })
}

/** Composing takes a second: only for changes that clients see. */
function apiOf(sources: Parameters<typeof composeGraph>[0]): string {
  const graph = composeGraph(sources)
  if (!graph.ok) throw new Error(graph.problems.map(({ message }) => message).join('\n'))
  return graph.apiSdl
}

const FIELD: readonly [string, string] = ['activeDays: Int!', 'activeDays: Int! statuses: Int!']
const COVERED: readonly [string, string] = [
  '- MessengerImprovementSignals.activeDays',
  '- MessengerImprovementSignals.activeDays\n      - MessengerImprovementSignals.statuses',
]
const RAISED: readonly [string, string] = ['purpose: IMPROVE\n    version: 1', 'purpose: IMPROVE\n    version: 2']
const newField = { from: 'messenger', to: 'photo', purpose: 'IMPROVE', field: 'MessengerImprovementSignals.statuses' }

describe('against the graph before', () => {
  test('the same graph changes nothing', () => {
    expect(compared({})).toEqual({ flows: [], breaking: [], problems: [] })
  })

  test('a new field of a consented type is a new flow, refused under the old notice, with a patch that raises it', () => {
    const { flows, problems } = compared({ 'messenger.graphql': [FIELD], [NOTICES]: [COVERED] })
    expect(flows).toEqual([{ ...newField, kind: 'new', after: 'Int!', noticeBefore: 1, noticeAfter: 1 }])
    const [problem, ...others] = problems
    expect(others).toEqual([])
    expect(problem).toMatchObject({ code: 'FLOW_NEEDS_NEW_NOTICE', file: NOTICES })
    expect(problem?.frame).toMatch(/> +\d+ \| +version: 1/)
    expect(problem?.patch).toContain('-    version: 1\n+    version: 2')
  })

  test('it is told and accepted once the notice has a new version', () => {
    const { flows, problems } = compared({ 'messenger.graphql': [FIELD], [NOTICES]: [COVERED, RAISED] })
    expect(problems).toEqual([])
    expect(flows).toEqual([{ ...newField, kind: 'new', after: 'Int!', noticeBefore: 1, noticeAfter: 2 }])
  })

  test('a field that says more than before is one too; one that is gone needs nothing', () => {
    const optional = compared({
      'messenger.graphql': [['activeDays: Int!', 'activeDays: Int']],
      'photo.graphql': [['activeDays: Int! @external', 'activeDays: Int @external']],
    })
    expect(optional.flows).toMatchObject([{ kind: 'changed', before: 'Int!', after: 'Int' }])
    expect(optional.problems).toMatchObject([{ code: 'FLOW_NEEDS_NEW_NOTICE' }])
  })

  test('another wording under the same version is refused: receipts speak of the old one', () => {
    const { problems } = compared({ [NOTICES]: [['would like to choose ads', 'may choose ads']] })
    expect(problems).toMatchObject([{ code: 'NOTICE_CHANGED', file: NOTICES }])
  })

  test('what breaks clients is told beside it, and is no problem of consent', () => {
    const { breaking, problems } = compared({ 'photo.graphql': [['takenAt: DateTime', 'shotAt: DateTime']] }, true)
    expect(breaking).toContain('Photo.takenAt was removed.')
    expect(problems).toEqual([])
  })

  test('a flow that was not there is told by its road and its data, and needs no older notice', () => {
    const isAds = ({ purpose, from }: { purpose: string; from: string }) => purpose === 'ADS' && from === 'photo'
    const subgraphs = before.subgraphs.map((one) =>
      one.name === 'grants'
        ? { ...one, sdlText: one.sdlText.replace('photoAdSignals: PhotoAdSignals', 'other: Int') }
        : one,
    )
    const older = { ...before, subgraphs, notices: before.notices.filter((notice) => !isAds(notice)) }
    const { flows, problems } = compareWith(older, { ...loadSources(), apiSdl: before.apiSdl })
    expect(problems).toEqual([])
    expect(flows.map(({ kind, field, noticeBefore, noticeAfter }) => [kind, field, noticeBefore, noticeAfter])).toEqual(
      [
        ['new', 'PhotoAdSignals.topics', undefined, 1],
        ['new', 'SocialProfile.photoAdSignals', undefined, 1],
      ],
    )
  })

  test('a version that goes back is refused', () => {
    const { subgraphs, notices } = loadSources()
    const older = before.notices.map((notice) => ({ ...notice, version: notice.version + 1 }))
    const apiSdl = printSchema(buildSchema(before.apiSdl))
    const { problems } = compareWith({ ...before, notices: older }, { subgraphs, notices, apiSdl })
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['NOTICE_VERSION_LOWERED']))
  })
})
