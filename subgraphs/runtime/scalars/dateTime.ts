import { isCalendarDate } from './date.ts'
import { textScalar } from './textScalar.ts'

const RFC_3339 = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** A moment as in RFC 3339. Comes in with any offset and reaches the resolver in UTC: `2026-11-22T10:30:00.000Z`. */
export const DateTime = textScalar({
  name: 'DateTime',
  expected: 'a moment like "2026-11-22T10:30:00.000Z"',
  write: (value) => (isMoment(value) ? value : null),
  read: (value) => (isMoment(value) ? new Date(value).toISOString() : null),
})

function isMoment(value: string): boolean {
  const match = RFC_3339.exec(value)
  return match !== null && isCalendarDate(match[1] ?? '')
}
