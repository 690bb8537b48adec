import { CONSENT_DIRECTIVES } from '../../consentSpec.ts'
import { directivesNamed, schemasOf, stringArgument } from '../../documents.ts'
import { placeOf } from '../problem.ts'
import type { FileRule } from './rule.ts'

/** Anything else in the supergraph would be a rule that nobody keeps. */
export const composeOnlyConsent: FileRule = {
  stage: 'file',
  blocks: false,
  sentence: 'Of custom directives, only those of the consent spec are composed.',
  check: ({ document }) =>
    schemasOf(document)
      .flatMap((schema) => directivesNamed(schema, 'composeDirective'))
      .filter((directive) => !CONSENT_DIRECTIVES.has((stringArgument(directive, 'name') ?? '').slice(1)))
      .map((directive) => ({
        code: 'COMPOSE_DIRECTIVE_NOT_ALLOWED',
        message: `@composeDirective may name only directives of the consent spec, but this names ${stringArgument(directive, 'name') ?? 'none'}.`,
        hint: 'Remove this @composeDirective; the directive may stay, the graph does not see it.',
        at: placeOf(directive),
      })),
}
