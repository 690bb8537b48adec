import type { FetchNode, QueryPlan, QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import { isAbstractType, type GraphQLSchema } from 'graphql'
import { GRANTS, isPartner, KEEPERS } from '../../schema/registry.ts'
import type { ContractFlow, PlanContract } from './planContract.ts'
import { askedFields, fetchesOf, type AskedField, type PlacedFetch } from './planFetches.ts'
import type { ConsentRules } from './rules.ts'

/** Why a plan must not run, for the operator. */
export interface PlanProblem {
  /** Which fetch: whom it asks. */
  readonly subgraph: string
  /** Where its answer would go, for example `socialMe.messengerAdSignals`. */
  readonly path: string
  /** What must hold, and what the plan would do. */
  readonly message: string
}

/** Answers what is wrong with a plan; nothing for one that may run. */
export type PlanCheck = (plan: QueryPlan) => readonly PlanProblem[]

/** What a consented type is named by between `grants` and its source; nobody else is to have it. */
const GRANT_KEY: readonly string[] = ['__typename', 'grant']

/**
 * The plan check (consent.md, section 3): whatever was composed, a plan brings consented data from its source to a
 * permitted recipient only. It looks at each fetch, once per plan and before the plan is kept:
 *
 * 1. a consented type is asked of its source only, by exactly `{ __typename grant }`, where a road ends, and nothing
 *    beyond;
 * 2. a road is asked of `grants` only, of the person itself, for nothing but the grant;
 * 3. values go only to a recipient that has the flow, without the grant, and of one purpose at a time;
 * 4. below a field that uses consented data nothing is asked of a partner, nor of another app, but about its own people.
 */
export function createPlanCheck(rules: ConsentRules, schema: GraphQLSchema, contract: PlanContract): PlanCheck {
  const roadNames = new Set([...rules.roads.values()].flatMap((fields) => [...fields.keys()]))
  const house: House = { rules, schema, contract, roadNames }
  return (plan) => {
    const fetches = fetchesOf(plan).map((placed): Fetch => ({ ...placed, fields: askedFields(placed, schema) }))
    const uses = fetches.flatMap(({ node, fields }) =>
      fields.filter((field) => isUse(field, house)).map(({ path }): AskedUse => ({ path, by: node.serviceName })),
    )
    return fetches.flatMap((fetch) =>
      [
        ...sourceProblems(fetch, house),
        ...roadProblems(fetch, house),
        ...inputProblems(fetch, house),
        ...renameProblems(fetch, house),
        ...strangerProblems(fetch, uses, house),
      ].map((message) => ({ subgraph: fetch.node.serviceName, path: fetch.path.join('.'), message })),
    )
  }
}

interface House {
  readonly rules: ConsentRules
  /** With everything that is hidden from clients. */
  readonly schema: GraphQLSchema
  readonly contract: PlanContract
  readonly roadNames: ReadonlySet<string>
}

interface Fetch extends PlacedFetch {
  readonly fields: readonly AskedField[]
}

/** 1. */
function sourceProblems({ node, path, fields }: Fetch, house: House): readonly string[] {
  const { rules, roadNames } = house
  const { serviceName } = node
  const sent = requiredOf(node)
  const keys = [...sent].flatMap(([type, inputs]) => {
    const flow = rules.consented.get(type)
    if (!flow) return []
    const key = inputs.map(({ name }) => name).toSorted()
    return [
      serviceName !== flow.from && `${type} must be asked of its source "${flow.from}" only.`,
      key.join(' ') !== '__typename grant' &&
        `${type} must be asked by { __typename grant }, but the plan sends: { ${key.join(' ')} }.`,
      !endsInRoad(path, type, rules) && `${type} must be asked where a road to it ends.`,
    ].filter((problem) => problem !== false)
  })
  const isRoadsAnswer = ({ name }: AskedField): boolean => serviceName === GRANTS && GRANT_KEY.includes(name)
  const elsewhere = fields
    .filter(({ parent, depth }) => mayBeConsented(parent, house) && !(depth === 0 && sent.has(parent)))
    .filter((field) => !isRoadsAnswer(field))
    .map(({ parent, name }) => `${parent}.${name} must be asked by a grant only.`)
  // What clients ask has names of another kind (`toCanonical`): a road's name in a path is a road.
  const beyond = path.slice(0, -1).filter((name) => roadNames.has(name))
  return [...keys, ...elsewhere, ...beyond.map((name) => `Beyond the road "${name}" nothing more must be asked.`)]
}

/** Whether a type is consented data, or an interface or a union behind which such may come. */
function mayBeConsented(name: string, { rules, schema }: House): boolean {
  if (rules.consented.has(name)) return true
  const type = schema.getType(name)
  return isAbstractType(type) && schema.getPossibleTypes(type).some((one) => rules.consented.has(one.name))
}

function endsInRoad(path: readonly string[], type: string, { roads }: ConsentRules): boolean {
  const last = path.at(-1) ?? ''
  return [...roads.values()].some((fields) => fields.get(last) === type)
}

/** 2. */
function roadProblems({ node, fields }: Fetch, { rules }: House): readonly string[] {
  return fields.flatMap(({ parent, name, type, depth, leaves }) => {
    if (!rules.consented.has(type)) return []
    const coordinate = `${parent}.${name}`
    if (node.serviceName !== GRANTS) return [`${coordinate} must be asked of "${GRANTS}" only.`]
    if (!rules.roads.get(parent)?.has(name) || !node.requires || depth > 0) {
      return [`${coordinate} must be a road, asked of the person itself.`]
    }
    const more = leaves.filter((leaf) => !GRANT_KEY.includes(leaf))
    return more.length === 0
      ? []
      : [`${coordinate} must be asked for its grant only, but the plan asks: ${more.join(' ')}.`]
  })
}

/** 3. */
function inputProblems({ node }: Fetch, house: House): readonly string[] {
  const inputs = [...requiredOf(node)].flatMap(([type, fields]) =>
    house.rules.consented.has(type) ? [] : fields.map((field) => ({ type, ...field })),
  )
  const purposes = new Set(inputs.flatMap((input) => flowTo(node, input, house)?.purpose ?? []))
  const problems = inputs.flatMap((input) => problemsOfInput(node, input, house))
  if (purposes.size < 2) return problems
  return [...problems, `An input must serve one purpose, but this one serves: ${[...purposes].join(', ')}.`]
}

/** A required field of an entity. */
interface EntityInput extends Input {
  readonly type: string
}

function flowTo(
  { serviceName }: FetchNode,
  { type, name }: EntityInput,
  { contract }: House,
): ContractFlow | undefined {
  return contract.flows.find(({ road, to }) => road === `${type}.${name}` && to === serviceName)
}

function problemsOfInput(node: FetchNode, input: EntityInput, house: House): readonly string[] {
  const { type, name, below } = input
  const road = `${type}.${name}`
  if (!house.rules.roads.get(type)?.has(name)) {
    const misplaced = [name, ...namesBelow(below)].filter((one) => house.roadNames.has(one))
    return misplaced.map((one) => `"${one}" must be required of the person itself, but stands at ${road}.`)
  }
  if (!flowTo(node, input, house)) {
    return [`"${node.serviceName}" has no flow of ${road}, and must not be sent what it leads to.`]
  }
  const names = below.map((inner) => inner.name)
  return [
    ...GRANT_KEY.filter((one) => names.includes(one)).map((one) => `The input ${road} must not hold "${one}".`),
    ...(names.includes('validUntil') ? [] : [`The input ${road} must hold "validUntil".`]),
  ]
}

/** A name that a plan moves a value to or from must not be a road's: whoever reads it there would read the values. */
function renameProblems({ node, fields }: Fetch, { roadNames }: House): readonly string[] {
  const renamed = [
    ...(node.inputRewrites ?? []),
    ...(node.outputRewrites ?? []),
    ...(node.contextRewrites ?? []),
  ].flatMap((rewrite) => [...rewrite.path, ...(rewrite.kind === 'KeyRenamer' ? [rewrite.renameKeyTo] : [])])
  const aliases = fields
    .filter(({ name, responseName }) => name !== responseName)
    .map(({ responseName }) => responseName)
  const touched = [...renamed, ...aliases].filter((name) => roadNames.has(name))
  return touched.map((name) => `"${name}" is the name of a road, and nothing else must be called so.`)
}

/** A field that uses consented data, and who answers it. */
interface AskedUse {
  readonly path: readonly string[]
  readonly by: string
}

/** 4. */
function strangerProblems({ node, path }: Fetch, uses: readonly AskedUse[], house: House): readonly string[] {
  const { serviceName } = node
  const app = house.contract.subgraphs.find(({ name }) => name === serviceName)
  const isApp = app !== undefined && !isPartner(app)
  if (KEEPERS.includes(serviceName) || (isApp && isOfItsOwn(node, app.app, house))) return []
  return uses
    .filter((use) => use.by !== serviceName && use.path.every((name, index) => path[index] === name))
    .map(({ path: use }) => {
      const whom = isApp ? `another app, "${serviceName}"` : 'a partner'
      return `Below ${use.join('.')}, which uses consented data, nothing must be asked of ${whom}.`
    })
}

/** Consented data, which the other rules guard, and its own people, whom only the keepers lead to, are an app's own. */
function isOfItsOwn(node: FetchNode, app: string | undefined, { rules }: House): boolean {
  return [...requiredOf(node).keys()].every((type) => rules.consented.has(type) || rules.persons.get(type) === app)
}

function isUse({ parent, name }: AskedField, { rules, schema }: House): boolean {
  if (rules.uses.has(`${parent}.${name}`)) return true
  const type = schema.getType(parent)
  return isAbstractType(type) && schema.getPossibleTypes(type).some((one) => rules.uses.has(`${one.name}.${name}`))
}

/** A required field, fragments flattened. */
interface Input {
  readonly name: string
  readonly below: readonly Input[]
}

/** What a fetch sends of its entities, by the innermost type that it is sent of. */
function requiredOf({ requires = [] }: FetchNode): ReadonlyMap<string, readonly Input[]> {
  const byType = new Map<string, Input[]>()
  const gather = (selections: readonly QueryPlanSelectionNode[], type: string): void => {
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment') gather(selection.selections, selection.typeCondition ?? type)
      else byType.set(type, [...(byType.get(type) ?? []), inputOf(selection)])
    }
  }
  gather(requires, '')
  return byType
}

function inputOf({ name, selections = [] }: QueryPlanFieldNode): Input {
  return { name, below: flattened(selections) }
}

function flattened(selections: readonly QueryPlanSelectionNode[]): readonly Input[] {
  return selections.flatMap((selection) =>
    selection.kind === 'InlineFragment' ? flattened(selection.selections) : [inputOf(selection)],
  )
}

function namesBelow(inputs: readonly Input[]): readonly string[] {
  return inputs.flatMap(({ name, below }) => [name, ...namesBelow(below)])
}
