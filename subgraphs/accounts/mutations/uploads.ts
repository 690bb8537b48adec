import { uploadPayload, type UploadPayload } from '../../runtime/uploads/payload.ts'
import type { Context } from '../context.ts'
import { authorOf } from '../crossposts/author.ts'
import { UPLOAD_TYPE } from '../crossposts/uploads.ts'
import type { CreateCrosspostUploadInput, CrosspostErrorCode } from '../generated/types.ts'
import { crosspostRefusal } from '../refusals.ts'

/** A place for one picture or film of whoever shares: their profile in the messenger owns it. */
export async function createCrosspostUpload(
  input: CreateCrosspostUploadInput,
  context: Context,
): Promise<UploadPayload<CrosspostErrorCode>> {
  const actor = authorOf(context)
  // As in `crosspostStatus`: nobody's who is not signed in with the messenger's profile.
  if (actor === null) return { upload: null, errors: [crosspostRefusal('CROSSPOST_STATUS_NOT_FOUND')] }
  const { client, ids, load } = context
  const act = { actor, client, mutation: 'createCrosspostUpload', key: input.idempotencyKey, input }
  const opened = await load.center.uploads.open(act)
  return uploadPayload(opened, { ids, type: UPLOAD_TYPE }, (code, ...path) =>
    crosspostRefusal(`CROSSPOST_${code}`, ...path),
  )
}
