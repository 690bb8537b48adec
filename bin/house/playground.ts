import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createPlaygroundRoutes } from '../../gateway/playground/serve.ts'
import type { GatewayRoute } from '../../gateway/respond/routes.ts'

/** Where `prepare` puts the page, seen from dist/bin/house and from bin/house. */
const places = ['../../playground', '../../dist/playground'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** The routes of the playground. Throws when it was not built. */
export function playgroundRoutes(): GatewayRoute[] {
  return createPlaygroundRoutes(places.find((place) => existsSync(place)) ?? places[0] ?? '')
}
