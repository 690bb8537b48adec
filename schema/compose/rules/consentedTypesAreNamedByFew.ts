import type { ASTNode } from 'graphql'
import { after, asDirective, instead, patchOf, withArgument, without } from '../edits.ts'
import { namedTypeOf } from '../../documents.ts'
import { coordinatesIn } from '../model/coordinates.ts'
import type { Edit } from '../patch.ts'
import { GRANTS } from '../../registry.ts'
import { GRANT, recipientsOf, sourceOf, type Model, type TypeIn } from '../model/model.ts'
import { placeOf, type Finding, type Place } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** Whoever names a type of an entity can ask for it, or answer in its place. */
export const consentedTypesAreNamedByFew: ModelRule = {
  stage: 'model',
  number: 'R1',
  again: true,
  sentence: 'Beside its source only `grants` names a consented type, as a stub, and its recipients, as a keyless copy.',
  check: (model) => {
    const recipients = recipientsOf(model)
    return [
      ...[...model.consented.keys()].flatMap((name) => {
        const source = sourceOf(model, name)
        return (model.types.get(name) ?? []).flatMap((type) => {
          if (type === source) return []
          if (type.file.name === GRANTS) return stub(type)
          return recipients.get(name)?.has(type.file.name) ? copy(type, source, model) : [outsider(type, source)]
        })
      }),
      ...grantsElsewhere(model),
    ]
  },
}

function stub(type: TypeIn): readonly Finding[] {
  const findings: Finding[] = []
  const [key, ...more] = type.keys
  const refused = (but: string, at: Place, edits: readonly Edit[] = []) =>
    findings.push({
      code: 'CONSENTED_STUB',
      message: `${GRANTS} must hold ${type.name} as the stub { grant } with a key that is not resolvable, but ${but}.`,
      hint: 'Write @key(fields: "grant", resolvable: false) and the one field grant: Grant!.',
      ...patchOf(edits),
      at,
      subject: type.name,
    })
  if (key === undefined) refused('it has no key', placeOf(type.node))
  else if (key.resolvable) refused('its key is resolvable', placeOf(key.node), notResolvable(key.node))
  else if (key.text.trim() !== 'grant' || more.length > 0) refused('it has another key', placeOf(key.node))
  for (const field of type.fields)
    if (field.name !== 'grant') refused(`it has the field ${field.name}`, placeOf(field.node))
    else if (field.external || field.override !== undefined || field.shareable)
      refused('its grant is not its own', placeOf(field.node))
  return findings
}

function notResolvable(node: ASTNode): readonly Edit[] {
  const directive = asDirective(node)
  return directive === undefined ? [] : withArgument(directive, 'resolvable', 'false')
}

/** Keyless, each field an `@external` scalar or enum that the source has. */
function copy(type: TypeIn, source: TypeIn | undefined, { types }: Model): readonly Finding[] {
  const known = new Set((source?.fields ?? []).map(({ name }) => name))
  const refused = (but: string, at: Place, edits: readonly Edit[] = []): Finding => ({
    code: 'CONSENTED_COPY',
    message: `A recipient must hold ${type.name} as a keyless copy with only @external scalars and enums, but in ${type.file.name} ${but}.`,
    hint: 'Leave out the key and whatever is not needed, and mark each field @external; `grant` is for the source alone.',
    ...patchOf(edits),
    at,
    subject: type.name,
  })
  return [
    ...type.keys.map(({ node }) => refused('it has a key', placeOf(node), node === type.node ? [] : without(node))),
    ...type.fields.flatMap((field) => {
      const at = placeOf(field.node)
      if (field.name === 'grant' || field.typeName === GRANT) return [refused('it has the grant', at)]
      if (field.override !== undefined)
        return [refused(`${field.name} overrides the source`, at, instead(field.override.node, '@external'))]
      if (!field.external) return [refused(`${field.name} is not @external`, at, [after(field.node, ' @external')])]
      if (!known.has(field.name)) return [refused(`${field.name} is no field of the source`, at)]
      const kind = types.get(field.typeName)?.[0]?.kind ?? 'scalar'
      return kind === 'scalar' || kind === 'enum' ? [] : [refused(`${field.name} is no scalar or enum`, at)]
    }),
  ]
}

function outsider({ name, file, node }: TypeIn, source: TypeIn | undefined): Finding {
  return {
    code: 'CONSENTED_NAMED',
    message: `${name} is consented data of ${source?.file.name ?? 'its source'} and must be named only by it, ${GRANTS} and those who have a road to it, but ${file.name} names it.`,
    hint: `Remove it from ${file.name}, with everything that asks for it; an app gets a road to it in ${GRANTS} from the keepers of consent.`,
    at: placeOf(node),
    subject: name,
    cause: `${file.name} ${name}`,
  }
}

/** A grant stands nowhere but in the field of a consented type that it opens: in no argument, input or other field. */
function grantsElsewhere({ consented, files }: Model): readonly Finding[] {
  if (consented.size === 0) return []
  const allowed = new Set([...consented.keys()].map((name) => `${name}.grant`))
  return files.flatMap((file) =>
    coordinatesIn(file.document)
      .filter(({ node, coordinate }) => 'type' in node && namedTypeOf(node) === GRANT && !allowed.has(coordinate))
      .map(({ node, coordinate }) => ({
        code: 'GRANT_NAMED',
        message: `A ${GRANT} must stand only in the field grant of a consented type, but ${coordinate} of ${file.name} has one.`,
        hint: 'Remove the field or the argument; grants are handed on by the gateway alone.',
        at: placeOf(node),
        subject: coordinate.replace(/\(.*/, ''),
        follows: [`${file.name} ${coordinate.split('.')[0]}`],
      })),
  )
}
