/** The apps in which a demo person may have a profile, in the order in which the page shows them. */
export const APPS = ['MESSENGER', 'PHOTO', 'SOCIAL'] as const

/** A client that a person can be signed in to: one of the apps, or the accounts center with all of their profiles. */
export type Client = (typeof APPS)[number] | 'ACCOUNTS'

export const CLIENTS: readonly Client[] = ['ACCOUNTS', ...APPS]

export const CLIENT_NAMES: Readonly<Record<Client, string>> = {
  ACCOUNTS: 'Accounts center',
  MESSENGER: 'Messenger',
  PHOTO: 'Photo',
  SOCIAL: 'Social',
}

/** What a client may see, in one sentence. */
export const CLIENT_VIEWS: Readonly<Record<Client, string>> = {
  ACCOUNTS: 'All profiles at once, and what is linked: the only client that may see “account”.',
  MESSENGER: 'As the messenger sees it: its own profile; “account” and the other apps’ own views are null.',
  PHOTO: 'As the photo app sees it: its own profile; “account” and the other apps’ own views are null.',
  SOCIAL: 'As the social app sees it: its own profile; “account” and the other apps’ own views are null.',
}

/** `Messenger, Photo and Social`; names that this page does not know stay as they are. */
export function inWords(apps: readonly string[]): string {
  const names = apps.map((app) => (isClient(app) ? CLIENT_NAMES[app] : app))
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names).replace(/, and /, ' and ')
}

export function isClient(name: unknown): name is Client {
  return CLIENTS.some((client) => client === name)
}
