import { serverAudits } from 'graphql-http'
import { expect, test } from 'vitest'
import { startGateway } from '../../support/gatewayTester.ts'

/** The public audit of "GraphQL over HTTP": one case each, by its stable id. */
test('the public audit holds: every MUST and every SHOULD', async () => {
  await using gateway = await startGateway({ development: true })
  const audits = serverAudits({ url: `${gateway.url}/graphql`, fetchFn: fetch })
  const results = await Promise.all(audits.map(async ({ name, fn }) => ({ name, status: (await fn()).status })))
  const failed = results.filter(({ status }) => status !== 'ok').map(({ name }) => name)
  const count = (level: string): string => {
    const all = results.filter(({ name }) => name.startsWith(level))
    return `${all.filter(({ status }) => status === 'ok').length} of ${all.length} ${level}`
  }
  console.info(`GraphQL over HTTP: ${count('MUST')}, ${count('SHOULD')}, ${count('MAY')}`)
  // A GET without a preflight header is refused on purpose (CSRF).
  expect(failed).toEqual([
    'MAY accept application/x-www-form-urlencoded formatted GET requests',
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  ])
})
