import { type App, APPS } from './identity.ts'

/** The type of the graph that names a person in `app`: `MessengerProfile` for `MESSENGER`. */
export function personTypeOf(app: App): string {
  return `${app.charAt(0)}${app.slice(1).toLowerCase()}Profile`
}

/** The app whose person this type names; null for every other type. */
export function appOfPersonType(type: string): App | null {
  return APPS.find((app) => personTypeOf(app) === type) ?? null
}
