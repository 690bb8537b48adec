import type { ASTNode } from 'graphql'
import { asDirective, patchOf, withArgument } from '../edits.ts'
import { isKeeper, isOpenType, type KeyIn, type Model, type TypeIn } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** A subgraph that resolves a type by its key is sent the key of every row that anybody asks about. */
export const othersTypesAreStubs: ModelRule = {
  stage: 'model',
  number: 'R5',
  again: true,
  sentence: "Of another owner's type a subgraph holds only a stub (key fields, resolvable: false), unless it is @open.",
  check: (model) =>
    [...model.entities].flatMap(([name, owner]) =>
      model.consented.has(name) ? [] : checkEntity(model.types.get(name) ?? [], owner, model),
    ),
}

function checkEntity(types: readonly TypeIn[], owner: TypeIn, model: Model): readonly Finding[] {
  const others = types.filter((type) => type !== owner)
  const before = others.filter((type) => isValueType(type) && isLater(owner, type, model))
  const [first] = before
  const turned = first === undefined || isKeeper(owner.file) ? [] : [turnedEntity(first, owner)]
  return [
    ...turned,
    ...others.filter((type) => !before.includes(type)).flatMap((type) => checkType(type, owner, model)),
  ]
}

function checkType(type: TypeIn, owner: TypeIn, model: Model): readonly Finding[] {
  if (isKeeper(type.file) || isOpenType(model, type.name)) return []
  const wrong = whatIsMore(type, owner)
  if (wrong === undefined) return []
  const { name, file } = type
  const person = model.persons.has(name)
  return [
    {
      code: 'TYPE_NOT_OPEN',
      message: `Of ${name}, which belongs to ${owner.file.name}${person ? ' and is a person' : ' and is not @open'}, ${file.name} must hold no more than a stub, but ${wrong.but}.`,
      hint: `Write type ${name} @key(fields: "${keysOf(owner)[0] ?? 'id'}", resolvable: false) with the fields of that key alone${person ? '; persons are never open' : `, or ask ${owner.file.name} to mark the type @open`}.`,
      ...patchOf(wrong.isOnlyKey ? type.keys.flatMap(notResolvable) : []),
      at: placeOf(wrong.node),
      subject: name,
      cause: `${file.name} builds on ${name}`,
    },
  ]
}

/** Answered where it stands, without any key. */
function isValueType({ keys, fields, kind }: TypeIn): boolean {
  return kind === 'object' && keys.length === 0 && fields.some(({ external }) => !external)
}

function isLater(owner: TypeIn, than: TypeIn, { files }: Model): boolean {
  return files.indexOf(owner.file) > files.indexOf(than.file)
}

/** A key on somebody's value type makes its values rows that can be asked for. */
function turnedEntity(type: TypeIn, owner: TypeIn): Finding {
  const { name, file } = owner
  return {
    code: 'TYPE_NOT_OPEN',
    message: `${name} is a value type of ${type.file.name}, so ${file.name} must not give it a key, but does.`,
    hint: 'Remove the @key, or give the type another name.',
    at: placeOf(owner.keys[0]?.node ?? owner.node),
    related: [placeOf(type.node)],
    subject: name,
    cause: `${file.name} builds on ${name}`,
  }
}

interface More {
  readonly but: string
  readonly node: ASTNode
  /** Whether a stub is left when its keys are not resolvable. */
  readonly isOnlyKey: boolean
}

function whatIsMore({ keys, fields, node, kind }: TypeIn, owner: TypeIn): More | undefined {
  const known = keysOf(owner)
  const names = new Set(keys.flatMap(({ text }) => spaced(text).match(/\w+/g) ?? []))
  const more = fields.find(
    ({ name, external, requires, override }) =>
      !names.has(name) || external || requires !== undefined || override !== undefined,
  )
  const resolvable = keys.find((key) => key.resolvable)
  if (resolvable !== undefined)
    return { but: 'its key is resolvable', node: resolvable.node, isOnlyKey: more === undefined }
  if (keys.length === 0 && kind === 'object') return { but: 'it has no key', node, isOnlyKey: false }
  const other = keys.find(({ text }) => !known.includes(spaced(text)))
  if (other !== undefined) return { but: `"${other.text}" is no key of the type`, node: other.node, isOnlyKey: false }
  return more === undefined ? undefined : { but: `it has ${more.name}`, node: more.node, isOnlyKey: false }
}

function keysOf({ keys }: TypeIn): readonly string[] {
  return keys.filter(({ resolvable }) => resolvable).map(({ text }) => spaced(text))
}

function spaced(text: string): string {
  return text.trim().replaceAll(/[\s,]+/g, ' ')
}

function notResolvable({ node, resolvable }: KeyIn) {
  const directive = asDirective(node)
  return resolvable && directive !== undefined ? withArgument(directive, 'resolvable', 'false') : []
}
