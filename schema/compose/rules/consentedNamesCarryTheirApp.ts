import { sourceOf, type Model, type TypeIn } from '../model/model.ts'
import { placeOf } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** Two apps with a value type of the same name would fail each other's publishing. */
export const consentedNamesCarryTheirApp: ModelRule = {
  stage: 'model',
  number: 'R7',
  again: true,
  sentence: "Consented types, and the value types in them, begin with their source's name.",
  check: (model) =>
    [...model.consented.keys()].flatMap((name) => {
      const source = sourceOf(model, name)
      if (source === undefined) return []
      const prefix = source.file.name.replace(/^./, (first) => first.toUpperCase())
      return withValueTypes(source, model)
        .filter((type) => !type.name.startsWith(prefix) || /^[a-z]/.test(type.name.slice(prefix.length)))
        .map((type) => ({
          code: 'CONSENTED_PREFIX',
          message: `Types of consented data must begin with their app's name, ${prefix}, but this is ${type.name}.`,
          hint: `Name it ${prefix}${type.name}, everywhere.`,
          at: placeOf(type.node),
          subject: type.name,
        }))
    }),
}

/** The type and all objects behind its fields, in its own file. */
function withValueTypes(source: TypeIn, { types, entities }: Model): readonly TypeIn[] {
  const found = new Set([source])
  for (const type of found)
    for (const { typeName } of type.fields) {
      const behind = types.get(typeName)?.find(({ file, kind }) => file === source.file && kind === 'object')
      if (behind !== undefined && !entities.has(typeName)) found.add(behind)
    }
  return [...found]
}
