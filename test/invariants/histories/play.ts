import { APPS, type App } from '../../../subgraphs/runtime/identity/identity.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { profileOf } from '../../subgraphs/accounts/town.ts'
import { Violation } from './acts.ts'
import { choicesOf, type Draft, draftOf, inApp, personOf, type Surroundings } from './deeds.ts'
import { checkChains, finale } from './finale.ts'
import type { Deed, Move } from './moves.ts'
import type { Processes } from './processes.ts'
import { createStage, type Heard, rest, type Stage } from './stage.ts'
import { type Tally, tallyOf } from './tally.ts'

export interface PlayOptions {
  /** An empty store. */
  readonly store: Storage
  readonly processes: Processes
}

/** Plays a history to its end; throws a `Violation` that tells all of it when something is not as the model says. */
export async function play(moves: readonly Move[], { store, processes }: PlayOptions): Promise<Tally> {
  const stage = createStage(store, processes)
  const client = createClient(stage)
  let kills = 0
  try {
    for (const move of moves) {
      stage.story.push(`  ${wordsOf(move)}`)
      switch (move.move) {
        case 'begin':
          client.begin(move.process, move.deed)
          break
        case 'go':
          for (let turn = 0; turn < move.turns; turn++) {
            await stage.settle()
            const held = stage.held()
            await held[move.which % (held.length || 1)]?.go()
          }
          break
        case 'pass':
          await stage.clock.advance(move.ms)
          break
        case 'kill': {
          const own = stage.held().filter(({ tag }) => tag.run?.process === move.process)
          if (own.length > 0) kills++
          await stage.kill(move.process, own[move.which % (own.length || 1)], move.taken)
          break
        }
        case 'rest':
          await rest(stage)
      }
      await stage.settle()
    }
    await finale(stage)
    await checkChains(store, stage)
    stage.end()
    return tallyOf(stage, kills)
  } catch (error) {
    if (!(error instanceof Violation)) throw error
    throw new Violation(`${error.message}\n${stage.story.slice(-400).join('\n')}`, { cause: error })
  }
}

/** The clients: they send acts and, in a ceremony, one after the other, each again once when its process has died. */
function createClient(stage: Stage) {
  const sent: Draft[] = []
  let keys = 0

  const around = (): Surroundings => ({
    world: stage.witness.world(),
    seconds: Math.floor(stage.clock.wall() / 1000),
    newKey: () => `own key ${keys++}`,
  })

  function send(process: 0 | 1, draft: Draft): Promise<Heard> {
    sent.push(draft)
    stage.story.push(`    #${stage.witness.runs.length + 1} at process ${process}: ${wordsOfDraft(draft)}`)
    return stage.begin(process, draft)
  }

  async function sendTwice(process: 0 | 1, draft: Draft): Promise<Heard> {
    const heard = await send(process, draft)
    return heard === 'LOST' ? send(process, draft) : heard
  }

  async function ceremony(process: 0 | 1, deed: Deed & { do: 'ceremony' }): Promise<void> {
    const { person, opener, from, app, yes, acts } = deed
    const asker = () => inApp(person, from, around())
    const other = () => inApp(opener, app, around())
    const elsewhere = process === 0 ? 1 : 0
    const requested = await sendTwice(process, { do: 'requestLink', ...asker(), app, key: around().newKey() })
    if (requested === 'LOST' || requested.request === undefined || acts < 2) return
    const { request } = requested
    const code = around().world.requests[request]?.code ?? ''
    const opened = await sendTwice(elsewhere, { do: 'openLink', ...other(), code })
    if (opened === 'LOST' || opened.code !== null || acts < 3) return
    const choices = choicesOf(around().world.requests[request]?.offers ?? [], yes, 'none')
    const confirmed = await sendTwice(elsewhere, { do: 'confirmLink', ...other(), request, choices })
    if (confirmed === 'LOST' || confirmed.code !== null || acts < 4) return
    await sendTwice(process, { do: 'approveLink', ...asker(), request })
  }

  function begin(process: 0 | 1, deed: Deed): void {
    if (deed.do === 'ceremony') return void ceremony(process, deed)
    const draft = deed.do === 'again' ? sent.at(-1 - deed.nth) : draftOf(deed, around())
    if (draft !== null && draft !== undefined) void send(process, draft)
  }

  return { begin }
}

function wordsOf(move: Move): string {
  switch (move.move) {
    case 'begin':
      return `begin ${move.deed.do}`
    case 'go':
      return `the ${move.which + 1}. of the held calls goes, ${move.turns} times`
    case 'pass':
      return `${move.ms} ms pass`
    case 'kill':
      return `process ${move.process} dies ${move.taken ? 'after' : 'before'} its ${move.which + 1}. held call`
    case 'rest':
      return 'all that is under way ends'
  }
}

/** Ids are made readable: profiles by person and app, everything else by its first letters. */
export function wordsOfDraft({ do: what, client, by, ...rest }: Draft): string {
  const who = by.map(({ app, id }) => `${personOf(id)}'s ${app}`).join(' and ')
  const names = new Map(
    APPS.flatMap((app: App) => by.map(({ id }) => [profileOf(app, personOf(id)), `${personOf(id)}'s ${app}`])),
  )
  const details = JSON.stringify(rest, (_, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? (/^[\w-]{22}$/.test(value) ? value.slice(0, 6) : value)) : value,
  )
  return `${what} by ${who} (${client}) ${details}`
}
