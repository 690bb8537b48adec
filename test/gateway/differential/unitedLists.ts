import merging from '@apollo/gateway/dist/utilities/deepMerge.js'

/** What the stock gateway unites answers with. */
const { deepMerge } = merging

/**
 * Runs something on a stock gateway that unites lists in lists element by element, as it does other lists; stock itself
 * takes the inner lists that come last. All stock gateways of the process are mended meanwhile: one run at a time.
 */
export async function withUnitedLists<Result>(run: () => Promise<Result>): Promise<Result> {
  Object.assign(merging, { deepMerge: merge })
  try {
    return await run()
  } finally {
    Object.assign(merging, { deepMerge })
  }
}

type Fields = Record<string, unknown>

/** As `deepMerge`, but for lists in lists. */
function merge(target: Fields, source: Fields | null | undefined): Fields {
  for (const [name, given] of Object.entries(source ?? {})) target[name] = united(target[name], given)
  return target
}

function united(known: unknown, given: unknown): unknown {
  if (given === undefined) return known
  if (isObject(known) && isObject(given)) return merge(known, given)
  if (!Array.isArray(known) || !Array.isArray(given) || known.length !== given.length) return given
  for (const [index, element] of given.entries()) known[index] = united(known[index], element)
  return known
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
