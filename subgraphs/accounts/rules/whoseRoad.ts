import type { App } from '../../runtime/identity/identity.ts'
import { ACCOUNTS, type Session } from './clients.ts'

/** Whether the viewer is signed in, in this app, as this very profile: only then is there a road at all. */
export function isViewer(profileId: string, app: App, { client, profiles }: Session): boolean {
  if (client !== app && client !== ACCOUNTS) return false
  return profiles.some((profile) => profile.app === app && profile.id === profileId)
}
