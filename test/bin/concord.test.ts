import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAsker, type Asker, type Who } from '../support/asker.ts'
import { concord, type Child, type ChildOptions } from '../support/child.ts'
import { copyDemoData, ROOT_SECRET, temporaryDirectory, type DemoData } from '../support/demoData.ts'

/** The command line as an operator has it: exit codes, signals, what survives them. */
const folder = temporaryDirectory()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command to its end. */
async function run(args: readonly string[], options?: ChildOptions): Promise<{ code: unknown; output: string }> {
  await using child = concord(args, options)
  return { code: await child.ended, output: child.output() }
}

function fileOf(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

describe.concurrent('exit codes', { timeout: 60_000 }, () => {
  test.each<[string, readonly string[], number, RegExp, ChildOptions?]>([
    ['help', ['--help'], 0, /Examples:[\s\S]*Exit codes: 0 done, 1 problems, 2 usage, 78/],
    ['no command', [], 2, /Usage: concord/],
    ['a flag that is missing', ['gateway'], 2, /--supergraph <file>' not specified/],
    ['a port that is none', ['start', '--port', 'many'], 78, /port/],
    ['an unknown key', ['start', '--config', fileOf('unknown.yaml', 'prot: 4000\n')], 78, /"prot"/],
    ['a misspelt variable', ['start'], 78, /CONCORD_ROOT_SECRT/, { env: { CONCORD_ROOT_SECRT: 'x' } }],
    ['no supergraph', ['gateway', '--supergraph', join(folder, 'none.graphql')], 78, /--supergraph must name/],
    ['an operation that is none', ['plan', fileOf('wrong.graphql', '{ photoFeed { nothing } }')], 1, /"nothing"/],
  ])('%s', async (_what, args, code, says, options) => {
    const { output, code: actual } = await run(args, options)
    expect(output).toMatch(says)
    expect(actual).toBe(code)
    // Words for an operator, not a stack.
    expect(output).not.toMatch(/^\s+at /m)
  })

  test('a port that somebody has is a problem', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => holder.once('listening', resolve))
    const { port } = holder.address() as AddressInfo
    const { code, output } = await run([
      'subgraph',
      'accounts',
      '--data',
      join(folder, 'taken'),
      '--port',
      String(port),
    ])
    holder.close()
    expect([code, output]).toEqual([1, expect.stringMatching(/EADDRINUSE.*\n$/)])
  })
})

interface Started extends AsyncDisposable {
  readonly child: Child
  readonly asked: Asker
}

const SECRET = { env: { CONCORD_ROOT_SECRET: ROOT_SECRET } }
const ADA: Who = ['Ada Okafor', 'SOCIAL']
const post = (text: string) =>
  `mutation { createPost(input: { text: "${text}", idempotencyKey: "${text}" }) { post { id } errors { code } } }`
const MINE = '{ socialMe { posts(first: 5) { nodes { text } } } }'

describe('concord start --demo', () => {
  let data: DemoData
  beforeAll(async () => {
    data = await copyDemoData()
  })
  afterAll(() => data[Symbol.asyncDispose]())

  /** Ready, with tokens from `/dev/personas`. */
  async function start(): Promise<Started> {
    const child = concord(['start', '--demo', '--data', data.directory, '--port', '0'], SECRET)
    try {
      const url =
        (await child.prints(/Playground +(http:\/\/127\.0\.0\.1:\d+)\//)).split(/\s+/)[1]?.replace(/\/$/, '') ?? ''
      const personas = (await (await fetch(`${url}/dev/personas`)).json()) as Listed[]
      const token = async ([name, client]: Who) => personas.find((one) => one.name === name)?.tokens[client] ?? ''
      return { child, asked: createAsker(url, token), [Symbol.asyncDispose]: () => child[Symbol.asyncDispose]() }
    } catch (error) {
      await child[Symbol.asyncDispose]()
      throw error
    }
  }

  /** The exit code, and how many milliseconds it took. */
  async function interrupt({ child }: Started): Promise<{ code: unknown; ms: number }> {
    const since = performance.now()
    child.kill('SIGINT')
    return { code: await child.ended, ms: performance.now() - since }
  }

  const newestOf = async ({ asked }: Started): Promise<string> =>
    (await asked.data(MINE, { by: ADA })).socialMe.posts.nodes[0].text

  test('runs twice over one data directory, ends within two seconds of Ctrl-C, and keeps what it acknowledged', async () => {
    const [one, other] = await Promise.all([start(), start()])
    await using _one = one
    await using _other = other
    expect(one.child.output()).toMatch(/Be Ada Okafor[\s\S]*curl -s http/)
    await other.asked.data(post('From the other.'), { by: ADA })
    expect(await newestOf(one)).toBe('From the other.')
    // Acknowledged a moment before the signal.
    await one.asked.data(post('Just before.'), { by: ADA })
    const { code, ms } = await interrupt(one)
    expect([code, await newestOf(other)]).toEqual([0, 'Just before.'])
    expect(ms).toBeLessThan(2_000)
    await other.asked.data(post('Last of all.'), { by: ADA })
    expect((await interrupt(other)).code).toBe(0)

    await using again = await start()
    expect(await newestOf(again)).toBe('Last of all.')
    // The demo people are there already: nobody is made anew.
    expect(again.child.output()).not.toContain('Making the demo people')
    // A token of the command line, for the same directory, is as good as one of /dev/personas.
    const profile = data.profiles['Ada Okafor']?.PHOTO ?? ''
    const args = ['token', '--client', 'PHOTO', '--profiles', profile, '--data', data.directory]
    const { output: token } = await run(args, SECRET)
    const headers = { authorization: `Bearer ${token.trim()}` }
    expect(await again.asked.data('{ photoMe { id } }', { headers })).toEqual({ photoMe: { id: profile } })
    expect((await interrupt(again)).code).toBe(0)
  }, 120_000)
})

interface Listed {
  readonly name: string
  readonly tokens: Readonly<Record<string, string>>
}
