import { hash } from 'node:crypto'
import type { App } from '../../runtime/identity/identity.ts'
import { canonicalJson } from '../../runtime/json/canonicalJson.ts'
import type { DecidedFlow, Purpose } from './decide.ts'
import { flowDigest } from '../../runtime/grants/flowDigest.ts'

/** An app's subgraph, as one that uses data: a registration of `schema/subgraphs.yaml`. */
export interface RecipientRow {
  /** Its name there. */
  readonly name: string
  readonly app?: App | undefined
  readonly owner: string
  readonly contact: string
}

/** A row of `schema/flows.json`. */
export interface FlowRow {
  readonly to: string
  /** `Type.field` of grants. */
  readonly road: string
  readonly type: string
  readonly from: string
  readonly purpose: Purpose
  readonly sdlDigest: string
  readonly noticeVersion: number
}

/** A notice of `schema/notices.yaml`. */
export interface NoticeRow {
  readonly from: string
  readonly to: string
  readonly purpose: Purpose
  readonly version: number
  readonly languages: Readonly<Record<string, { readonly text: string; readonly withoutIt: string }>>
}

/** A notice in one language, as a person is shown it. */
export interface Wording {
  readonly version: number
  /** BCP 47. */
  readonly language: string
  readonly text: string
  readonly withoutIt: string
  /** base64url SHA-256 of the canonical JSON (RFC 8785) of `{version, language, text}`. */
  readonly digest: string
}

/** A flow for a purpose, with all that a person is told of it. */
export interface CatalogueFlow extends DecidedFlow {
  /** `from>to>purpose`: what an account keeps its consent under. */
  readonly key: string
  readonly purpose: Purpose
  readonly road: string
  readonly fromApp: App
  readonly toApp: App
  readonly noticeVersion: number
  /** English first. */
  readonly wordings: readonly Wording[]
}

/** Everything of the contract that the accounts center knows: made once, never changed. */
export interface Catalogue {
  readonly flows: readonly CatalogueFlow[]
  readonly recipients: ReadonlyMap<string, RecipientRow>
  /** The subgraph of an app; throws for an app that none has. */
  readonly nameOf: (app: App) => string
  readonly appOf: (name: string) => App | null
  readonly flow: (key: string) => CatalogueFlow | null
}

export function flowKey({ from, to, purpose }: { from: string; to: string; purpose: Purpose }): string {
  return `${from}>${to}>${purpose}`
}

/** Throws an Error where the three do not fit together: a flow without a notice, or of what is no app. */
export function createCatalogue(
  recipients: readonly RecipientRow[],
  rows: readonly FlowRow[],
  notices: readonly NoticeRow[],
): Catalogue {
  const byName = new Map(recipients.map((recipient) => [recipient.name, recipient]))
  const appOf = (name: string): App | null => byName.get(name)?.app ?? null
  const flows = rows.map((row) => flowOf(row, notices, appOf))
  const byKey = new Map(flows.map((flow) => [flow.key, flow]))
  const names = new Map(recipients.flatMap(({ name, app }) => (app === undefined ? [] : [[app, name] as const])))
  return {
    flows,
    recipients: byName,
    appOf,
    flow: (key) => byKey.get(key) ?? null,
    nameOf(app) {
      const name = names.get(app)
      if (name === undefined) throw new Error(`subgraphs.yaml must register a subgraph of ${app}, but has none`)
      return name
    },
  }
}

/** The wording in this language, or in English. `de-AT` is served by `de`. */
export function wordingIn({ wordings }: CatalogueFlow, language: string | null | undefined): Wording {
  const wanted = language?.toLowerCase() ?? 'en'
  const found =
    wordings.find((wording) => wording.language.toLowerCase() === wanted) ??
    wordings.find((wording) => wording.language.toLowerCase() === wanted.split('-')[0]) ??
    wordings[0]
  if (found === undefined) throw new Error('A notice must have a wording')
  return found
}

/** The wording with this digest, in whatever language; null when none has it now. */
export function wordingOf({ wordings }: CatalogueFlow, digest: string): Wording | null {
  return wordings.find((wording) => wording.digest === digest) ?? null
}

export function noticeDigest(notice: { version: number; language: string; text: string }): string {
  const { version, language, text } = notice
  return hash('sha256', canonicalJson({ version, language, text }), 'base64url')
}

function flowOf(row: FlowRow, notices: readonly NoticeRow[], appOf: (name: string) => App | null): CatalogueFlow {
  const { from, to, purpose, road, type, noticeVersion } = row
  const key = flowKey(row)
  const notice = notices.find((candidate) => flowKey(candidate) === key && candidate.version === noticeVersion)
  if (notice === undefined) throw new Error(`notices.yaml must have version ${noticeVersion} for ${key}, but has not`)
  const fromApp = appOf(from)
  const toApp = appOf(to)
  if (fromApp === null || toApp === null) throw new Error(`Both ends of ${key} must be apps, but are not`)
  const basis = { kind: 'PURPOSE', purpose } as const
  const wordings = Object.entries(notice.languages).map(([language, { text, withoutIt }]) => {
    const said = { version: notice.version, language, text }
    return { ...said, withoutIt, digest: noticeDigest(said) }
  })
  wordings.sort((a, b) => Number(b.language === 'en') - Number(a.language === 'en'))
  return { from, to, type, digest: flowDigest(row), basis, key, purpose, road, fromApp, toApp, noticeVersion, wordings }
}
