import type {
  AccountResolvers,
  AvatarResolvers,
  ConsentResolvers,
  CrosspostResolvers,
  DataUseResolvers,
  LinkRequestResolvers,
  LinkResolvers,
  SessionResolvers,
  SettingConflictResolvers,
  StickerResolvers,
} from '../generated/types.ts'

// What only accounts can make, and nobody makes yet: an id of one cannot exist, and whatever is asked by id is null, as
// it will be for who may not see it.

export const Account: AccountResolvers = { __resolveReference: () => null }
export const Link: LinkResolvers = { __resolveReference: () => null }
export const LinkRequest: LinkRequestResolvers = { __resolveReference: () => null }
export const Consent: ConsentResolvers = { __resolveReference: () => null }
export const DataUse: DataUseResolvers = { __resolveReference: () => null }
export const Session: SessionResolvers = { __resolveReference: () => null }
export const SettingConflict: SettingConflictResolvers = { __resolveReference: () => null }
export const Avatar: AvatarResolvers = { __resolveReference: () => null }
export const Sticker: StickerResolvers = { __resolveReference: () => null }
export const Crosspost: CrosspostResolvers = { __resolveReference: () => null }
