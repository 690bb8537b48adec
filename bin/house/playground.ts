import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadPlayground } from '../../gateway/playground/serve.ts'
import type { GatewayRoute } from '../../gateway/respond/routes.ts'

/** Where `prepare` puts the page, seen from dist/bin/house and from bin/house. */
const places = ['../../playground', '../../dist/playground'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** The routes of the playground in `directory`. Default: where the build puts it. Throws when it was not built. */
export function playgroundRoutes(
  directory = places.find((place) => existsSync(place)) ?? places[0] ?? '',
): GatewayRoute[] {
  const playground = loadPlayground(directory)
  const handle: GatewayRoute['handle'] = ({ url }) => playground.get(url.pathname)
  return [
    { method: 'GET', path: '/', handle },
    { method: 'GET', path: '/playground/*', handle },
  ]
}
