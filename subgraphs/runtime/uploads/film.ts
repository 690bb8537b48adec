import type * as mediabunny from 'mediabunny'
import type { EncodedPacket, Input, InputAudioTrack, InputVideoTrack, Output } from 'mediabunny'
import { fault, isFault } from '../errors/fault.ts'
import { readAvcConfiguration, withoutSideNotes } from './avc.ts'
import type { CleanMedia } from './cleanMedia.ts'
import { forgetTimes } from './mp4Times.ts'
import { LONGEST_FILM_S, LONGEST_SIDE, MOST_CLEAN_BYTES, MOST_PIXELS } from './limits.ts'

type Mediabunny = typeof mediabunny
type FilmType = 'video/mp4' | 'video/webm'

/**
 * What can be taken out of its container and is nothing but picture and sound then: H.264 is rid of the notes in its
 * stream, VP8, VP9, Opus and AAC have no room for any. Not HEVC, AV1 and Vorbis, which have.
 */
const PICTURES = ['avc', 'vp8', 'vp9'] as const
const SOUNDS = ['aac', 'opus'] as const
type PictureCodec = (typeof PICTURES)[number]
type SoundCodec = (typeof SOUNDS)[number]

/** The longest set-up of a sound decoder: there is no room for a note in it. */
const LONGEST_SOUND_SETUP = 64

/**
 * Writes a film anew, packet by packet, without decoding it: one track of pictures, one of sound at the most. Tags,
 * chapters, subtitles, tracks of sensors and of positions, and all boxes of unknown kinds are not carried over. A film that
 * was written so comes out as it went in.
 */
export async function cleanFilm(bytes: Uint8Array, type: FilmType): Promise<CleanMedia> {
  const library = await import('mediabunny')
  const formats = type === 'video/mp4' ? [library.MP4] : [library.WEBM]
  const input = new library.Input({ source: new library.BufferSource(bytes), formats })
  try {
    return await copy(library, input, type)
  } catch (error) {
    throw isFault(error) ? error : fault('UPLOAD_DAMAGED', { cause: error })
  } finally {
    input.dispose()
  }
}

async function copy(library: Mediabunny, input: Input, contentType: FilmType): Promise<CleanMedia> {
  const [picture, sound] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()]
  if (picture === null) throw fault('UPLOAD_TYPE_REFUSED')
  const [width, height] = [await picture.getDisplayWidth(), await picture.getDisplayHeight()]
  if (!(width > 0 && height > 0)) throw fault('UPLOAD_DAMAGED')
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS) throw fault('UPLOAD_DIMENSIONS_TOO_LARGE')

  const target = new library.BufferTarget()
  const format =
    contentType === 'video/mp4'
      ? new library.Mp4OutputFormat({ fastStart: 'in-memory' })
      : new library.WebMOutputFormat()
  const output = new library.Output({ format, target })
  const copies = [await pictureCopy(library, output, picture)]
  if (sound !== null) copies.push(await soundCopy(library, output, sound))
  await output.start()
  await Promise.all(copies.map((run) => run()))
  await output.finalize()
  if (target.buffer === null || target.buffer.byteLength > MOST_CLEAN_BYTES) throw fault('UPLOAD_DAMAGED')
  const copied = new Uint8Array(target.buffer)
  if (contentType === 'video/mp4') forgetTimes(copied)
  return { bytes: copied, kind: 'VIDEO', contentType, width, height }
}

/** Puts the track into the output; the function that it answers copies the packets once the output has begun. */
async function pictureCopy(library: Mediabunny, output: Output, track: InputVideoTrack): Promise<() => Promise<void>> {
  const codec = await track.getCodec()
  const config = await track.getDecoderConfig()
  if (!isOneOf(PICTURES, codec) || config === null) throw fault('UPLOAD_TYPE_REFUSED')
  const { codec: profile, codedWidth, codedHeight, description } = config
  const avc = codec === 'avc' ? readAvcConfiguration(bytesOf(description)) : null
  if (codec === 'avc' && avc === null) throw fault('UPLOAD_DAMAGED')
  const source = new library.EncodedVideoPacketSource(codec satisfies PictureCodec)
  output.addVideoTrack(source, { rotation: await track.getRotation(), flip: await track.getFlip() })

  const decoderConfig = {
    codec: profile,
    ...(codedWidth !== undefined && { codedWidth }),
    ...(codedHeight !== undefined && { codedHeight }),
    ...(avc && { description: avc.bytes }),
  }
  return async () => {
    for await (const packet of packetsOf(library, track)) {
      const data = avc ? withoutSideNotes(packet.data, avc.lengthBytes) : packet.data
      if (data === null) throw fault('UPLOAD_DAMAGED')
      const { type, timestamp, duration, sequenceNumber } = packet
      await source.add(new library.EncodedPacket(data, type, timestamp, duration, sequenceNumber), { decoderConfig })
    }
    source.close()
  }
}

async function soundCopy(library: Mediabunny, output: Output, track: InputAudioTrack): Promise<() => Promise<void>> {
  const codec = await track.getCodec()
  const config = await track.getDecoderConfig()
  const description = config?.description === undefined ? undefined : bytesOf(config.description)
  if (!isOneOf(SOUNDS, codec) || config === null) throw fault('UPLOAD_TYPE_REFUSED')
  if ((description?.length ?? 0) > LONGEST_SOUND_SETUP) throw fault('UPLOAD_TYPE_REFUSED')
  const source = new library.EncodedAudioPacketSource(codec satisfies SoundCodec)
  output.addAudioTrack(source)

  const { codec: profile, numberOfChannels, sampleRate } = config
  const decoderConfig = { codec: profile, numberOfChannels, sampleRate, ...(description && { description }) }
  return async () => {
    for await (const { data, type, timestamp, duration, sequenceNumber } of packetsOf(library, track)) {
      await source.add(new library.EncodedPacket(data, type, timestamp, duration, sequenceNumber), { decoderConfig })
    }
    source.close()
  }
}

/** The packets in the order of decoding. How long the film is they say themselves, whatever a header claims. */
async function* packetsOf(
  { EncodedPacketSink }: Mediabunny,
  track: InputVideoTrack | InputAudioTrack,
): AsyncGenerator<EncodedPacket> {
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (packet.timestamp + packet.duration > LONGEST_FILM_S) throw fault('UPLOAD_FILM_TOO_LONG')
    yield packet
  }
}

function isOneOf<Codec extends string>(codecs: readonly Codec[], codec: string | null): codec is Codec {
  return (codecs as readonly (string | null)[]).includes(codec)
}

function bytesOf(source: ArrayBufferView | ArrayBufferLike | undefined): Uint8Array {
  if (source === undefined) return new Uint8Array()
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
}
