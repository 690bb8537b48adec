import type { ASTNode } from 'graphql'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** Asked through an interface or a union, the data would come without anybody seeing its type. */
export const consentedTypesStandAlone: ModelRule = {
  stage: 'model',
  number: 'R1',
  again: true,
  sentence: 'A consented type implements nothing and is in no union.',
  check: ({ types, consented }) =>
    [...types.values()]
      .flat()
      .flatMap(({ name, file, node, interfaces, members, interfaceObject }) => [
        ...(consented.has(name) && (interfaces.length > 0 || interfaceObject)
          ? [abstract(name, file.name, `implements ${interfaces.join(' and ') || 'an interface'}`, node)]
          : []),
        ...members
          .filter((member) => consented.has(member))
          .map((member) => abstract(member, file.name, `is in the union ${name}`, node)),
      ]),
}

function abstract(type: string, subgraph: string, but: string, node: ASTNode): Finding {
  return {
    code: 'CONSENTED_ABSTRACT',
    message: `A consented type must implement nothing and be in no union, but ${type} ${but} in ${subgraph}.`,
    hint: `Take ${type} out of it; whoever needs the data asks the road.`,
    at: placeOf(node),
    subject: type,
    follows: [`${subgraph} ${type}`],
  }
}
