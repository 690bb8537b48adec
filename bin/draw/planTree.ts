import type { PictureConsent, PictureFetch, PlanPicture } from '../../gateway/consent/planPicture.ts'
import { flowLines } from './flowLines.ts'

/** A plan for the terminal: one line per fetch, what it has to do with consent below it, and a list of all flows. */
export function planTree(picture: PlanPicture): string {
  const flows = flowLines(flowsIn(picture))
  const tree = picture.kind === 'fetch' ? lines(picture) : [TITLES[picture.kind], ...branches(picture.steps)]
  return [...tree, '', ...flows].join('\n')
}

const TITLES = { sequence: 'one after the other', parallel: 'at once' } as const

function branches(steps: readonly PlanPicture[]): readonly string[] {
  return steps.flatMap((step, index) => {
    const isLast = index === steps.length - 1
    const [first = '', ...rest] = step.kind === 'fetch' ? lines(step) : [TITLES[step.kind], ...branches(step.steps)]
    return [`${isLast ? '└─' : '├─'} ${first}`, ...rest.map((line) => `${isLast ? '  ' : '│ '} ${line}`)]
  })
}

function lines({ subgraph, path, asks, consent }: PictureFetch): readonly string[] {
  const place = path === '' ? '' : ` at ${path}`
  return [`${subgraph}${place}: ${asks.join(' ')}`, ...(consent ? consentLines(consent) : [])]
}

function consentLines({ role, flows }: PictureConsent): readonly string[] {
  return flows.map(({ from, to, purpose, road }) => {
    if (role === 'roads') return `  decides: may ${to} use data of ${from} for ${purpose}? (${road})`
    return role === 'source'
      ? `  opens the grant: for ${to}, ${purpose}`
      : `  uses: data of ${from} for ${purpose}, or null`
  })
}

function flowsIn(picture: PlanPicture): readonly PictureConsent['flows'][number][] {
  if (picture.kind !== 'fetch') return picture.steps.flatMap(flowsIn)
  return picture.consent?.role === 'roads' ? picture.consent.flows : []
}
