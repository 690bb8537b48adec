import type { ExecutionResult } from 'graphql'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import type { Json } from '../../support/subgraphTester.ts'
import type { Target } from './acts.ts'
import type { Onlooker } from './looking.ts'
import { payloadOf, type Requests } from './requests.ts'
import type { Request } from './stage.ts'

export interface LinkParts {
  readonly ask: (request: Request) => Promise<ExecutionResult>
  readonly own: Requests
  readonly target: Target
  readonly key: () => string
  readonly onlooker: Onlooker
}

/** Links the messenger and this target where one of them is not linked, by the four steps that anybody takes. */
export async function link({ ask, own, target, key, onlooker }: LinkParts): Promise<void> {
  const apps: readonly App[] = ['MESSENGER', target]
  for (const app of apps) {
    const linked = Object.keys((await onlooker.links()).links) as App[]
    if (linked.includes(app)) continue
    const partner = linked[0] ?? apps.find((each) => each !== app) ?? 'SOCIAL'
    await linkPair(ask, own, [partner, app], key())
  }
}

async function linkPair(
  send: LinkParts['ask'],
  own: Requests,
  [from, to]: readonly [App, App],
  key: string,
): Promise<void> {
  const ask = async (request: Request): Promise<Json> => {
    const { linkRequest, errors } = payloadOf(await send(request))
    if (errors.length > 0) throw new Error(`Linking again must be accepted, but got: ${JSON.stringify(errors)}`)
    return linkRequest
  }
  const requested = await ask(own.linking(from, 'requestLink', 'RequestLinkInput', { app: to, idempotencyKey: key }))
  const opened = await ask(own.linking(to, 'openLink', 'OpenLinkInput', { code: requested.code }))
  const choices = opened.offers.map(({ notice, ...flow }: Json) => ({
    ...flow,
    granted: false,
    noticeDigest: notice.digest,
  }))
  await ask(own.linking(to, 'confirmLink', 'ConfirmLinkInput', { requestId: opened.id, choices }))
  await ask(own.linking(from, 'approveLink', 'LinkRequestInput', { requestId: opened.id }))
}
