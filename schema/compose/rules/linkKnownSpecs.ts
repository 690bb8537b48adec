import { CONSENT, FEDERATION, linksOf, type Link } from '../../links.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { FileRule } from './rule.ts'

/** A spec that nobody here executes would be composed and then not hold. */
export const linkKnownSpecs: FileRule = {
  stage: 'file',
  blocks: true,
  sentence: 'A subgraph links federation and the consent spec 1.x, and nothing else.',
  check: ({ document }) => {
    const links = linksOf(document)
    const again = links.filter(({ spec }) => spec === CONSENT).slice(1)
    return [...links.flatMap(check), ...again.map(linkedAgain)]
  },
}

function check(link: Link): readonly Finding[] {
  if (link.spec === FEDERATION) return []
  if (link.spec !== CONSENT) return [unknownSpec(link)]
  return link.version?.major === 1 ? [] : [otherMajor(link)]
}

/** Only one of them would be read. */
function linkedAgain({ directive }: Link): Finding {
  return {
    code: 'LINK_REPEATED',
    message: 'A subgraph must link the consent spec once, but this is another @link to it.',
    hint: 'Keep one @link and put all imports into it.',
    at: placeOf(directive),
  }
}

function unknownSpec({ spec, directive }: Link): Finding {
  return {
    code: 'LINK_NOT_ALLOWED',
    message: `A subgraph may link federation and the consent spec, but this links ${spec === '' ? 'no URL' : spec}.`,
    hint: 'Remove the @link and the directives that it brings; the gateway does not execute them.',
    at: placeOf(directive),
  }
}

function otherMajor({ version, directive }: Link): Finding {
  const got = version === null ? 'no version' : `version ${version.major}.${version.minor}`
  return {
    code: 'CONSENT_VERSION',
    message: `The consent spec must be linked in version 1.x, but the @link names ${got}.`,
    hint: `Link ${CONSENT}/v1.0.`,
    at: placeOf(directive),
  }
}
