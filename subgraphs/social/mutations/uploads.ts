import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { AppMedia } from '../../runtime/uploads/appMedia.ts'
import { uploadPayload, type UploadPayload } from '../../runtime/uploads/payload.ts'
import type { Context } from '../context.ts'
import type { CreateSocialUploadInput, SocialErrorCode } from '../generated/types.ts'
import { refusal } from './refusals.ts'

/** The type of the sealed ids of uploads. */
export const UPLOAD_TYPE = 'SocialUpload'

export interface UploadMutations {
  createSocialUpload(input: CreateSocialUploadInput, context: Context): Promise<UploadPayload<SocialErrorCode>>
}

export function createUploadMutations(media: Pick<AppMedia, 'open'>): UploadMutations {
  return {
    async createSocialUpload(input, context) {
      const { _id: actor } = await actingProfile('SOCIAL', context)
      const { client, ids } = context
      const act = { actor, client, mutation: 'createSocialUpload', key: input.idempotencyKey, input }
      return uploadPayload(await media.open(act), { ids, type: UPLOAD_TYPE }, refusal)
    },
  }
}
