import { describe, expect, it } from 'vitest'
import { countCalls } from '../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { createPhotoApp } from './photoApp.ts'

const FEED = `query ($first: Int) { photoFeed(first: $first) { nodes {
  caption likeCount likedByViewer media { url } takenAt author { id displayName username private bio viewerFollow }
} pageInfo { hasNextPage endCursor } } }`

const NESTED = `query ($first: Int) { photoFeed(first: $first) { nodes {
  comments(first: 2) { nodes { text author { displayName } } }
  author { posts(first: 1) { nodes { likeCount } } followers(first: 1) { nodes { username } } stories(first: 1) { nodes { id } } }
} } }`

const STORIES = 'query ($first: Int) { photoStories(first: $first) { nodes { caption author { displayName } } } }'

/** A viewer who follows 100 people, each with a photo and a story. */
async function createFeed() {
  const counted = countCalls(createMemoryStorage())
  const app = createPhotoApp(counted.storage)
  const viewer = await app.person('viewer')
  const authors = await Promise.all(Array.from({ length: 100 }, (_, index) => app.person(`author${index}`)))
  await Promise.all(
    authors.map(async (author) => {
      await app.follow(viewer, author)
      await app.photo(author, `by ${author.username}`)
      await app.story(author, `told by ${author.username}`)
    }),
  )
  async function calls(query: string, first: number): Promise<Record<string, number>> {
    counted.reset()
    await app.see(viewer, query, { first })
    return counted.calls()
  }
  return { calls }
}

describe('store calls do not depend on the number of items', async () => {
  const { calls } = await createFeed()

  it.each([
    ['the feed', FEED],
    ['lists inside the feed', NESTED],
    ['the stories', STORIES],
  ])('%s', async (_name, query) => {
    const one = await calls(query, 1)
    expect(await calls(query, 20)).toEqual(one)
    expect(await calls(query, 100)).toEqual(one)
  })

  it('the feed is lean', async () => {
    const lean =
      'query ($first: Int) { photoFeed(first: $first) { nodes { caption likeCount author { displayName } } } }'
    expect(await calls(lean, 20)).toEqual({
      'photo_follows.page': 1,
      'photo_photos.page': 1,
      'photo_blocks.getMany': 1,
      'photo_profiles.getMany': 1,
      'photo_likes.countMany': 1,
    })
  })
})
