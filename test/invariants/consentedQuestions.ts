import type { Who } from '../support/asker.ts'
import type { ObservedGraph } from '../support/observedGraph.ts'

/** Something a client asks; with a collection named, while reads of it fail. */
export interface Question {
  readonly query: string
  readonly broken?: string
}

const AD = '{ id title advertiser basis why }'
const SUGGESTION = '{ basis why profile { id username displayName } }'
const QUALITY = '{ score basis }'
const ADS = `{ socialMe { id ads(first: 20) ${AD} } }`
const PHOTO = `{ photoMe { id suggestedProfiles(first: 20) ${SUGGESTION} feedQuality ${QUALITY} } }`

/**
 * Every field that is computed from consented data, on every way to it, beside what needs none; nothing of the messenger.
 * No question asks for two grants at once: which of them is recorded first would be chance.
 */
export const APP_QUESTIONS: readonly Question[] = [
  { query: ADS },
  { query: PHOTO },
  { query: `{ a: socialMe { x: ads(first: 1) ${AD} y: ads { id } } b: photoMe { x: feedQuality { basis } } }` },
  {
    query: `{ viewer { profile { id ... on SocialProfile { ads ${AD} friends(first: 2) { nodes { id ads { id } } } }
      ... on PhotoProfile { suggestedProfiles { why profile { id suggestedProfiles { why } } } feedQuality ${QUALITY} } } } }`,
  },
  {
    query: `{ socialProfile(username: "benlindqvist") { id ads ${AD} linkedProfiles { nodes { id } } account { id } }
      photoProfile(username: "ada.sees") { id suggestedProfiles ${SUGGESTION} feedQuality ${QUALITY} avatar { url } } }`,
  },
  {
    query: `{ socialFeed(first: 5) { nodes { id text author { id ads { id } } } }
      photoFeed(first: 5) { nodes { id caption author { id feedQuality { score } } } } }`,
  },
  { query: '{ socialMe { id ads(first: 21) { id } } }' },
  { query: '{ photoMe { id suggestedProfiles(first: 0) { why } feedQuality { score } } }' },
  { query: '{ socialMe { messengerAdSignals { topics } } }' },
  {
    query: `mutation { createPost(input: { text: "Morning!", idempotencyKey: "morning" }) {
      post { id text author { id ads ${AD} } } errors { code } } }`,
  },
  {
    query: `mutation { postPhotoStory(input: { caption: "Morning!", audience: FOLLOWERS, idempotencyKey: "morning" }) {
      story { id author { id feedQuality ${QUALITY} suggestedProfiles { why } } } errors { code } } }`,
  },
  { query: ADS, broken: 'social_profiles' },
  { query: PHOTO, broken: 'photo_follows' },
]

/** What the accounts center shows, the way through the account's links among it. */
export const CENTER_QUESTIONS: readonly Question[] = [
  {
    query: `{ viewer { account { id
      links { id app state profile { id ... on SocialProfile { ads ${AD} } ... on PhotoProfile { feedQuality ${QUALITY} } } }
      consents { id from to purpose state granted since mayAskAgainAt receipt events { kind at noticeVersion } }
      features { feature from to available enabled since } ledger { nodes { index at body bodyHash previous hash } }
      dataUses { nodes { id from to purpose feature basis day count withheld } } ledgerHead { size head signature } }
      closedAccounts { id closedAt links { state } ledgerHead { size head } } linkRequests { id state } crosspostTargets } }`,
  },
]

const NOTES = { 'concord-consent-notes': '1' }
const HEADERS: readonly Readonly<Record<string, string>>[] = [NOTES, {}, { ...NOTES, 'sec-gpc': '1' }]

/** Asks one after the other, as this client; what comes first also without notes, and with Global Privacy Control. */
export async function askAll(graph: ObservedGraph, by: Who, questions: readonly Question[]): Promise<void> {
  for (const [index, { query, broken = null }] of questions.entries()) {
    for (const headers of index < 2 ? HEADERS : [NOTES]) {
      graph.breakReadsOf(broken)
      const { status, text } = await graph.ask(query, { by, headers })
      graph.answered(`${by.join(' by ')}: ${query}\n${status} ${text}`)
      graph.breakReadsOf(null)
    }
  }
}
