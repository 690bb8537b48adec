import { type Copy, pairOf, type Reach, type Target, TARGETS, Violation } from './acts.ts'

/** What an app shows of the author's stories, by who looks. */
export type Sight = Readonly<Record<Target, SightOfApp>>
export interface SightOfApp {
  readonly author: readonly Copy[]
  /** Who follows the author there, somebody else, and somebody who is signed out; absent where nobody looked. */
  readonly follower?: readonly Copy[]
  readonly stranger?: readonly Copy[]
  readonly nobody?: readonly Copy[]
}

/** Rules that hold at every moment, whatever is under way; each throws a `Violation`. */
export interface Never {
  posted(status: number, expiresAt: number): void
  /** A share or a retry was begun, which may make a copy (again) from now on. */
  mayShow(status: number, target: Target, share: { readonly reach: Reach; readonly text: string } | null): void
  edited(status: number, text: string): void
  /** It can make no copy any more. */
  isOver(status: number, target: Target): void
  /** Something was begun that may allow again what was taken away. */
  mayAllow(): void
  /** A taking away has answered: from now on nothing new comes there. `sight` is of this very moment. */
  tookAway(target: Target, sight: Sight): void
  look(sight: Sight, now: number): void
}

/** What is known of a status in one target. */
interface Pair {
  readonly status: number
  readonly target: Target
  /** What the person handed over for it so far. */
  readonly texts: Set<string>
  readonly reaches: Set<Reach>
  /** Acts under way that may make a copy. */
  underWay: number
  /** Since something was taken away: what was to be seen then. Only that may still be seen. */
  frozen: { readonly copy: Copy | undefined } | null
  narrowed: boolean
}

/** A copy that was seen at some time. */
interface Seen {
  gone: boolean
  /** Its texts in the order in which they were seen. */
  readonly texts: string[]
}

export function createNever(): Never {
  const expiries: number[] = []
  const pairs = new Map<string, Pair>()
  const copies = new Map<string, Seen>()

  function pairAt(status: number, target: Target): Pair {
    const key = pairOf(status, target)
    const known = pairs.get(key)
    if (known !== undefined) return known
    const made = { status, target, texts: new Set<string>(), reaches: new Set<Reach>() }
    const pair: Pair = { ...made, underWay: 0, frozen: null, narrowed: false }
    pairs.set(key, pair)
    return pair
  }

  function look(sight: Sight, now: number): void {
    for (const target of TARGETS) {
      const { author, follower, stranger, nobody } = sight[target]
      const numbers = author.map((copy) => {
        checkCopy(copy, target, now)
        return statusOfText(copy.text)
      })
      must(new Set(numbers).size === numbers.length, `I13: two copies of one status in ${target}`, author)
      const open = author.filter(({ reach }) => reach === 'EVERYONE')
      if (follower) must(same(follower, author), `a follower in ${target} must see what the author sees`, follower)
      if (stranger) must(same(stranger, open), `I13: a stranger in ${target} must see what is for everybody`, stranger)
      if (nobody) must(same(nobody, open), `I13: who is signed out of ${target} must see what is for everybody`, nobody)
      for (const [id, seen] of copies) {
        if (id.startsWith(target) && !author.some((copy) => `${target} ${copy.id}` === id)) seen.gone = true
      }
    }
  }

  function checkCopy(copy: Copy, target: Target, now: number): void {
    const number = statusOfText(copy.text)
    const pair = pairs.get(pairOf(number, target))
    const expiresAt = expiries[number] ?? 0
    must(pair !== undefined && copy.from === 'MESSENGER', `I7: ${target} shows what was never shared there`, copy)
    must(now < expiresAt, `I13: ${target} shows a copy after its status expired at ${expiresAt}`, copy)
    must(copy.expiresAt === expiresAt, `I13: a copy in ${target} must expire with its status, at ${expiresAt}`, copy)
    must(pair.texts.has(copy.text ?? ''), `I7: ${target} shows what the author did not hand over for it`, copy)
    must(pair.reaches.has(copy.reach), `I13: ${target} shows a copy wider than was ever chosen`, copy)
    must(!(pair.narrowed && copy.reach === 'EVERYONE'), `I13: a copy in ${target} became wider again`, copy)
    if (copy.reach === 'CIRCLE') pair.narrowed = true
    if (pair.frozen !== null) {
      must(isOf(pair.frozen.copy, copy), `I9: ${target} was given something after it was taken away`, copy)
    }
    checkStory(copy, target)
  }

  function checkStory(copy: Copy, target: Target): void {
    const key = `${target} ${copy.id}`
    const seen = copies.get(key) ?? { gone: false, texts: [] }
    copies.set(key, seen)
    must(!seen.gone, `I10: a copy in ${target} that had gone came back`, copy)
    const text = copy.text ?? ''
    if (seen.texts.at(-1) === text) return
    must(!seen.texts.includes(text), `I10: a text of before came back in ${target}`, [copy, seen.texts])
    seen.texts.push(text)
  }

  return {
    posted: (status, expiresAt) => void (expiries[status] = expiresAt),
    mayShow(status, target, share) {
      const pair = pairAt(status, target)
      pair.underWay++
      pair.frozen = null
      if (share === null) return
      pair.texts.add(share.text)
      pair.reaches.add(share.reach)
    },
    edited(status, text) {
      for (const target of TARGETS) pairs.get(pairOf(status, target))?.texts.add(text)
    },
    isOver: (status, target) => void pairAt(status, target).underWay--,
    mayAllow() {
      for (const pair of pairs.values()) if (pair.underWay > 0) pair.frozen = null
    },
    tookAway(target, sight) {
      for (const pair of pairs.values()) {
        if (pair.target !== target || pair.frozen !== null) continue
        pair.frozen = { copy: sight[target].author.find(({ text }) => statusOfText(text) === pair.status) }
      }
    },
    look,
  }
}

/** Every text of a history begins with the number of its status. */
export const textOf = (status: number, serial: number): string => `status ${status}, text ${serial}`

export function statusOfText(text: string | null): number {
  return Number(/^status (\d+),/.exec(text ?? '')?.[1] ?? NaN)
}

function isOf(before: Copy | undefined, copy: Copy): boolean {
  return before?.id === copy.id && before.text === copy.text && before.reach === copy.reach
}

function same(left: readonly Copy[], right: readonly Copy[]): boolean {
  const keysOf = (copies: readonly Copy[]) => copies.map((copy) => JSON.stringify(copy)).sort()
  return keysOf(left).join() === keysOf(right).join()
}

function must(holds: boolean, rule: string, found: unknown): asserts holds {
  if (!holds) throw new Violation(`${rule}: ${JSON.stringify(found)}`)
}
