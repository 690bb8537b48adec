import type { PictureFlow } from '../../gateway/consent/planPicture.ts'

/** Who gets whose data for what, a line each; one line that says so when nobody does. */
export function flowLines(flows: readonly PictureFlow[]): readonly string[] {
  if (flows.length === 0) return ['No data of one app reaches another.']
  return [
    "Data of one app that may reach another, if the person's consents allow it:",
    ...flows.map(({ from, to, purpose, road }) => `  ${from} → ${to}  ${purpose}  by ${road}`),
  ]
}
