import { iso } from '../../runtime/clock/millis.ts'
import type { Context } from '../context.ts'
import type { PhotoMedia } from '../generated/types.ts'
import { demoPicture } from '../pictures/catalogue.ts'

/** The picture with a URL of its own; null when there is none, or the package does not ship it any more. */
export function pictureMedia({ load, now }: Context, name: string | null): PhotoMedia | null {
  const picture = name === null ? null : demoPicture(name)
  if (picture === null) return null
  const { url, expiresAt } = load.pictures.sign(picture.name, now)
  return {
    url,
    urlExpiresAt: iso(expiresAt),
    kind: 'IMAGE',
    width: picture.width,
    height: picture.height,
  }
}
