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
export const PICTURES: readonly DemoPicture[] = [
  { name: 'bicycle-on-a-wall', width: 800, height: 600, topics: ['CYCLING', 'VINTAGE'] },
  { name: 'cat-at-the-window', width: 800, height: 800, topics: ['CATS', 'HOME'] },
  { name: 'coffee-and-a-book', width: 800, height: 800, topics: ['COFFEE', 'BOOKS'] },
  { name: 'football-from-above', width: 800, height: 533, topics: ['FOOTBALL'] },
  { name: 'lentil-soup', width: 800, height: 800, topics: ['COOKING'] },
  { name: 'lighthouse-at-dusk', width: 800, height: 1000, topics: ['SAILING', 'TRAVEL', 'ARCHITECTURE'] },
  { name: 'misty-mountains', width: 800, height: 533, topics: ['HIKING', 'NATURE'] },
  { name: 'northern-lights', width: 800, height: 533, topics: ['ASTRONOMY', 'CAMPING', 'NATURE'] },
  { name: 'old-cinema', width: 800, height: 600, topics: ['FILM', 'THEATRE'] },
  { name: 'rain-in-the-city', width: 800, height: 1000, topics: ['PHOTOGRAPHY', 'ARCHITECTURE'] },
  { name: 'record-player', width: 800, height: 800, topics: ['MUSIC', 'VINTAGE'] },
  { name: 'red-train', width: 800, height: 533, topics: ['TRAINS', 'TRAVEL'] },
  { name: 'stoneware-vases', width: 800, height: 1000, topics: ['ART', 'CRAFTS', 'HOME'] },
  { name: 'sunflower-field', width: 800, height: 533, topics: ['GARDENING', 'NATURE'] },
]

const byName = new Map(PICTURES.map((picture) => [picture.name, picture]))

export function demoPicture(name: string): DemoPicture | null {
  return byName.get(name) ?? null
}

export function isDemoPicture(name: string): boolean {
  return byName.has(name)
}
