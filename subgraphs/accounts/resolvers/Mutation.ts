import { fault } from '../../runtime/errors/fault.ts'
import type { Context } from '../context.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { setConsent, setFeature } from '../mutations/consents.ts'
import { setAutoCrosspost } from '../mutations/autoCrossposts.ts'
import { crosspostStatus, retractCrosspost, retryCrosspost, updateCrosspost } from '../mutations/crossposts.ts'
import { pauseLink, resumeLink, setLinkVisibility, unlink } from '../mutations/links.ts'
import { approveLink, confirmLink, openLink, rejectLink, requestLink } from '../mutations/requests.ts'
import { createCrosspostUpload } from '../mutations/uploads.ts'
import { type MutationName, WHO_MAY_CALL, whyNotCall } from '../rules/whoMayCall.ts'

export const Mutation: MutationResolvers = {
  requestLink: forItsClients('requestLink', requestLink),
  openLink: forItsClients('openLink', openLink),
  confirmLink: forItsClients('confirmLink', confirmLink),
  approveLink: forItsClients('approveLink', approveLink),
  rejectLink: forItsClients('rejectLink', rejectLink),

  setLinkVisibility: forItsClients('setLinkVisibility', setLinkVisibility),
  pauseLink: forItsClients('pauseLink', pauseLink),
  resumeLink: forItsClients('resumeLink', resumeLink),
  unlink: forItsClients('unlink', unlink),

  setConsent: forItsClients('setConsent', setConsent),
  setFeature: forItsClients('setFeature', setFeature),

  createCrosspostUpload: forItsClients('createCrosspostUpload', createCrosspostUpload),
  crosspostStatus: forItsClients('crosspostStatus', crosspostStatus),
  updateCrosspost: forItsClients('updateCrosspost', updateCrosspost),
  retractCrosspost: forItsClients('retractCrosspost', retractCrosspost),
  retryCrosspost: forItsClients('retryCrosspost', retryCrosspost),
  setAutoCrosspost: forItsClients('setAutoCrosspost', setAutoCrosspost),
}

/** The act, behind the matrix of who may call what: null with a fault for everybody else, before anything is read. */
function forItsClients<Input, Payload>(
  mutation: MutationName,
  act: (input: Input, context: Context) => Payload,
): (root: unknown, args: { readonly input: Input }, context: Context) => Payload {
  const clients = WHO_MAY_CALL[mutation].join(' or ')
  return (_root, { input }, context) => {
    const code = whyNotCall(mutation, context)
    if (code === null) return act(input, context)
    if (code === 'UNAUTHENTICATED') throw fault(code)
    throw fault(code, {
      message: `"${mutation}" must be called with a token of ${clients}, but got one of another client. Use that client.`,
    })
  }
}
