import { ACCOUNTS, type AccountRow } from '../../../subgraphs/accounts/rows.ts'
import type { GrantsParts } from '../../../subgraphs/accounts/grants/subgraph.ts'
import { DELTA, L } from '../../../subgraphs/runtime/grants/constants.ts'
import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../../subgraphs/storage/port.ts'
import type { Exchange } from './processes.ts'

// Faults that histories must find, planted at the ports that accounts and grants stand on.

type Accounts = Collection<AccountRow>

/** A compare-and-set that is none: accounts are written whatever they say by now. */
export const noCompareAndSet: Exchange = {
  store: (storage) =>
    withAccounts(storage, (accounts) => ({ patch: (id, _guard, operations) => accounts.patch(id, {}, operations) })),
}

/** A fold that passes over PAUSED: the account keeps the consents of a link that is paused. */
export const foldKeepsConsent: Exchange = {
  store: (storage) =>
    withAccounts(storage, (accounts) => ({
      patch: (id, guard, operations) => accounts.patch(id, guard, kept(operations)),
    })),
}

/** The same where it is decided: to the roads a paused link and its consents are as if nothing was. */
export const roadsPassOverPauses: Exchange = {
  roads: (parts) => ({
    ...parts,
    storage: withAccounts(parts.storage, (accounts) => ({
      getMany: async (ids) => (await accounts.getMany(ids)).map((row) => row && unpaused(row)),
    })),
  }),
}

/** A ledger that is written after the grant: its write is under way when the grant leaves. */
export const recordAfterGrant: Exchange = {
  roads: (parts) => ({
    ...parts,
    storage: withAccounts(parts.storage, (accounts) => ({
      async patch(id, guard, operations) {
        void accounts.patch(id, guard, operations)
        return { _id: id } as AccountRow
      },
    })),
  }),
}

/** An expiry that is counted from when the account had been read. */
export const expiryAfterRead: Exchange = {
  roads: (parts) => {
    const { clock } = parts.ports
    let read = 0
    const storage = withAccounts(parts.storage, (accounts) => ({
      async getMany(ids) {
        const rows = await accounts.getMany(ids)
        read = clock.wall()
        return rows
      },
    }))
    return { ...parts, storage, sealer: stamped(parts.sealer, () => read) }
  },
}

/** An expiry that is counted from when the guarded write had answered, which is what a grant rests on in the end. */
export const expiryAfterWrite: Exchange = {
  roads: (parts) => ({ ...parts, sealer: stamped(parts.sealer, () => parts.ports.clock.wall()) }),
}

/** What takes away answers at once. */
export const noWaiting: Exchange = {
  clock: (clock) => ({
    ...clock,
    wait: (ms, signal) => (ms === L + DELTA ? Promise.resolve() : clock.wait(ms, signal)),
  }),
}

function stamped(sealer: GrantsParts['sealer'], now: () => number): GrantsParts['sealer'] {
  return { seal: (claims) => sealer.seal({ ...claims, t0: now(), exp: now() + L }) }
}

function kept(operations: Parameters<Accounts['patch']>[2]): Parameters<Accounts['patch']>[2] {
  const { consents, ...set } = operations.set ?? {}
  if (consents === undefined) return operations
  return { ...operations, set: { ...set, consents: granted(consents as AccountRow['consents']) } }
}

function unpaused(row: AccountRow): AccountRow {
  const links = Object.entries(row.links).map(([id, link]) => {
    return [id, link.state === 'PAUSED' ? { ...link, state: 'ACTIVE' as const } : link] as const
  })
  return { ...row, links: Object.fromEntries(links), consents: granted(row.consents) }
}

function granted(consents: AccountRow['consents']): AccountRow['consents'] {
  const all = Object.entries(consents).map(([flow, consent]) => {
    return [flow, consent.state === 'PAUSED' ? { ...consent, state: 'GRANTED' as const } : consent] as const
  })
  return Object.fromEntries(all)
}

/** A store whose accounts have some of their calls exchanged. */
function withAccounts(storage: Storage, exchanged: (accounts: Accounts) => Partial<Accounts>): Storage {
  return {
    check: () => storage.check(),
    close: () => storage.close(),
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const own = storage.collection(definition)
      if (definition.name !== ACCOUNTS.name) return own
      const changed = exchanged(own as unknown as Accounts) as unknown as Partial<Collection<D>>
      return {
        getMany: (ids) => own.getMany(ids),
        insert: (document) => own.insert(document),
        replace: (next, rev) => own.replace(next, rev),
        patch: (id, guard, operations) => own.patch(id, guard, operations),
        page: (index, eq, request) => own.page(index, eq, request),
        countMany: (index, equalities, cap) => own.countMany(index, equalities, cap),
        delete: (id, rev) => own.delete(id, rev),
        ...changed,
      }
    },
  }
}
