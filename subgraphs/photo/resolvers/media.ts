import { iso } from '../../runtime/clock/millis.ts'
import type { Context } from '../context.ts'
import type { PhotoMedia } from '../generated/types.ts'
import { mediaOfPhoto, mediaOfStory } from '../media.ts'
import { demoPicture } from '../pictures/catalogue.ts'
import type { PhotoRow, StoryRow } from '../rows.ts'

/** What a photo shows, with a URL of its own; null when it is gone, or the package does not ship it any more. */
export function photoMedia(context: Context, photo: PhotoRow): Promise<PhotoMedia | null> | PhotoMedia | null {
  const name = mediaOfPhoto(photo)
  return name === null ? pictureMedia(context, photo.picture) : shownMedia(context, 'Photo', photo._id, name)
}

/** What a story shows; null for one of words. */
export function storyMedia(context: Context, story: StoryRow): Promise<PhotoMedia | null> | PhotoMedia | null {
  const name = mediaOfStory(story)
  return name === null ? pictureMedia(context, story.picture) : shownMedia(context, 'PhotoStory', story._id, name)
}

async function shownMedia(
  { load, viewer, now }: Context,
  type: string,
  id: string,
  name: string,
): Promise<PhotoMedia | null> {
  const media = await load.media.load(name)
  if (media === null) return null
  const { kind, width, height } = media
  const { url, expiresAt } = load.signMedia({ type, id, name, viewer: viewer?.local ?? null }, now)
  return { url, urlExpiresAt: iso(expiresAt), kind, width, height }
}

function pictureMedia({ load, now }: Context, name: string | null): PhotoMedia | null {
  const picture = name === null ? null : demoPicture(name)
  if (picture === null) return null
  const { url, expiresAt } = load.pictures.sign(picture.name, now)
  return { url, urlExpiresAt: iso(expiresAt), kind: 'IMAGE', width: picture.width, height: picture.height }
}
