import type { PictureFetch, PlanPicture } from '../../gateway/consent/planPicture.ts'

/**
 * A plan as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html): a box per fetch, an arrow to what waits
 * for it; what has to do with consent has its own colours.
 */
export function planMermaid(picture: PlanPicture): string {
  const chart: Chart = { boxes: [], arrows: [] }
  const last = place(picture, ['ask'], chart)
  return [
    'flowchart TD',
    '  ask([the gateway asks])',
    ...chart.boxes,
    '  answer([the answer])',
    ...chart.arrows,
    ...last.map((id) => `  ${id} --> answer`),
    ...Object.entries(COLOURS).map(([role, colours]) => `  classDef ${role} ${colours}`),
  ].join('\n')
}

const COLOURS = {
  roads: 'fill:#fde68a,stroke:#b45309,color:#000',
  source: 'fill:#bfdbfe,stroke:#1d4ed8,color:#000',
  recipient: 'fill:#bbf7d0,stroke:#15803d,color:#000',
} as const

interface Chart {
  readonly boxes: string[]
  readonly arrows: string[]
}

/** Draws a step below what it waits for; answers the boxes that what follows waits for. */
function place(picture: PlanPicture, before: readonly string[], chart: Chart): readonly string[] {
  if (picture.kind !== 'fetch') {
    const { kind, steps } = picture
    return kind === 'parallel'
      ? steps.flatMap((step) => place(step, before, chart))
      : steps.reduce((waited, step) => place(step, waited, chart), before)
  }
  const id = `f${chart.boxes.length}`
  chart.boxes.push(`  ${id}["${label(picture)}"]${picture.consent ? `:::${picture.consent.role}` : ''}`)
  chart.arrows.push(...before.map((one) => `  ${one} --> ${id}`))
  return [id]
}

function label({ subgraph, path, asks, consent }: PictureFetch): string {
  const flows = (consent?.flows ?? []).map(({ from, to, purpose }) => `${from} → ${to}, ${purpose}`)
  return [`<b>${subgraph}</b>`, ...(path === '' ? [] : [`at ${path}`]), asks.join(' '), ...flows].join('<br/>')
}
