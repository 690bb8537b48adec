import { FEDERATION, linksOf, type Link } from '../../links.ts'
import { unifiedDiff } from '../patch.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { FileRule } from './rule.ts'
import type { SubgraphFile } from '../subgraphFile.ts'

const RECOMMENDED = `${FEDERATION}/v2.12`
const OLDEST_MINOR = 5

/** Without the link a text is read as a Federation 1 document, where directives mean something else. */
export const linkFederation: FileRule = {
  stage: 'file',
  blocks: true,
  sentence: 'Every subgraph links federation once, in version 2.5 or later.',
  check(file) {
    const [link, ...more] = linksOf(file.document).filter(({ spec }) => spec === FEDERATION)
    if (link === undefined) return [notLinked(file)]
    return [...more.map(linkedAgain), ...(isRecent(link) ? [] : [tooOld(link)])]
  },
}

function notLinked({ name, source }: SubgraphFile): Finding {
  const line = `extend schema @link(url: "${RECOMMENDED}", import: ["@key", "@shareable"])`
  const at = { source, offset: 0 }
  return {
    code: 'FEDERATION_1_DOCUMENT',
    message: `${name} must link federation 2.5 or later, but it has no such @link and would be read as a Federation 1 document.`,
    hint: `Begin the file with ${line} and import what it uses.`,
    patch: unifiedDiff([{ at, insert: `${line}\n` }]),
    at,
  }
}

function linkedAgain({ directive }: Link): Finding {
  return {
    code: 'LINK_REPEATED',
    message: 'A subgraph must link federation once, but this is another @link to it.',
    hint: 'Keep one @link and put all imports into it.',
    at: placeOf(directive),
  }
}

function isRecent({ version }: Link): boolean {
  return version?.major === 2 && version.minor >= OLDEST_MINOR
}

function tooOld({ directive, version }: Link): Finding {
  const got = version === null ? 'no version' : `version ${version.major}.${version.minor}`
  return {
    code: 'FEDERATION_VERSION',
    message: `A subgraph must link federation 2.${OLDEST_MINOR} or later, but the @link names ${got}.`,
    hint: `Link ${RECOMMENDED}.`,
    at: placeOf(directive),
  }
}
