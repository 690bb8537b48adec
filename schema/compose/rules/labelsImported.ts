import { CONSENT, linksOf } from '../../links.ts'
import { grouped } from '../model/build.ts'
import { placeOf } from '../problem.ts'
import { labelApplications } from './labelsUsed.ts'
import type { FileRule } from './rule.ts'

/** A directive that only looks like a label protects nothing. */
export const labelsImported: FileRule = {
  stage: 'file',
  blocks: true,
  sentence: 'A subgraph that labels something links the consent spec and imports the label.',
  check({ document }) {
    const imports = linksOf(document)
      .filter(({ spec }) => spec === CONSENT)
      .flatMap((link) => link.imports)
    const imported = new Set(imports.map(({ name }) => name))
    const wrong = labelApplications(document).filter(
      ({ name, node }) => !imported.has(`@${name}`) || node.name.value !== name,
    )
    const byName = grouped(wrong, ({ node }) => node.name.value)
    return [...byName.values()]
      .flatMap((same) => same.slice(0, 1))
      .map(({ name, node }) => ({
        code: 'CONSENT_NOT_IMPORTED',
        message: `A file that uses @${name} must import it from the consent spec and use it by that name.`,
        hint: `Write @link(url: "${CONSENT}/v1.0", import: ["@${name}"]) beside the other @link.`,
        at: placeOf(node),
      }))
  },
}
