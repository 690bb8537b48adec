/**
 * What runtime, subgraphs and gateway count with. Whoever keeps the figures is chosen by the composition root; without
 * one nothing is counted and nothing is spent.
 *
 * A figure is a way out of the house like any other (consent.md, B29). So a label has a value out of a set that is known
 * before anybody asks: names of subgraphs, codes, outcomes; never an id, an argument, or a text of a client. What is
 * counted about consented data has no label that tells a person, a purpose or a reason, and a `step`.
 */
export interface Metrics {
  /** A number that only grows. The same figure again is the same number. */
  counter<Label extends string>(figure: Figure<Label>): Count<Label>
  /** How long something took, and how often that was. The same figure again is the same numbers. */
  timer<Label extends string>(figure: Figure<Label>): Time<Label>
  /** A number that is read when somebody looks. The same figure again is read from the newest reader. */
  gauge<Label extends string>(figure: Figure<Label>, read: () => readonly Reading<Label>[]): void
}

export interface Figure<Label extends string> {
  /** As Prometheus names it: `concord_store_calls_total`; seconds for timers. */
  readonly name: string
  /** A sentence for whoever reads it. */
  readonly help: string
  readonly labels: readonly Label[]
  /**
   * A counter is shown in whole multiples of this, rounded down, so that no look tells what became of one request.
   * Default: 1.
   */
  readonly step?: number
  /** How the gauges of several workers become one. Default: their sum. */
  readonly together?: 'sum' | 'min' | 'max'
}

export type LabelValues<Label extends string> = Readonly<Record<Label, string>>

/** Adds `by`. Default: 1. */
export type Count<Label extends string> = (values: LabelValues<Label>, by?: number) => void
export type Time<Label extends string> = (values: LabelValues<Label>, seconds: number) => void

export interface Reading<Label extends string> {
  readonly values: LabelValues<Label>
  readonly value: number
}

/** In what steps figures about consented data are shown: as `COUNT` publishes people. */
export const CONSENT_STEP = 10

const nothing = (): void => undefined

export const silentMetrics: Metrics = { counter: () => nothing, timer: () => nothing, gauge: nothing }
