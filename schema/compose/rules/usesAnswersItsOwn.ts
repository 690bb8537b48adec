import type { FieldIn, Model, TypeIn } from '../model/model.ts'
import { placeOf } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** Which things were chosen says what they were chosen by: others must not be asked about them. */
export const usesAnswersItsOwn: ModelRule = {
  stage: 'model',
  number: 'R4',
  again: true,
  sentence: 'What is computed from consented data answers value types and entities of its own app, none of them @open.',
  check: (model) =>
    [...model.uses.keys()].flatMap((coordinate) =>
      (model.fields.get(coordinate) ?? [])
        .filter(({ external }) => !external)
        .flatMap((field) => {
          const foreign = foreignIn(field, model, new Set())
          return foreign === undefined ? [] : [refused(field, foreign)]
        }),
    ),
}

function refused(field: FieldIn, { name, owner, open }: Foreign) {
  const what = open ? `${name}, which is @open to other subgraphs` : `${name} of ${owner}`
  return {
    code: 'USES_RESULT',
    message: `A field that is @uses must answer value types and entities of its own app that are not @open, but ${field.coordinate} answers ${what}.`,
    hint: `Answer a value type of ${field.parent.file.name} that says what is needed of ${name}, without the entity itself.`,
    at: placeOf(field.node),
    subject: field.coordinate,
  }
}

interface Foreign {
  readonly name: string
  readonly owner: string
  readonly open: boolean
}

/** The first entity of others among what the field answers, value types looked through. */
function foreignIn(field: FieldIn, model: Model, seen: Set<string>): Foreign | undefined {
  const { file } = field.parent
  for (const name of objectsBehind(field.typeName, model)) {
    const type = model.types.get(name)?.find((each) => each.file === file)
    if (type === undefined || seen.has(name)) continue
    seen.add(name)
    const found = isEntity(type, model)
      ? foreign(type, model)
      : firstOf(type.fields, (each) => foreignIn(each, model, seen))
    if (found !== undefined) return found
  }
  return undefined
}

function objectsBehind(name: string, { possible }: Model): readonly string[] {
  return [...(possible.get(name) ?? [name])]
}

function isEntity({ name, keys }: TypeIn, { entities, consented, persons }: Model): boolean {
  return keys.length > 0 || entities.has(name) || consented.has(name) || persons.has(name)
}

function foreign({ name, file }: TypeIn, { entities, consented, persons }: Model): Foreign | undefined {
  const owner = entities.get(name)
  if (consented.has(name)) return { name, owner: consented.get(name)?.from ?? 'another app', open: false }
  const open = owner?.labels.has('open') === true && !persons.has(name)
  return owner?.file === file && !open ? undefined : { name, owner: owner?.file.name ?? 'nobody', open }
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
