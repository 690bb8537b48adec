import { patchOf } from '../edits.ts'
import type { Edit } from '../patch.ts'
import { isDefinition, isKeeper, isOfRank, type Model, type TypeIn } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/**
 * Who defines an entity owns it and says who may build on it. Of two apps that both define it the earlier one would be
 * the owner, and could open what is the other's: so who only adds to it writes `extend type`.
 */
export const eachEntityIsDefinedOnce: ModelRule = {
  stage: 'model',
  number: 'R5',
  // Who wrote `extend` is read from the files alone.
  again: false,
  sentence: 'One subgraph defines an entity; others extend it.',
  check: (model) => [...model.entities.values()].flatMap((owner) => others(owner, model)),
}

function others(owner: TypeIn, { types, persons, consented }: Model): readonly Finding[] {
  const { name, file } = owner
  // Whose a person or consented data is, its label says.
  if (isKeeper(file) || persons.has(name) || consented.has(name)) return []
  return (types.get(name) ?? [])
    .filter((type) => type !== owner && isDefinition(type) && isOfRank(type.file, file))
    .filter(({ keys }) => keys.some(({ resolvable }) => resolvable))
    .map((type) => ({
      code: 'ENTITY_DEFINED_TWICE',
      message: `An entity must have one owner, who alone defines it, but ${file.name} and ${type.file.name} both define ${name} with a key.`,
      hint: `Write \`extend type ${name}\` in the one that only adds to it; the other one must mark it @open.`,
      ...patchOf(extending(type)),
      at: placeOf(type.node),
      related: [placeOf(owner.node)],
      subject: name,
      cause: `${type.file.name} builds on ${name}`,
    }))
}

/** Nothing where it is described: an extension cannot be. */
function extending({ node }: TypeIn): readonly Edit[] {
  if (node.loc === undefined || ('description' in node && node.description !== undefined)) return []
  return [{ at: { source: node.loc.source, offset: node.loc.start }, insert: 'extend ' }]
}
