import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'
import sharp from 'sharp'

/** Where the pictures and films of the tests were taken; nobody may find it in what is kept. */
export const PLACE = '+48.8584+002.2945/'

/** The same place as EXIF has it, and in words that stand there as they are. */
const EXIF = {
  IFD0: { Copyright: PLACE, ImageDescription: PLACE },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '48/1 51/1 3024/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '2/1 17/1 4020/100',
  },
}
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${PLACE}"/></rdf:RDF></x:xmpmeta>`

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

/** A picture of one colour that says where it was taken, by EXIF and XMP. */
export async function picture(
  format: PictureFormat = 'jpeg',
  { width = 300, height = 200, background = 'teal' } = {},
): Promise<Uint8Array> {
  const plain = sharp({ create: { width, height, channels: 3, background } })
  return new Uint8Array(await plain.withExif(EXIF).withXmp(XMP).toFormat(format).toBuffer())
}

/** A moving picture with a frame for each colour. */
export async function moving(format: 'gif' | 'webp', colours: readonly string[]): Promise<Uint8Array> {
  const frames = await Promise.all(
    colours.map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return new Uint8Array(
    await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer(),
  )
}

/** A header of H.264 and one of its pictures behind a note (SEI) with the place; no decoder looks further. */
const AVC_SETUP = Buffer.from('0142c01effe100086742c01ed90141fb01000468ce3c80', 'hex')
const AVC_NOTE = unit(Buffer.concat([Buffer.from([6, 5, PLACE.length]), Buffer.from(PLACE), Buffer.from([0x80])]))
const AVC_PICTURE = unit(Buffer.from([0x65, 1, 2, 3, 4, 5]))
/** The header of a key frame of VP8 with 64 × 48 pixels (RFC 6386, section 9.1). */
const VP8_PICTURE = Buffer.from('10020 09d012a4000300000000000'.replace(' ', ''), 'hex')

/** A film whose tags say where it was taken, and in MP4 its stream too; nobody can see anything in it. */
export async function film(type: 'mp4' | 'webm', seconds = 2): Promise<Uint8Array> {
  const target = new BufferTarget()
  const format = type === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat()
  const output = new Output({ format, target })
  const source = new EncodedVideoPacketSource(type === 'mp4' ? 'avc' : 'vp8')
  output.addVideoTrack(source)
  output.setMetadataTags({ title: PLACE, comment: PLACE, raw: { '©xyz': PLACE } })
  await output.start()
  const size = { codedWidth: 64, codedHeight: 48 }
  const decoderConfig =
    type === 'mp4' ? { codec: 'avc1.42c01e', ...size, description: AVC_SETUP } : { codec: 'vp8', ...size }
  const data = type === 'mp4' ? Buffer.concat([AVC_NOTE, AVC_PICTURE]) : VP8_PICTURE
  for (let at = 0; at < seconds; at += 1) await source.add(new EncodedPacket(data, 'key', at, 1), { decoderConfig })
  await output.finalize()
  return new Uint8Array(target.buffer ?? [])
}

function unit(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** Whether the place can be read anywhere in the bytes, in words or as EXIF's fractions of degrees. */
export function tellsPlace(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes)
  return ['48.8584', 'GPS', 'Exif', 'xmp', 'http://ns.adobe'].some((words) => file.includes(words)) || hasFraction(file)
}

/** 51/1 after 48/1, in either order of bytes. */
function hasFraction(file: Buffer): boolean {
  return ['30000000010000003300000001000000', '00000030000000010000003300000001'].some((hex) =>
    file.includes(Buffer.from(hex, 'hex')),
  )
}
