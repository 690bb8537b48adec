import type { StoryMedia } from '../crossposts/storyMedia.ts'
import type { AppMedia } from './appMedia.ts'

/** Where an app keeps what the copies of statuses show: beside its own pictures and films, under names of its own. */
export function storyMediaOf({ keepCleaned, drop }: Pick<AppMedia, 'keepCleaned' | 'drop'>): StoryMedia {
  const by = (holder: string): string => `copy:${holder}`
  return {
    keep: (authorId, { bytes }, { holder, until }) =>
      keepCleaned(authorId, new Uint8Array(Buffer.from(bytes, 'base64url')), { by: by(holder), until }),
    drop: (name, holder) => drop(name, by(holder)),
  }
}
