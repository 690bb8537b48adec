import { expect, test } from 'vitest'
import { copyDemoData } from '../../support/demoData.ts'
import { roll, told } from './rolling.ts'
import { isLong } from '../../support/long.ts'

/** Rolling restarts and a rotation of keys under load, over one embedded data directory: a minute, so only in long runs. */
test.runIf(isLong)('every process is restarted, keys rotate, a gateway is killed: nothing is lost', async () => {
  await using data = await copyDemoData()
  const rolled = await roll(data)
  console.info(told(rolled))
  expect(Math.min(rolled.reads, rolled.writes)).toBeGreaterThan(100)
})
