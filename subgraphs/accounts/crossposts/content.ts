import type { Millis } from '../../runtime/clock/millis.ts'
import type { Center } from '../center.ts'
import { type AskedContent, type ReadContent, readContent } from './judge.ts'
import { Refused, type Why } from './refused.ts'
import type { Content } from './rows.ts'

/** What is to be shown, its media taken; throws `Refused`. The owner of an upload is its author's messenger profile. */
export async function takeContent(
  asked: AskedContent,
  {
    author,
    until,
    center,
  }: { readonly author: string; readonly until: Millis; readonly center: Pick<Center, 'media'> },
): Promise<Content> {
  const read = readContent(asked)
  if (!read.ok) throw new Refused(whyNot(read))
  if (read.uploadId === null) return { text: read.text, media: null }
  const media = await center.media.take(read.uploadId, author, until)
  if (media === null) throw new Refused({ code: 'CROSSPOST_MEDIA_REJECTED', path: ['content', 'uploadId'] })
  return { text: read.text, media }
}

/** Where in the input it is wrong. */
export function whyNot({ code }: Extract<ReadContent, { ok: false }>): Why {
  return { code, path: code === 'CROSSPOST_TEXT_TOO_LONG' ? ['content', 'text'] : ['content'] }
}
