import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doctor } from '../../../bin/commands/doctor.ts'
import { subgraph } from '../../../bin/commands/subgraph.ts'
import { explainConfiguration } from '../../../bin/configuration.ts'
import type { Finding } from '../../../bin/doctor/finding.ts'
import { createCleanup } from '../../support/cleanup.ts'
import { runCommand } from '../../support/commands.ts'
import { ROOT_SECRET } from '../../support/demoData.ts'

const cleanup = createCleanup()
const data = mkdtempSync(join(tmpdir(), 'concord-doctor-'))
cleanup.add(async () => rmSync(data, { recursive: true, force: true }))
beforeAll(async () => {
  const running = await runCommand(data, (configuration, output) => subgraph(configuration, 'photo', output))
  cleanup.add(() => running[Symbol.asyncDispose]())
})
afterAll(cleanup.run)

interface Examined {
  readonly code: number
  readonly text: string
  /** `status found` of the first finding with this name. */
  readonly of: (what: string) => string | undefined
}

async function examine(flags: Record<string, unknown>, env: NodeJS.ProcessEnv = {}): Promise<Examined> {
  let text = ''
  const output = { write: (line: unknown) => ((text += String(line)), true) }
  const configured = () => explainConfiguration(undefined, env, { data, ...flags })
  const code = await doctor({ json: true, configured }, output)
  const { findings } = JSON.parse(text) as { findings: readonly Finding[] }
  const of = (what: string): string | undefined => {
    const found = findings.find((finding) => finding.what === what)
    return found && `${found.status} ${found.found}`
  }
  return { code, text, of }
}

const keys = { rootSecret: ROOT_SECRET }

describe('concord doctor', () => {
  test('finds an installation in order: its configuration, keys, store and processes', async () => {
    const { code, of, text } = await examine({ keys }, { PORT: '5000' })
    expect(code).toBe(0)
    expect(of('port')).toBe('ok 5000 (PORT)')
    expect(of('limits.depth')).toBe('ok 20 (default)')
    expect(of('keys.rootSecret')).toBe('ok set, not shown (a flag)')
    expect(of('root secret')).toMatch(/^ok fingerprint [\w-]{12}, from the configuration$/)
    expect(of('reachable, writable')).toBe('ok a write was acknowledged')
    expect(of('belongs to us')).toBe('ok ids open with our secret')
    expect(of('indexes')).toMatch(/^ok those of \d+ collections; \d+ collections are not in use yet$/)
    expect(of('subgraph photo')).toMatch(/^ok \d+\.\d+\.\d+, .*Node v\d+/)
    expect(text).not.toContain(ROOT_SECRET)
  })

  test('finds a store and a process of another secret, and says what to do', async () => {
    const { code, of, text } = await examine({ keys: { rootSecret: 'r'.repeat(43) } })
    expect([code, of('belongs to us')]).toEqual([1, 'fail its ids were made with another secret'])
    expect(of('subgraph photo')).toMatch(/^fail another permanent secret: /)
    expect(text).toContain('Configure the same keys.')
  })

  test('shows no credentials of a store, and that it cannot be reached', async () => {
    const store = 'mongodb://ada:hunter2@127.0.0.1:1/concord?authSource=canary&serverSelectionTimeoutMS=50'
    const { code, of, text } = await examine({ keys, store })
    expect([code, of('store')]).toEqual([1, 'ok mongodb://…@127.0.0.1:1/concord?… (a flag)'])
    expect(of('server')).toMatch(/^fail STORE_UNAVAILABLE/)
    expect(text).not.toMatch(/hunter2|canary/)
  }, 20_000)

  test('a configuration that does not hold is a finding, and nothing else is looked at', async () => {
    const { code, of } = await examine({ port: 70_000 })
    expect([code, of('all')]).toEqual([1, expect.stringMatching(/^fail .*port/s)])
  })

  test('makes nothing where there is nothing', async () => {
    const { code, of } = await examine({ data: join(data, 'none') })
    expect([code, of('root secret'), of('kind')]).toEqual([
      0,
      expect.stringMatching(/^warn none in /),
      expect.stringMatching(/^warn none yet in /),
    ])
  })
})
