import type { ListedPersona } from './demo/people.ts'

/** What `start` prints once it answers: where everything is, somebody to be, and a command that works as printed. */
export function welcome(url: string, personas: readonly ListedPersona[] | null): string {
  const places = [
    ['Playground', `${url}/`],
    ['GraphQL', `${url}/graphql`],
    ['Schema', `${url}/schema.graphql`],
  ]
  const persona = personas?.[0]
  if (persona === undefined) return `\nConcord is up.\n\n${table(places)}\n\nCtrl-C ends it.\n`
  places.push(['Demo people', `${url}/dev/personas`])
  const query = '{ photoFeed(first: 3) { nodes { caption likeCount author { displayName } } } }'
  const curl = [
    `curl -s ${url}/graphql`,
    `-H 'content-type: application/json'`,
    `-H 'authorization: Bearer ${persona.tokens['PHOTO'] ?? ''}'`,
    `--data '${JSON.stringify({ query })}'`,
  ].join(' \\\n  ')
  return `
Concord is up, with ${personas?.length ?? 0} demo people and their crowd.

${table(places)}

Be ${persona.name}: ${persona.story}
Her photo feed (the token lives ten minutes; the playground renews it by itself):

${curl}

Ctrl-C ends it.
`
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map(([name = '', place = '']) => `  ${name.padEnd(14)}${place}`).join('\n')
}
