import { fault } from '../../runtime/errors/fault.ts'
import type { Context } from '../context.ts'
import type { LinkError, OpenLinkInput, RequestLinkInput } from '../generated/types.ts'
import { linkRefusal } from '../refusals.ts'

/** What comes of a step of linking while no request can be made. */
export interface RequestRefused {
  readonly linkRequest: null
  readonly viewer: null
  readonly errors: LinkError[]
}

/** What comes of an act on a link while nobody has one. */
export interface LinkRefused {
  readonly link: null
  readonly account: null
  readonly errors: LinkError[]
}

/** Throws the fault `NOT_AVAILABLE_YET` for what a later version can do. */
export function requestLink({ app }: RequestLinkInput, { client }: Context): RequestRefused {
  if (app === client) return requestRefused(linkRefusal('LINK_SAME_APP', 'app'))
  throw fault('NOT_AVAILABLE_YET', {
    message: 'Linking profiles is part of the contract, but this version cannot do it. Do without it for now.',
  })
}

/** Wrong codes are not counted: while no request has a code, there is none to guess. */
export function openLink(_input: OpenLinkInput): RequestRefused {
  return requestRefused(linkRefusal('LINK_CODE_WRONG', 'code'))
}

/** `confirmLink`, `approveLink` and `rejectLink`: nobody takes part in a request. */
export function answerRequest(): RequestRefused {
  return requestRefused(linkRefusal('LINK_REQUEST_NOT_FOUND', 'requestId'))
}

/** `setLinkVisibility`, `pauseLink`, `resumeLink` and `unlink`: nobody has a link. */
export function changeLink(): LinkRefused {
  return { link: null, account: null, errors: [linkRefusal('LINK_NOT_FOUND', 'linkId')] }
}

function requestRefused(error: LinkError): RequestRefused {
  return { linkRequest: null, viewer: null, errors: [error] }
}
