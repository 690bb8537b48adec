import type {
  AvatarResolvers,
  SessionResolvers,
  SettingConflictResolvers,
  StickerResolvers,
} from '../generated/types.ts'

// What only accounts can make, and nobody makes yet: an id of one cannot exist, and whatever is asked by id is null, as
// it will be for who may not see it.

export const Session: SessionResolvers = { __resolveReference: () => null }
export const SettingConflict: SettingConflictResolvers = { __resolveReference: () => null }
export const Avatar: AvatarResolvers = { __resolveReference: () => null }
export const Sticker: StickerResolvers = { __resolveReference: () => null }
