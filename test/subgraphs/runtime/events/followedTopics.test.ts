import { expect, test } from 'vitest'
import { createFollowedTopics } from '../../../../subgraphs/runtime/events/followedTopics.ts'
import { createLooks } from '../../../../subgraphs/runtime/events/looks.ts'
import type { Topic } from '../../../../subgraphs/runtime/events/topic.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { quiet } from '../../../support/heldStorage.ts'

/* Answers of the store that come late, or in another order than they were asked for. */

function topicOf(epoch: string, size: number): Topic {
  return { _id: 'ada', rev: size, epoch, size, tail: [], keptUntil: 0 }
}

test('an older state that comes late changes nothing', () => {
  const followed = createFollowedTopics()
  const { latest } = followed.enter('ada')
  const mark = followed.mark()
  followed.show(topicOf('one', 5), mark)
  followed.show(topicOf('one', 4), mark)
  expect(latest()).toEqual(topicOf('one', 5))
})

test('a log that was asked for before a newer one was seen is the older one', () => {
  const followed = createFollowedTopics()
  const { latest } = followed.enter('ada')
  const [early, late] = [followed.mark(), followed.mark()]
  followed.show(topicOf('new', 1), late)
  followed.show(topicOf('old', 9), early)
  expect(latest()).toEqual(topicOf('new', 1))
  followed.show(topicOf('newest', 0), followed.mark())
  expect(latest()).toEqual(topicOf('newest', 0))
})

test('what is wanted while it is read is read once more: it may have changed since', async () => {
  const followed = createFollowedTopics()
  followed.enter('ada')
  const answers: ((topics: readonly Topic[]) => void)[] = []
  const look = () => new Promise<readonly Topic[]>((resolve) => answers.push(resolve))
  const looks = createLooks({ store: { look, append: fail, trim: fail }, followed, log: silentLog })
  const both = [looks.at(['ada']), looks.at(['ada', 'ada'])]
  for (let read = 0; read < 2; read++) {
    answers[read]!([topicOf('one', read)])
    await quiet()
  }
  await Promise.all(both)
  expect(answers).toHaveLength(2)
})

function fail(): never {
  throw new Error('not called')
}
