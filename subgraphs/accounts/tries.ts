import { REQUEST_LIFETIME_MS, WRONG_CODES } from './rules/linkRequest.ts'
import type { AccountsStore } from './store.ts'

/**
 * Takes one of the five tries of ten minutes before a code is looked up, so that no number of guesses at once gets more.
 * Null when they are used up. The try counts as wrong unless `release` gives it back; a success resets no other.
 */
export async function takeTry(
  { tries }: AccountsStore,
  profile: string,
  { token, now }: { readonly token: string; readonly now: number },
): Promise<{ readonly release: () => Promise<void> } | null> {
  for (;;) {
    const [row] = await tries.getMany([profile])
    const recent = row?.tries.filter(({ at }) => at > now - REQUEST_LIFETIME_MS) ?? []
    if (recent.length >= WRONG_CODES) return null
    const next = { _id: profile, tries: [...recent, { at: now, token }] }
    const written = row ? await tries.replace(next, row.rev) : await tries.insert(next)
    if (written !== 'conflict') return { release: () => release(tries, profile, token) }
  }
}

async function release(tries: AccountsStore['tries'], profile: string, token: string): Promise<void> {
  for (;;) {
    const [row] = await tries.getMany([profile])
    if (!row) return
    const next = { _id: profile, tries: row.tries.filter((each) => each.token !== token) }
    if ((await tries.replace(next, row.rev)) === 'replaced') return
  }
}
