import { textScalar } from './textScalar.ts'

/** A day of the calendar, without time or zone. */
export const DateScalar = textScalar({
  name: 'Date',
  expected: 'a day like "2026-11-22"',
  write: (value) => (isCalendarDate(value) ? value : null),
  read: (value) => (isCalendarDate(value) ? value : null),
})

/** Whether this is `YYYY-MM-DD` and a day that exists: not 30 February, which `Date` would take for 2 March. */
export function isCalendarDate(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}
