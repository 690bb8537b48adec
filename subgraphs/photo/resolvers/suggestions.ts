import { fault } from '../../runtime/errors/fault.ts'
import { LARGEST_PAGE_SIZE, positionBy } from '../../runtime/connections/connections.ts'
import { topicsIn } from '../../runtime/scalars/topicLists.ts'
import type { Topic } from '../../runtime/scalars/topics.ts'
import { isOwnProfile } from '../../runtime/subgraph/session.ts'
import type { Page, PageRequest } from '../../storage/port.ts'
import type { Context } from '../context.ts'
import type { PhotoBasis } from '../generated/types.ts'
import type { GivenProfile } from '../inputs.ts'
import type { ProfileRow } from '../rows.ts'
import { topicsOfPhoto } from '../rules/interestsInPhotos.ts'
import {
  mostFollowed,
  RECENT_FOLLOWS,
  type SuggestionReason,
  whySuggested,
} from '../rules/suggestionsArePopularProfiles.ts'
import { fitOf, fittingFirst, sharesNothing, whyItFits } from '../rules/suggestionsFitTopics.ts'
import { isFollowable } from './visible.ts'

interface Suggestion {
  readonly profile: ProfileRow
  readonly basis: PhotoBasis
  readonly why: string
}

interface Candidate {
  readonly profile: ProfileRow
  readonly reason: SuggestionReason
}

const DEFAULT_NUMBER = 10
/** Of all candidates together. */
const NEWEST_PHOTOS = 1_000
const NEWEST_FIRST = positionBy<ProfileRow>('createdAt')

/**
 * As many as asked where there are as many. Contextual: what is popular lately, then who is new. With topics of other
 * apps those of the first hundred contextual ones come first whose newest photos fit; without any nothing changes.
 */
export async function suggestedProfiles(
  context: Context,
  profile: GivenProfile,
  first: number | null | undefined,
): Promise<Suggestion[] | null> {
  const number = first ?? DEFAULT_NUMBER
  if (number < 1 || number > LARGEST_PAGE_SIZE) {
    throw fault('PAGE_SIZE_INVALID', { message: `"first" must be from 1 to ${LARGEST_PAGE_SIZE}, but got: ${number}.` })
  }
  if (!isOwnProfile(profile._id, context)) return null
  const shared = {
    messenger: topicsIn(profile.messengerPersonalizationSignals),
    social: topicsIn(profile.socialPersonalizationSignals),
  }
  if (sharesNothing(shared)) return (await contextual(context, number)).map(contextually)
  const candidates = await contextual(context, LARGEST_PAGE_SIZE)
  const photoTopics = await topicsOfNewestPhotos(context, candidates)
  const fitted = candidates.map((candidate) => {
    return { candidate, fit: fitOf(photoTopics.get(candidate.profile._id) ?? new Set(), shared) }
  })
  return fittingFirst(fitted)
    .slice(0, number)
    .map(({ candidate, fit }) =>
      fit === null
        ? contextually(candidate)
        : { profile: candidate.profile, basis: 'PERSONALIZED', why: whyItFits(fit, shared) },
    )
}

function contextually({ profile, reason }: Candidate): Suggestion {
  return { profile, basis: 'CONTEXTUAL', why: whySuggested(reason) }
}

async function contextual(context: Context, number: number): Promise<Candidate[]> {
  const popular = await followable(context, await popularProfiles(context), number)
  if (popular.length >= number) return popular
  return [...popular, ...(await newProfiles(context, popular, number - popular.length))]
}

/**
 * What the photos of public profiles are about, by profile: of their newest photos taken together, in one store call.
 * Who posts little while others post much may be left out, and then counts as not fitting.
 */
async function topicsOfNewestPhotos(
  { load }: Context,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, ReadonlySet<Topic>>> {
  const found = new Map(candidates.map(({ profile }) => [profile._id, new Set<Topic>()]))
  if (found.size === 0) return found
  const { items } = await load.store.photos.page('byAuthor', { authorId: [...found.keys()] }, { limit: NEWEST_PHOTOS })
  for (const photo of items) {
    const topics = found.get(photo.authorId)
    for (const topic of topicsOfPhoto(photo)) topics?.add(topic)
  }
  return found
}

async function popularProfiles({ load }: Context): Promise<Candidate[]> {
  const recent = await load.store.follows.page('byState', { state: 'FOLLOWING' }, { limit: RECENT_FOLLOWS })
  const profiles = await Promise.all(mostFollowed(recent.items).map((id) => load.profile.load(id)))
  return profiles.filter((profile) => profile !== null).map((profile) => ({ profile, reason: 'POPULAR' }))
}

/** The newest public profiles fill up, page by page past those whom the viewer follows already. */
async function newProfiles(context: Context, popular: readonly Candidate[], number: number): Promise<Candidate[]> {
  const { profiles } = context.load.store
  const known = new Set(popular.map(({ profile }) => profile._id))
  const found: Candidate[] = []
  let request: PageRequest | null = { limit: LARGEST_PAGE_SIZE }
  while (request !== null && found.length < number) {
    const page: Page<ProfileRow> = await profiles.page('byPrivacy', { private: false }, request)
    const others = page.items.filter((profile) => !known.has(profile._id))
    const candidates = others.map((profile): Candidate => ({ profile, reason: 'NEW' }))
    found.push(...(await followable(context, candidates, number - found.length)))
    const last = page.items.at(-1)
    request = page.hasMore && last !== undefined ? { limit: LARGEST_PAGE_SIZE, after: NEWEST_FIRST(last) } : null
  }
  return found
}

/** The first `number` whom the viewer can follow at once; asks the store for no more at a time than may be needed. */
async function followable(context: Context, candidates: readonly Candidate[], number: number): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (let start = 0; start < candidates.length && found.length < number; start += LARGEST_PAGE_SIZE) {
    const some = candidates.slice(start, start + LARGEST_PAGE_SIZE)
    const open = await Promise.all(some.map(({ profile }) => isFollowable(context, profile)))
    found.push(...some.filter((_, index) => open[index] === true))
  }
  return found.slice(0, number)
}
