import { beforeAll, describe, expect, it } from 'vitest'
import { crosspostMedia } from '../../../../subgraphs/accounts/crossposts/uploads.ts'
import { testIds } from '../../../support/subgraphTester.ts'
import { picture, tellsPlace } from '../../runtime/uploads/samples.ts'
import { announce, createUploader, send } from '../../runtime/uploads/uploader.ts'
import { createTown } from '../town.ts'

const HOUR = 60 * 60 * 1000
let bytes: Uint8Array

beforeAll(async () => {
  bytes = await picture()
})

describe('createCrosspostUpload', () => {
  const input = (more: object = {}) => ({ ...announce(bytes), idempotencyKey: 'key', ...more })

  it('gives a place for one upload, in the messenger and in the accounts center', async () => {
    const town = createTown()
    for (const session of [town.inApp('anna', 'MESSENGER'), town.inCenter('anna')]) {
      const { upload, errors } = await town.act(session, 'createCrosspostUpload', input())
      expect(errors).toEqual([])
      expect(await send(town.accounts.routes, upload.url, bytes)).toBe('TAKEN')
    }
  })

  it('is refused without a profile of the messenger, and for what is no picture', async () => {
    const town = createTown()
    const noMessenger = town.inCenter('anna', ['PHOTO'])
    const refused = await town.act(noMessenger, 'createCrosspostUpload', input())
    expect(refused).toMatchObject({ upload: null, errors: [{ code: 'CROSSPOST_STATUS_NOT_FOUND' }] })
    const anna = town.inApp('anna', 'MESSENGER')
    const script = await town.act(anna, 'createCrosspostUpload', input({ contentType: 'image/svg+xml' }))
    expect(script.errors).toMatchObject([{ code: 'CROSSPOST_UPLOAD_TYPE_REFUSED', path: ['contentType'] }])
  })
})

describe('what was uploaded for cross-posts', () => {
  const ids = testIds('accounts')
  function stage() {
    const uploader = createUploader('accounts')
    const upload = async (owner: string) => ids.seal('CrosspostUpload', await uploader.upload(owner, bytes))
    return { ...uploader, upload, port: crosspostMedia(uploader.media, ids) }
  }

  it('is taken by its owner, the same reference each time, and travels without its place', async () => {
    const { upload, port, clock } = stage()
    const until = clock.wall() + HOUR
    const id = await upload('anna')
    expect(await port.take(id, 'ben', until)).toBeNull()
    const ref = await port.take(id, 'anna', until)
    expect(await port.take(id, 'anna', until)).toEqual(ref)
    expect(ref).toMatchObject({ contentType: 'image/webp' })
    const travelling = ref && (await port.read(ref))
    expect(travelling?.contentType).toBe('image/webp')
    expect(tellsPlace(Buffer.from(travelling?.bytes ?? '', 'base64url'))).toBe(false)
  })

  it('is gone once it is released, other uploads of the same picture are not', async () => {
    const { upload, port, clock, blobs } = stage()
    const until = clock.wall() + HOUR
    const refs = [
      await port.take(await upload('anna'), 'anna', until),
      await port.take(await upload('anna'), 'anna', until),
    ]
    const [one, two] = refs.flatMap((ref) => ref ?? [])
    if (!one || !two) throw new Error('both must be taken')
    expect(one.id).not.toBe(two.id)
    await port.release(one)
    await port.release(one)
    expect(await port.read(two)).not.toBeNull()
    await port.release(two)
    expect([await port.read(two), blobs.names()]).toEqual([null, []])
  })

  it('does not outlive its cross-post, whoever forgets to release it', async () => {
    const { upload, port, clock, blobs } = stage()
    await port.take(await upload('anna'), 'anna', clock.wall() + 24 * HOUR)
    await clock.advance(24 * HOUR - 1)
    expect(blobs.names()).toHaveLength(1)
    await clock.advance(1)
    expect(blobs.names()).toEqual([])
  })

  it('is nothing for an id that is none', async () => {
    const { port, clock } = stage()
    for (const id of ['nonsense', ids.seal('Crosspost', 'x'), ids.seal('CrosspostUpload', 'x')])
      expect(await port.take(id, 'anna', clock.wall() + HOUR)).toBeNull()
  })
})
