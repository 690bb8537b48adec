import { z } from 'zod'
import { fault } from '../../runtime/errors/fault.ts'
import { derivedId } from '../../runtime/idempotency/derivedId.ts'
import { defineInternalOperation, type InternalOperation } from '../../runtime/internal/internal.ts'
import { idempotencyKey } from '../../runtime/profiles/newProfile.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import { isDemoPicture } from '../pictures/catalogue.ts'
import type { PhotoStore } from '../store.ts'

const input = z.strictObject({
  /** Sealed. */
  authorId: z.string(),
  picture: z.string().refine(isDemoPicture, { message: 'must be a name in the catalogue of demo pictures' }),
  caption: z.string().trim().min(1).max(2_000).nullish(),
  /** When it was taken, and published at once. */
  takenAt: z.iso.datetime(),
  /** The same key and author is the same call, without end: it answers the photo that it published. */
  idempotencyKey,
})

const output = z.strictObject({ id: z.string() })

/** Publishes one of the pictures that ship with the package, until people can upload their own. Answers its sealed id. */
export function publishDemoPhoto(store: PhotoStore, { ids }: SubgraphPorts): InternalOperation {
  return defineInternalOperation({
    name: 'publishDemoPhoto',
    callers: ['seeder'],
    input,
    output,
    async run({ authorId: sealed, picture, caption = null, takenAt, idempotencyKey: key }) {
      const authorId = ids.open(sealed, 'PhotoProfile')
      const [author] = authorId === null ? [null] : await store.profiles.getMany([authorId])
      if (authorId === null || author === null) {
        throw fault('INTERNAL_INPUT_INVALID', { message: '"authorId" must be of a profile, but there is none.' })
      }
      // Derived from the author's id too, which is random: nobody can guess it, and no other app derives the same.
      const _id = derivedId('demo photo', authorId, key)
      const taken = Date.parse(takenAt)
      // A conflict is an earlier attempt that came this far.
      await store.photos.insert({ _id, authorId, picture, caption, takenAt: taken, publishedAt: taken })
      await store.activity.note(authorId, taken)
      return { id: ids.seal('Photo', _id) }
    },
  })
}
