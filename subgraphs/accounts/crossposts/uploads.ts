import type { Ids } from '../../runtime/ids/ids.ts'
import type { AppMedia } from '../../runtime/uploads/appMedia.ts'
import type { CrosspostMedia, MediaRef } from './media.ts'

/** The type of the sealed ids of uploads for cross-posts. */
export const UPLOAD_TYPE = 'CrosspostUpload'

/** What was uploaded to accounts, on its way to the apps: each upload is held for one cross-post, whoever else shows it. */
export function crosspostMedia({ take, find, read, drop }: AppMedia, ids: Ids): CrosspostMedia {
  return {
    async take(sealed, owner, until) {
      const uploadId = ids.open(sealed, UPLOAD_TYPE)
      const name = uploadId === null ? null : await take(uploadId, owner, { by: holderOf(uploadId), until })
      if (uploadId === null || name === null) return null
      const [row] = await find([name])
      return row ? { id: `${name}.${uploadId}`, contentType: row.contentType } : null
    },

    async read(ref) {
      const [row] = await find([partsOf(ref).name])
      const bytes = row ? await read(row) : null
      return row && bytes ? { contentType: row.contentType, bytes: Buffer.from(bytes).toString('base64url') } : null
    },

    async release(ref) {
      const { name, uploadId } = partsOf(ref)
      await drop(name, holderOf(uploadId))
    },
  }
}

function holderOf(uploadId: string): string {
  return `crosspost:${uploadId}`
}

function partsOf({ id }: MediaRef): { readonly name: string; readonly uploadId: string } {
  const [name = '', uploadId = ''] = id.split('.')
  return { name, uploadId }
}
