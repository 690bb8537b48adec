import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { createDirectory } from '../../storage/lmdb/directory.ts'
import { forkScript, killNow, patience } from '../../storage/lmdb/processes/fork.ts'
import { startTalking } from './process.ts'

const { directory, remove } = createDirectory()
const child = forkScript('../../../runtime/events/process.ts', [directory])
afterEach(async () => {
  await killNow(child)
  remove()
})

test('two processes over one directory hear of each other, in the same order', { timeout: patience }, async () => {
  await once(child, 'message')
  const heard: { here: string[]; there: string[] } = { here: [], there: [] }
  let done = (): void => {}
  const allHeard = new Promise<void>((resolve) => (done = resolve))
  const hears = (words: string[]) => (word: string) => {
    words.push(word)
    if (heard.here.length === 20 && heard.there.length === 20) done()
  }
  const own = await startTalking(directory, hears(heard.here))
  child.on('message', hears(heard.there))
  for (let number = 0; number < 10; number++) {
    child.send(`there ${number}`)
    await own.say(`here ${number}`)
  }
  await allHeard
  await own.stop()
  expect(heard.here).toEqual(heard.there)
  expect(heard.here.filter((word) => word.startsWith('there'))).toHaveLength(10)
})
