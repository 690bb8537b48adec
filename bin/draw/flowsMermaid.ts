import type { GraphFlow } from './graphFlow.ts'

/** Flows as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html): a box per app, an arrow per flow. */
export function flowsMermaid(flows: readonly GraphFlow[]): string {
  const apps = [...new Set(flows.flatMap(({ from, to }) => [from, to]))]
  const arrows = flows.map(({ from, to, purpose, data, usedBy }) => {
    const fields = usedBy.map((field) => field.split('.')[1]).join(', ')
    return `  ${idOf(from)} -- "${purpose}: ${data.map(nameOnly).join(', ')}<br/>for ${fields}" --> ${idOf(to)}`
  })
  return ['flowchart LR', ...apps.map((app) => `  ${idOf(app)}(["${app}"])`), ...arrows].join('\n')
}

/** Some words, such as `end`, mean something to Mermaid. */
function idOf(app: string): string {
  return `app_${app}`
}

function nameOnly(field: string): string {
  return field.split(':')[0] ?? field
}
