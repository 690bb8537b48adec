import type sharpLibrary from 'sharp'
import type { SharpOptions } from 'sharp'
import { fault } from '../errors/fault.ts'
import type { CleanMedia } from './cleanMedia.ts'
import type { TakenType } from './contentType.ts'
import {
  KEPT_MOVING_SIDE,
  KEPT_SIDE,
  LONGEST_SIDE,
  LONGEST_WORK_S,
  MOST_CLEAN_BYTES,
  MOST_FRAMES,
  MOST_PIXELS,
} from './limits.ts'
import { holdsPictureOnly } from './webpChunks.ts'

type SharpModule = typeof sharpLibrary

/** What the library calls the formats that are taken; it reads AVIF by its reader of HEIF. */
const FORMATS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'heif',
  'image/gif': 'gif',
}

const READERS = ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((name) => `VipsForeignLoad${name}Buffer`)

let loaded: Promise<SharpModule> | null = null

// It takes a tenth of a second to load, which nobody who uploads nothing should wait for.
function loadSharp(): Promise<SharpModule> {
  return (loaded ??= import('sharp').then(({ default: sharp }) => {
    // Whatever else it could read (SVG, PDF, TIFF, …) is never tried, whatever the bytes pretend to be.
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: READERS })
    sharp.cache(false)
    return sharp
  }))
}

/** Decodes a picture and encodes it anew as WebP, upright, at most `KEPT_SIDE` a side; a moving one goes on moving. */
export async function cleanPicture(bytes: Uint8Array, type: TakenType): Promise<CleanMedia> {
  const sharp = await loadSharp()
  const frames = await framesOf(sharp, bytes, type)
  const side = frames > 1 ? KEPT_MOVING_SIDE : KEPT_SIDE
  const picture = sharp(bytes, optionsFor(frames))
    .timeout({ seconds: LONGEST_WORK_S })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82, effort: frames > 1 ? 2 : 4 })
  const { data, info } = await undamaged(picture.toBuffer({ resolveWithObject: true }))
  const clean = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  // The library leaves everything else out; should a later version not, nothing is kept.
  if (!holdsPictureOnly(clean)) throw fault('UPLOAD_DAMAGED')
  // A moving picture of noise can grow.
  if (clean.length > MOST_CLEAN_BYTES) throw fault('UPLOAD_DIMENSIONS_TOO_LARGE')
  const height = info.pageHeight ?? info.height
  return { bytes: clean, kind: 'IMAGE', contentType: 'image/webp', width: info.width, height }
}

/** A picture that was cleaned already: whole, of a size that is kept, and nothing but a picture. */
export async function checkPicture(bytes: Uint8Array, type: TakenType): Promise<CleanMedia> {
  if (type !== 'image/webp' || !holdsPictureOnly(bytes)) throw fault('UPLOAD_TYPE_REFUSED')
  const sharp = await loadSharp()
  const frames = await framesOf(sharp, bytes, type)
  const looked = sharp(bytes, optionsFor(frames)).timeout({ seconds: LONGEST_WORK_S }).raw()
  const { info } = await undamaged(looked.toBuffer({ resolveWithObject: true }))
  const [width, height] = [info.width, info.pageHeight ?? info.height]
  if (Math.max(width, height) > KEPT_SIDE) throw fault('UPLOAD_DIMENSIONS_TOO_LARGE')
  return { bytes, kind: 'IMAGE', contentType: 'image/webp', width, height }
}

/** How many frames it has, once its header has been found to be of this type and within the limits. */
async function framesOf(sharp: SharpModule, bytes: Uint8Array, type: TakenType): Promise<number> {
  const header = await undamaged(sharp(bytes, { ...optionsFor(1), limitInputPixels: false }).metadata())
  if (header.format !== FORMATS[type]) throw fault('UPLOAD_TYPE_REFUSED')
  const { width, height } = header
  const moving = type === 'image/gif' || type === 'image/webp'
  const frames = moving ? (header.pages ?? 1) : 1
  const tooLarge = Math.max(width, height) > LONGEST_SIDE || width * height * frames > MOST_PIXELS
  if (tooLarge || frames > MOST_FRAMES) throw fault('UPLOAD_DIMENSIONS_TOO_LARGE')
  return frames
}

/** One frame is page 0 alone; the limits are the library's too, for a header that does not say what follows it. */
function optionsFor(frames: number): SharpOptions {
  return { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: frames > 1 ? -1 : 1 }
}

/** What the library cannot read is the uploader's to mend: what it says of it helps nobody. */
async function undamaged<Result>(read: Promise<Result>): Promise<Result> {
  try {
    return await read
  } catch (error) {
    throw fault('UPLOAD_DAMAGED', { cause: error })
  }
}
