import type { CollectionDefinition, PatchOperations, StoredDocument } from '../../../../../subgraphs/storage/port.ts'

/*
 * The life of a document in the crash rounds: which write is its n-th, and what it looks like after it. Writer and
 * checker both know it, so that any state found after a kill is either exactly one of them or damage.
 */

export interface Subject extends StoredDocument {
  readonly slug: string
  /** How many writes the document has behind it, in all its lives. */
  readonly step: number
  readonly stage: string
  readonly tags: readonly string[]
  readonly text: string
}

/** One document that all writers count in: `total` is the sum of `by`. */
export interface Counter extends StoredDocument {
  readonly total: number
  readonly by: Readonly<Record<string, number>>
}

export const subjects: CollectionDefinition<Subject> = {
  name: 'subjects',
  version: 1,
  indexes: [
    { name: 'bySlug', eq: ['slug'], unique: true },
    { name: 'byStage', eq: ['stage'], order: 'step', dir: 'desc' },
    { name: 'byTag', eq: ['tags'], order: 'step' },
  ],
}

export const counters: CollectionDefinition<Counter> = {
  name: 'counters',
  version: 1,
  indexes: [{ name: 'byTotal', eq: [], order: 'total' }],
}

export type Write =
  | { readonly kind: 'insert'; readonly document: Omit<Subject, 'rev'> }
  | { readonly kind: 'replace'; readonly document: Omit<Subject, 'rev'>; readonly rev: number }
  | { readonly kind: 'patch'; readonly rev: number; readonly operations: PatchOperations }
  | { readonly kind: 'delete'; readonly rev: number }

const STAGES = ['insert', 'patch', 'replace', 'patch', 'patch', 'delete'] as const

/** The document after its `step`-th write (from 1); null before the first one and after a delete. */
export function subjectAt(id: string, step: number): Subject | null {
  const stage = stageOf(step)
  if (step === 0 || stage === 'delete') return null
  const rev = ((step - 1) % STAGES.length) + 1
  const tags = [`tag${step % 7}`, `tag${(step + 3) % 7}`, stage]
  // Now and then more than a page of LMDB, so that overflow pages are written and freed.
  const text = `${id} at ${step}. `.repeat(step % 11 === 0 ? 700 : 1 + (step % 5))
  return { _id: id, rev, slug: `slug-of-${id}`, step, stage, tags, text }
}

/** The `step`-th write. */
export function writeAt(id: string, step: number): Write {
  const kind = stageOf(step)
  const rev = ((step - 1) % STAGES.length) + 1
  const next = subjectAt(id, step)
  if (next === null || kind === 'delete') return { kind: 'delete', rev: rev - 1 }
  const { rev: _, ...document } = next
  if (kind === 'insert') return { kind, document }
  if (kind === 'replace') return { kind, document, rev: rev - 1 }
  const { stage, tags, text } = next
  return { kind, rev: rev - 1, operations: { set: { stage, tags, text }, inc: { step: 1 } } }
}

function stageOf(step: number): (typeof STAGES)[number] {
  return STAGES[(step - 1) % STAGES.length] ?? 'insert'
}
