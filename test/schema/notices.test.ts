import { describe, expect, test } from 'vitest'
import { loadContract } from '../../schema/contract.ts'

const { notices } = loadContract()
const APP_NAMES = {
  en: { messenger: 'messenger', photo: 'photo app', social: 'social app' },
  de: { messenger: 'Messenger', photo: 'Foto-App', social: 'Social-App' },
} as const

const wordings = notices.flatMap(({ languages, ...notice }) =>
  Object.entries(languages).map(([language, wording]) => ({
    ...notice,
    ...wording,
    language: language as 'en' | 'de',
  })),
)

describe.each(wordings)(
  'the notice from $from to $to for $purpose in $language',
  ({ from, to, language, text, withoutIt }) => {
    const names: Readonly<Record<string, string>> = APP_NAMES[language]

    test('names whose data goes to whom', () => {
      expect(text).toContain(names[from])
      expect(text).toContain(names[to])
    })

    test('says that the source learns of it, that nothing is kept, and that it can be switched off', () => {
      const [learns, keeps, off] =
        language === 'en'
          ? [/learns that/, /does not keep/, /switch this off/]
          : [/erfährt/, /nicht auf/, /ausschalten/]
      expect(text).toMatch(learns)
      expect(text).toMatch(keeps)
      expect(text).toMatch(off)
    })

    test('says what is different without it, shorter than itself', () => {
      expect(withoutIt.length).toBeGreaterThan(40)
      expect(withoutIt.length).toBeLessThan(text.length)
    })

    test('is plain text on one line', () => {
      expect(text + withoutIt).not.toMatch(/\n|<|\*| {2}/)
    })
  },
)
