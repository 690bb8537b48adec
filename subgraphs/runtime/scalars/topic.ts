import { textScalar } from './textScalar.ts'
import { isTopic } from './topics.ts'

/** A category of the published vocabulary (`TOPICS`); never free text, so that no person's words can travel in it. */
export const TopicScalar = textScalar({
  name: 'Topic',
  expected: 'a category of https://concord.example/topics/v1',
  write: (value) => (isTopic(value) ? value : null),
  read: (value) => (isTopic(value) ? value : null),
})
