import type { Topic } from '../../runtime/scalars/topics.ts'

/** A picture that ships with the package, as `<name>.webp` beside this file. */
export interface DemoPicture {
  readonly name: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** What it is about, of the published vocabulary. */
  readonly topics: readonly Topic[]
}

/** All of them; made for Concord, under its licence. */
export const PICTURES: readonly DemoPicture[] = []

const byName = new Map(PICTURES.map((picture) => [picture.name, picture]))

export function demoPicture(name: string): DemoPicture | null {
  return byName.get(name) ?? null
}

export function isDemoPicture(name: string): boolean {
  return byName.has(name)
}
