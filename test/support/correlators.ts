/** Shorter ones are equal by chance, or mean nothing. */
const SHORTEST = 8

/**
 * What texts of different groups have in common: the longest substrings of at least eight characters, each with the
 * groups that have it. Two groups that hold nothing of each other have none.
 */
export function correlators(groups: ReadonlyMap<string, Iterable<string>>): Map<string, string[]> {
  const texts = [...groups].map(([group, all]) => [group, [...new Set(all)]] as const)
  // The first group that has a window; null once a second one has it.
  const first = new Map<string, string | null>()
  for (const [group, all] of texts)
    for (const text of all)
      for (const window of windowsOf(text)) {
        const known = first.get(window)
        if (known === undefined) first.set(window, group)
        else if (known !== group) first.set(window, null)
      }
  const isShared = (window: string): boolean => first.get(window) === null
  const runs = new Set(texts.flatMap(([, all]) => all.flatMap((text) => [...runsOf(text, isShared)])))
  const having = (run: string): string[] =>
    texts.filter(([, all]) => all.some((text) => text.includes(run))).map(([group]) => group)
  return new Map([...runs].map((run) => [run, having(run)]))
}

function* windowsOf(text: string): Generator<string> {
  for (let at = 0; at + SHORTEST <= text.length; at++) yield text.slice(at, at + SHORTEST)
}

/** The parts of a text that are made of shared windows only, each as long as it goes. */
function* runsOf(text: string, isShared: (window: string) => boolean): Generator<string> {
  let start = -1
  for (let at = 0; at + SHORTEST <= text.length + 1; at++) {
    const inside = at + SHORTEST <= text.length && isShared(text.slice(at, at + SHORTEST))
    if (inside && start < 0) start = at
    if (!inside && start >= 0) {
      yield text.slice(start, at + SHORTEST - 1)
      start = -1
    }
  }
}
