import { mostFrequentTopics } from '../../runtime/scalars/topicLists.ts'
import type { Topic } from '../../runtime/scalars/topics.ts'
import { demoPicture } from '../pictures/catalogue.ts'
import type { PhotoRow } from '../rows.ts'

/** What a photo is about: the topics of its picture. Captions are not read, nor is anything that was uploaded. */
export function topicsOfPhoto({ picture }: Pick<PhotoRow, 'picture'>): readonly Topic[] {
  return picture === null ? [] : (demoPicture(picture)?.topics ?? [])
}

/** What these photos are about together, the most frequent topic first. A photo that is there twice counts once. */
export function topicsOfPhotos(photos: readonly Pick<PhotoRow, '_id' | 'picture'>[]): Topic[] {
  const each = new Map(photos.map((photo) => [photo._id, topicsOfPhoto(photo)]))
  return mostFrequentTopics(each.values())
}
