import { isPartner } from '../../registry.ts'
import { ENTRY } from '../entry.ts'
import type { Finding, Place } from '../problem.ts'
import type { GraphRule } from './rule.ts'
import type { SubgraphFile } from '../subgraphFile.ts'

/** Lower-case letters and digits, beginning with a letter. */
export const SUBGRAPH_NAME = /^[a-z][a-z0-9]*$/

/** Names stand in consents, permits, headers and ledgers: two that look alike would be one too many. */
export const subgraphNames: GraphRule = {
  stage: 'graph',
  blocks: true,
  sentence: 'Subgraphs have plain lower-case names of their own, and each app has one subgraph, before all partners.',
  check: ({ files }) => files.flatMap((file, index) => check(file, files.slice(0, index))),
}

function check(file: SubgraphFile, before: readonly SubgraphFile[]): readonly Finding[] {
  const at = placeOfRegistration(file)
  const findings: Finding[] = []
  if (!SUBGRAPH_NAME.test(file.name)) findings.push(invalid(file, at))
  else if (file.name === ENTRY || before.some(({ name }) => name === file.name)) findings.push(taken(file, at))
  if (file.app !== undefined && before.some(({ app }) => app === file.app)) findings.push(appTaken(file, at))
  if (file.app !== undefined && before.some(isPartner)) findings.push(afterPartner(file, at))
  return findings
}

/** In `subgraphs.yaml`, or where there is none, at the beginning of its SDL. */
export function placeOfRegistration({ registeredAt, source }: SubgraphFile): Place {
  return registeredAt ?? { source, offset: 0 }
}

function invalid({ name }: SubgraphFile, at: Place): Finding {
  const proposal = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^[0-9]+/, '')
  return {
    code: 'SUBGRAPH_NAME',
    message: `The name of a subgraph must be lower-case letters and digits, beginning with a letter, but is "${name}".`,
    hint: proposal === '' ? 'Give it such a name.' : `Name it ${proposal}.`,
    at,
  }
}

function taken({ name }: SubgraphFile, at: Place): Finding {
  return {
    code: 'SUBGRAPH_NAME_TAKEN',
    message: `Each subgraph must have a name of its own, but ${name === ENTRY ? `${ENTRY} is the generated one` : `${name} is registered twice`}.`,
    hint: 'Give it another name.',
    at,
  }
}

function appTaken({ app }: SubgraphFile, at: Place): Finding {
  return {
    code: 'APP_TAKEN',
    message: `Each app must have one subgraph, but ${app} has two.`,
    hint: 'Remove `app` from one of them: a subgraph without it is a partner.',
    at,
  }
}

function afterPartner({ name }: SubgraphFile, at: Place): Finding {
  return {
    code: 'APP_AFTER_PARTNER',
    message: `Apps must come before partners, because the first that defines a type owns it, but ${name} comes after one.`,
    hint: 'Move it up in subgraphs.yaml.',
    at,
  }
}
