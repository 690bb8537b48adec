import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadPlayground } from '../../gateway/playground/serve.ts'
import type { GatewayRoute } from '../../gateway/respond/routes.ts'

/** Where `prepare` puts the page, seen from dist/bin/house and from bin/house. */
const places = ['../../playground', '../../dist/playground'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** The routes of the playground: the page at `/`, its files below `/playground/`. Throws when it was not built. */
export function playgroundRoutes(): GatewayRoute[] {
  const playground = loadPlayground(places.find((place) => existsSync(place)) ?? places[0] ?? '')
  const handle: GatewayRoute['handle'] = ({ url }) => {
    const file = playground.get(url.pathname)
    return file === null
      ? null
      : { status: 200, headers: { 'content-type': file.contentType, ...file.headers }, body: file.body }
  }
  return [
    { method: 'GET', path: '/', handle },
    { method: 'GET', path: '/playground/*', handle },
  ]
}
