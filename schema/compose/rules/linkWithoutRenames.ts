import { linksOf } from '../../links.ts'
import { placeOf, type Finding, type Place } from '../problem.ts'
import type { FileRule } from './rule.ts'

/** One renamed import makes composition throw for everybody, and hides a directive from people who read for its name. */
export const linkWithoutRenames: FileRule = {
  stage: 'file',
  blocks: true,
  sentence: 'A subgraph calls specs and their directives by their own names.',
  check: ({ document }) =>
    linksOf(document).flatMap(({ as, imports, directive }) => [
      ...(as === undefined ? [] : [renamed(`the spec ${as}`, placeOf(directive))]),
      ...imports
        .filter((each) => each.as !== each.name)
        .map((each) => renamed(`${each.name} ${each.as}`, placeOf(each.node))),
    ]),
}

function renamed(what: string, at: Place): Finding {
  return {
    code: 'LINK_RENAMED',
    message: `Specs and their directives must keep their own names, but this calls ${what}.`,
    hint: 'Remove `as`, import by the plain name (`"@key"`), and use that name in the file.',
    at,
  }
}
