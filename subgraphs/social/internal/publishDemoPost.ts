import { z } from 'zod'
import { fault } from '../../runtime/errors/fault.ts'
import { derivedId } from '../../runtime/idempotency/derivedId.ts'
import { defineInternalOperation, type InternalOperation } from '../../runtime/internal/internal.ts'
import { idempotencyKey } from '../../runtime/profiles/newProfile.ts'
import type { SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import { readText } from '../../runtime/text/text.ts'
import { LONGEST_POST } from '../rules/textHasALength.ts'
import type { SocialStore } from '../store.ts'

const input = z.strictObject({
  /** Sealed. */
  authorId: z.string(),
  text: z.string().refine((text) => readText(text, LONGEST_POST) === text, `must have 1 to ${LONGEST_POST} characters`),
  audience: z.enum(['FRIENDS', 'EVERYONE']).default('FRIENDS'),
  createdAt: z.iso.datetime(),
  /** The same key and author is the same call, without end: it answers the post that it published. */
  idempotencyKey,
})

/** `id` is sealed. */
const output = z.strictObject({ id: z.string() })

/**
 * Publishes a post of the demo people's past. Unlike `createPost`, whose keys are forgotten after a day, it may be
 * repeated whenever seeding goes on after an interruption. Throws the fault `INTERNAL_INPUT_INVALID`, also when there is
 * no such author.
 */
export function publishDemoPost(store: SocialStore, { ids }: Pick<SubgraphPorts, 'ids'>): InternalOperation {
  return defineInternalOperation({
    name: 'publishDemoPost',
    callers: ['seeder'],
    input,
    output,
    async run({ authorId: sealed, text, audience, createdAt, idempotencyKey: key }) {
      const authorId = ids.open(sealed, 'SocialProfile')
      const [author = null] = authorId === null ? [] : await store.profiles.getMany([authorId])
      if (authorId === null || author === null) {
        throw fault('INTERNAL_INPUT_INVALID', { message: '"authorId" must be of a profile, but there is none.' })
      }
      // Derived from the author's id too, which is random: nobody can guess it, and no other app derives the same.
      const _id = derivedId('demo post', authorId, key)
      // A conflict is an earlier attempt that came this far.
      const posted = Date.parse(createdAt)
      await store.posts.insert({ _id, authorId, text, audience, createdAt: posted, deleted: false })
      await store.activity.note(authorId, posted)
      return { id: ids.seal('Post', _id) }
    },
  })
}
