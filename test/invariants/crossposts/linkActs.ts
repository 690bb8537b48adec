import { accountsAt, type Acting } from './acting.ts'
import { type Act, TARGETS } from './acts.ts'
import { link } from './ceremony.ts'
import type { Deed } from './moves.ts'
import type { Request } from './stage.ts'

/** Acts of the accounts center that give the feature or take it away. */
export interface LinkActs {
  change(deed: Deed & { do: 'pause' | 'resume' | 'unlink' }, second: boolean): Promise<void>
  switch(deed: Deed & { do: 'switch' }, second: boolean): void
  link(deed: Deed & { do: 'link' }): Promise<void>
}

type Linking = Act & { do: 'pause' | 'resume' | 'unlink' | 'switch' }

export function createLinkActs({ ground, model, own, serial, answered, once }: Acting): LinkActs {
  const { never, onlooker } = ground
  /** Acts that may allow again what was taken away: begun so far, and under way. */
  const giving = { begun: 0, underWay: 0 }

  function begin(act: Linking, request: Request, second: boolean): void {
    const takes = act.do === 'pause' || act.do === 'unlink' || (act.do === 'switch' && !act.on)
    if (takes) return take(act, request, second)
    giving.begun++
    giving.underWay++
    never.mayAllow()
    once(act, request, accountsAt(second), () => void giving.underWay--)
  }

  function take(act: Linking, request: Request, second: boolean): void {
    const before = giving.underWay > 0 ? -1 : giving.begun
    once(act, request, accountsAt(second), async (said) => {
      if (said === 'DONE' && before === giving.begun) await tookAway(act)
    })
  }

  /** What the target was accepting at this very moment may still be written: accepting it was the fence. */
  async function tookAway(act: Linking): Promise<void> {
    const isConcerned = (target: string): boolean =>
      act.do === 'switch' ? act.target === target : act.app === 'MESSENGER' || act.app === target
    const sight = await onlooker.sight()
    for (const target of TARGETS.filter(isConcerned)) if (!ground.isAccepting(target)) never.tookAway(target, sight)
  }

  const switchTo: LinkActs['switch'] = ({ target, on }, second) =>
    begin({ do: 'switch', target, on }, own.switch(target, on), second)

  return {
    async change({ do: how, app }, second) {
      const linkId = (await onlooker.links()).links[app]
      if (linkId === undefined) return
      const request = own.onLink(how === 'unlink' ? how : `${how}Link`, linkId)
      begin({ do: how, app, link: linkId }, request, second)
    },
    switch: switchTo,
    async link({ target, on }) {
      giving.begun++
      never.mayAllow()
      const ask = (request: Request) => ground.ask('accounts', request)
      await link({ ask, own, target, key: () => `key ${serial()}`, onlooker })
      const act: Act = { do: 'link', ...(await onlooker.links()) }
      answered({ acts: [act], numbers: [model.begin(act)], said: ['DONE'] })
      if (on) switchTo({ do: 'switch', target, on }, false)
    },
  }
}
