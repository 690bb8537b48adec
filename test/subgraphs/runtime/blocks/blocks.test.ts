import { describe, expect, test } from 'vitest'
import {
  blockHides,
  blockRefusal,
  blocksIn,
  liftBlock,
  NO_BLOCK,
  readBlocks,
  setBlock,
} from '../../../../subgraphs/runtime/blocks/blocks.ts'
import { countCalls } from '../../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'

function register() {
  const counted = countCalls(createMemoryStorage())
  const blocks = counted.storage.collection(blocksIn('blocks'))
  const ended: string[] = []
  const end = async (one: string, other: string) => {
    const [state] = await readBlocks(blocks, one, [other])
    ended.push(`${one} ${other}${state?.byViewer === true ? ' while blocked' : ''}`)
  }
  const block = (blockerId: string, blockedId: string, endTies = end) =>
    setBlock(blocks, { blockerId, blockedId, blockedAt: 1 }, endTies)
  const lift = (blockerId: string, blockedId: string) => liftBlock(blocks, blockerId, blockedId, end)
  const reads = () => counted.calls()['blocks.getMany'] ?? 0
  return { blocks, reads, ended, block, lift }
}

describe('a block', () => {
  test('is seen from both sides, in one call for any number of people', async () => {
    const { blocks, block, reads } = register()
    await block('ana', 'ben')
    await block('cleo', 'ana')
    const before = reads()
    expect(await readBlocks(blocks, 'ana', ['ben', 'cleo', 'dora'])).toEqual([
      { byViewer: true, ofViewer: false },
      { byViewer: false, ofViewer: true },
      NO_BLOCK,
    ])
    expect(reads()).toBe(before + 1)
  })

  test('stands before what was between the two ends, also when it is set again', async () => {
    const { block, ended } = register()
    await block('ana', 'ben')
    await block('ana', 'ben')
    expect(ended).toEqual(['ana ben while blocked', 'ana ben while blocked'])
  })

  test('stands when ending what was between the two fails', async () => {
    const { blocks, block } = register()
    const fails = () => Promise.reject(new Error('the store is away'))
    await expect(block('ana', 'ben', fails)).rejects.toThrow('the store is away')
    expect(await readBlocks(blocks, 'ben', ['ana'])).toEqual([{ byViewer: false, ofViewer: true }])
  })

  test('goes after whatever was left behind it, and only the maker’s own', async () => {
    const { blocks, block, lift, ended } = register()
    await block('ana', 'ben')
    await block('ben', 'ana')
    ended.length = 0
    await lift('ana', 'ben')
    expect(ended).toEqual(['ana ben while blocked'])
    expect(await readBlocks(blocks, 'ana', ['ben'])).toEqual([{ byViewer: false, ofViewer: true }])
  })

  test('that is not there ends nothing when it is lifted', async () => {
    const { lift, ended } = register()
    await lift('ana', 'ben')
    expect(ended).toEqual([])
  })
})

test.each([
  [NO_BLOCK, false, null],
  [{ byViewer: true, ofViewer: false }, true, 'BLOCKED'],
  [{ byViewer: false, ofViewer: true }, true, 'PROFILE_NOT_FOUND'],
  [{ byViewer: true, ofViewer: true }, true, 'BLOCKED'],
])('%o hides: %s; refuses with %s', (state, hides, refusal) => {
  expect(blockHides(state)).toBe(hides)
  expect(blockRefusal(state)).toBe(refusal)
})
