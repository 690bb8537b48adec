/** A request as the page would send it. */
export interface Asked {
  /** Scheme, host and port of the server. */
  readonly origin: string
  readonly query: string
  /** Which operation of several; null or absent where there is one. */
  readonly operationName?: string | null | undefined
  readonly variables?: object | undefined
  /** Headers of one's own; one of them may be `authorization`. */
  readonly headers?: Readonly<Record<string, unknown>> | undefined
  readonly token: string | null
}

/** The request as a command for a POSIX shell: it works as pasted. */
export function asCurl({ origin, query, operationName, variables, headers = {}, token }: Asked): string {
  const body = JSON.stringify({ query, variables, operationName: operationName ?? undefined })
  const own = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`)
  const given = own.map((header) => header.slice(0, header.indexOf(':')).toLowerCase())
  const usual = [
    ['content-type', 'application/json'],
    ...(token === null ? [] : [['authorization', `Bearer ${token}`]]),
  ]
  const all = [...usual.filter(([name = '']) => !given.includes(name)).map((pair) => pair.join(': ')), ...own]
  return [
    `curl ${quote(`${origin}/graphql`)}`,
    ...all.map((header) => `-H ${quote(header)}`),
    `--data-binary ${quote(body)}`,
  ].join(' \\\n  ')
}

// Within single quotes a shell reads nothing but the next single quote.
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
