import type { Purpose } from '../../../schema/registry.ts'

/** An object of the data; everything about it follows from these. */
export interface Thing {
  readonly __typename: string
  /** Which one of its type: `p2` of persons, `e2` of other things, longer where it stands inside something. */
  readonly key: string
  /** Whose it is, 0 to 3: the number of a human being, the same in every app. */
  readonly person: number
  /** What everything about it is made of, if it is made of something. */
  readonly made?: Canary | undefined
  /** The representation that named it. */
  readonly given?: Readonly<Record<string, unknown>> | undefined
  /** Of a value type: the field of an entity that it hangs below. */
  readonly under?: Coordinate | undefined
}

export interface Coordinate {
  readonly type: string
  readonly field: string
}

/** What a value is, wherever it turns up. */
export type Canary =
  | {
      readonly kind: 'plain'
      readonly by: string
      readonly at: Coordinate
      readonly key: string
      /** As of the thing. */
      readonly under?: Coordinate | undefined
    }
  /** Names a thing: its `id`, or whatever its key is. */
  | { readonly kind: 'id'; readonly at: Coordinate; readonly thing: Thing }
  | ({ readonly kind: 'grant' } & OfConsent)
  | ({ readonly kind: 'consented' } & OfConsent)
  /** Made of consented data by `by`; `thing` where it is about one that was chosen by it. */
  | {
      readonly kind: 'result'
      readonly by: string
      readonly subject: number
      readonly at: Coordinate
      readonly thing?: Thing
    }

/** What consented data, and the grant that opens it, is of. */
export interface OfConsent {
  readonly type: string
  readonly from: string
  readonly purpose: Purpose
  readonly subject: number
  readonly at: Coordinate
}

/** Where numbers that stand for something begin: no list or constant is as long. */
const NUMBERS = 5_000_000
/** How long after the start a value may say that it holds: as long as grants live. */
const LONGEST = 500

/** Every value of a run stands for what it is: as text, as a number, or as a moment. */
export class Canaries {
  private readonly known: Canary[] = []
  private readonly numbers = new Map<string, number>()
  private readonly moments = new Map<string, Canary>()
  private readonly momentOf = new Map<string, string>()
  private readonly start: number

  constructor(start: number) {
    this.start = start
  }

  text(canary: Canary): string {
    return `~${this.numberOf(canary)}~`
  }

  int(canary: Canary): number {
    return NUMBERS + this.numberOf(canary)
  }

  /** A moment within the life of a grant. */
  moment(canary: Canary): string {
    const key = JSON.stringify(canary)
    const known = this.momentOf.get(key)
    if (known !== undefined) return known
    if (this.moments.size === LONGEST) throw new Error('A run has no more moments than a grant has milliseconds.')
    const text = new Date(this.start + LONGEST - this.moments.size).toISOString()
    this.moments.set(text, canary)
    this.momentOf.set(key, text)
    return text
  }

  /** All that stands in a value or a text. */
  in(value: unknown): readonly Canary[] {
    if (typeof value === 'number') return this.at(value - NUMBERS)
    if (typeof value === 'object' && value !== null) return Object.values(value).flatMap((one) => this.in(one))
    if (typeof value !== 'string') return []
    const numbers = [...value.matchAll(/~(\d+)~/g)].flatMap(([, digits]) => this.at(Number(digits)))
    const moments = [...value.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)].flatMap(([text]) => this.moments.get(text) ?? [])
    const bare = [...value.matchAll(/\b\d{7}\b/g)].flatMap(([digits]) => this.at(Number(digits) - NUMBERS))
    return [...numbers, ...moments, ...bare]
  }

  private at(number: number): readonly Canary[] {
    const canary = this.known[number]
    return canary ? [canary] : []
  }

  private numberOf(canary: Canary): number {
    const key = JSON.stringify(canary)
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.known.push(canary)
    this.numbers.set(key, this.known.length - 1)
    return this.known.length - 1
  }
}
