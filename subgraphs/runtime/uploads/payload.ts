import { iso } from '../clock/millis.ts'
import type { Refusal } from '../errors/refusals.ts'
import type { Ids } from '../ids/ids.ts'
import { MOST_BYTES } from './limits.ts'
import type { OpenedUpload, UploadFailure } from './opening.ts'

/** What a mutation that opens an upload answers. */
export interface UploadPayload<Code extends string> {
  readonly upload: {
    readonly id: string
    readonly url: string
    readonly method: string
    readonly expiresAt: string
    readonly maxBytes: number
  } | null
  readonly errors: Refusal<Code>[]
}

/** The answer in the words of the graph: `type` is that of the upload's id, `refusal` the domain's own. */
export function uploadPayload<Code extends string>(
  opened: OpenedUpload,
  { ids, type }: { readonly ids: Ids; readonly type: string },
  refusal: (code: UploadFailure, ...path: readonly string[]) => Refusal<Code>,
): UploadPayload<Code> {
  if (!opened.ok) {
    return { upload: null, errors: [refusal(opened.code, ...(opened.path === null ? [] : [opened.path]))] }
  }
  const { id, url, expiresAt } = opened.ticket
  const upload = { id: ids.seal(type, id), url, method: 'PUT', expiresAt: iso(expiresAt), maxBytes: MOST_BYTES }
  return { upload, errors: [] }
}
