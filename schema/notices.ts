import type { Source } from 'graphql'
import { z } from 'zod'
import type { Finding, Place } from './compose/problem.ts'
import { PURPOSES, type Purpose } from './registry.ts'
import { readYaml } from './yamlText.ts'

/** What a person is told before they decide about one flow. */
export interface FlowNotice {
  /** The source, by its name in `subgraphs.yaml`. */
  readonly from: string
  /** The recipient, by its name in `subgraphs.yaml`. */
  readonly to: string
  readonly purpose: Purpose
  /** From 1; raised with every change, and people are then asked again. */
  readonly version: number
  /** Coordinates `Type.field`: the road and each datum behind it. */
  readonly covers: readonly string[]
  /** By language (BCP 47, for example `en`): the notice, and what does not work without the consent. */
  readonly languages: Readonly<Record<string, { readonly text: string; readonly withoutIt: string }>>
}

/** Languages that every notice has; more may be added one by one. */
export const NOTICE_LANGUAGES = ['en', 'de'] as const

const wording = z.strictObject({ text: z.string().min(1), withoutIt: z.string().min(1) })

const noticesShape = z.strictObject({
  notices: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      purpose: z.enum(PURPOSES),
      version: z.int().min(1),
      covers: z.array(z.string().regex(/^\w+\.\w+$/, 'must be a coordinate like Type.field')).min(1),
      languages: z
        .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'must be a language tag like en or pt-BR'), wording)
        .refine((languages) => NOTICE_LANGUAGES.every((language) => language in languages), {
          message: `must have the languages ${NOTICE_LANGUAGES.join(' and ')}`,
        }),
    }),
  ),
})

export type NoticesRead =
  | { readonly ok: true; readonly notices: readonly (FlowNotice & { readonly writtenAt: Place })[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** The checked `notices.yaml`. Whether each flow has one is judged later, by a rule of the composer. */
export function readNotices(source: Source): NoticesRead {
  const read = readYaml(
    source,
    noticesShape,
    'NOTICES_INVALID',
    'Each notice has from, to, purpose, version, covers and languages; the head of the file says what they are.',
  )
  if (!read.ok) return read
  const notices = read.value.notices.map((notice, index) => ({
    ...notice,
    writtenAt: read.placeOf(['notices', index]),
  }))
  return { ok: true, notices }
}
