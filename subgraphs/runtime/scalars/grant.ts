import { textScalar } from './textScalar.ts'

/** A capability to read one person's data for one purpose: opaque to all but its source. Only its size is looked at. */
export const Grant = textScalar({
  name: 'Grant',
  expected: 'a grant',
  write: (value) => (isPlausible(value) ? value : null),
  read: (value) => (isPlausible(value) ? value : null),
})

/** A grant has 337 characters today. */
function isPlausible(value: string): boolean {
  return value.length >= 1 && value.length <= 2048
}
