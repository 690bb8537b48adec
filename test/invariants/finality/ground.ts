import { openSync, writeSync } from 'node:fs'
import { pino } from 'pino'
import type { FamilyOptions } from '../../../bin/house/family.ts'
import { createLog, type House, openConfiguredKeys } from '../../../bin/house/house.ts'
import { loadContract } from '../../../schema/contract.ts'
import type { AcceptanceTest } from '../../../subgraphs/runtime/grants/acceptance.ts'
import { systemRandom } from '../../../subgraphs/runtime/random/systemRandom.ts'
import type { MemberPlan, NotedTest, Order, Report } from './protocol.ts'
import { createSharedClock } from './sharedClock.ts'

/*
 * What every process of the installation that I9 is tested on stands on: the house as the commands put it together, on a
 * wall clock that is off by so much, with each deciding test written down before its outcome is used.
 */

export const plan = JSON.parse(process.argv[2] ?? '') as MemberPlan

const clock = createSharedClock(plan)

/** A house without its store, which a gateway does not have. */
export const ground: Omit<House, 'storage' | 'close'> = {
  configuration: plan.configuration,
  contract: loadContract(),
  keys: openConfiguredKeys(plan.configuration),
  clock,
  random: systemRandom,
  log: createLog(
    { ...plan.configuration, log: { level: 'info' } },
    pino.destination({ dest: plan.logged, sync: true }),
  ),
}

export const family: FamilyOptions = { mediaUrl: 'https://media.concord.example', onAcceptance: note }

/** Any free port of this machine. */
export const address = { host: '127.0.0.1', port: 0 }

const notes = openSync(plan.notes, 'a')

/** At once and in one write: what was written is there however the process ends. */
export function note(at: string, test: AcceptanceTest): void {
  const noted: NotedTest = { at, offset: clock.offset(), ...test }
  writeSync(notes, `${JSON.stringify(noted)}\n`)
}

export function report(message: Report): void {
  process.send?.(message)
}

process.on('message', (order: Order) => {
  if (!('offset' in order)) return
  clock.set(order.offset)
  report({ done: true })
})

// Nobody else ends it when the test was killed.
process.on('disconnect', () => process.exit())
