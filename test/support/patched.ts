import type { Texts } from './graph.ts'

/** Applies a unified diff, as `git apply` would, to the texts that it is about: each is the file `<name>.graphql`. */
export function patchedTexts(texts: Texts, diff: string): Texts {
  const result: Record<string, string> = { ...texts }
  for (const part of diff.split(/^--- a\//m).slice(1)) {
    const name = part.split('.graphql', 1)[0] ?? ''
    result[name] = patchedText(result[name] ?? '', part)
  }
  return result
}

/** One file's hunks, from the last to the first, so that line numbers hold. */
export function patchedText(text: string, diff: string): string {
  const before = text.split('\n')
  const hunks = diff.split(/^@@ -(\d+),(\d+) .*\n/m)
  for (let index = hunks.length - 3; index > 0; index -= 3) {
    const [from, count, body = ''] = hunks.slice(index, index + 3)
    const after = body.split('\n').filter((line) => /^[ +]/.test(line))
    before.splice(Number(from) - 1, Number(count), ...after.map((line) => line.slice(1)))
  }
  return before.join('\n')
}
