/** The request as a command for a POSIX shell: it works as pasted. */
export function asCurl(origin: string, query: string, variables: string | undefined, token: string | null): string {
  const body = JSON.stringify({
    query,
    ...(variables === undefined || variables.trim() === '' ? {} : { variables: JSON.parse(variables) as unknown }),
  })
  const headers = ['content-type: application/json', ...(token === null ? [] : [`authorization: Bearer ${token}`])]
  return [
    `curl ${quote(`${origin}/graphql`)}`,
    ...headers.map((header) => `-H ${quote(header)}`),
    `--data-binary ${quote(body)}`,
  ].join(' \\\n  ')
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
