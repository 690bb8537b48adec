import { fault } from '../../../subgraphs/runtime/errors/fault.ts'
import type { InternalCalls } from '../../../subgraphs/runtime/internal/client.ts'
import type { Service } from './processes.ts'
import { type Place, type Running, serviceAt } from './running.ts'

/** An internal call on its way. */
export interface Message {
  readonly from: Place
  readonly to: Service
  readonly operation: string
  readonly input: unknown
}

/**
 * What becomes of a call. `deliver`: it is answered. `lose`: it never arrives. `cut`: it arrives, but its caller has
 * given up. `stall`: its caller gives up, and it arrives later if ever. `double`: it arrives twice.
 */
export type Fate = 'deliver' | 'lose' | 'cut' | 'stall' | 'double'

export interface Waiting extends Message {
  meet(fate: Fate): void
}

/** The way between the services, where calls wait until a test says what becomes of each. */
export interface Network {
  callsOf(from: Place, isAlive: () => boolean): InternalCalls
  waiting(): readonly Waiting[]
  /** Everything that was ever sent, oldest first. */
  sent(): readonly Message[]
  /** A call arrives once more, from nowhere. */
  replay(message: Message): void
  /** How many such calls are at work in that service. */
  atWork(to: Service, operation: string): number
}

export interface NetworkOptions {
  /** Whether calls wait; otherwise `fateOf` says at once what becomes of them. */
  readonly holds: () => boolean
  readonly fateOf: (message: Message) => Fate
  /** Who answers for a service now; it is started if it must be. */
  readonly receiver: (service: Service) => Running
  /** Told when a call met its fate, and what it was answered if anything was. */
  readonly onFate: (message: Message, fate: Fate) => void
  readonly onAnswer: (message: Message, output: unknown) => void
}

export function createNetwork(options: NetworkOptions): Network {
  const { holds, fateOf, receiver, onFate, onAnswer } = options
  const sent: Message[] = []
  let waiting: Waiting[] = []
  const working = new Map<string, number>()

  function callsOf(from: Place, isAlive: () => boolean): InternalCalls {
    const call = (to: string, operation: string, input: unknown): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (!isAlive()) return
        const message: Message = { from, to: to as Service, operation, input: structuredClone(input) }
        const settle = <T>(how: (value: T) => void) => {
          return (value: T): void => (isAlive() ? how(value) : undefined)
        }
        send(message, { resolve: settle(resolve), reject: settle(reject) })
      })
    return { call }
  }

  function send(message: Message, caller: { resolve: (output: unknown) => void; reject: (error: unknown) => void }) {
    sent.push(message)
    const meet = (fate: Fate): void => {
      waiting = waiting.filter((each) => each !== entry)
      onFate(message, fate)
      if (fate === 'lose') return caller.reject(fault('SUBGRAPH_UNREACHABLE'))
      if (fate === 'stall') return caller.reject(fault('SUBGRAPH_TIMEOUT'))
      const answer = arrive(message)
      if (fate === 'double') replay(message)
      if (fate === 'cut') return caller.reject(fault('SUBGRAPH_TIMEOUT'))
      answer.then(caller.resolve, caller.reject)
    }
    const entry: Waiting = { ...message, meet }
    if (!holds()) return meet(fateOf(message))
    waiting.push(entry)
  }

  /** Rejects as well when the receiver dies at work: it may have acted. */
  function arrive(message: Message): Promise<unknown> {
    const { from, to, operation, input } = message
    const running = receiver(to)
    const key = `${to}.${operation}`
    working.set(key, (working.get(key) ?? 0) + 1)
    const answer = new Promise((resolve, reject) => {
      running.onDeath(() => reject(fault('SUBGRAPH_UNREACHABLE')))
      running.process.subgraph
        .callInternal(operation, serviceAt(from), structuredClone(input))
        .then((output) => resolve(structuredClone(output)), reject)
    })
    answer.then(
      (output) => onAnswer(message, output),
      () => undefined,
    )
    const end = (): void => void working.set(key, (working.get(key) ?? 1) - 1)
    answer.then(end, end)
    return answer
  }

  const replay = (message: Message): void => void arrive(message).catch(() => undefined)

  return {
    callsOf,
    waiting: () => waiting,
    sent: () => sent,
    replay,
    atWork: (to, operation) => working.get(`${to}.${operation}`) ?? 0,
  }
}
