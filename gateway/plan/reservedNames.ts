/**
 * Response names that only the gateway gives. The planner knows a field by its response name, and adds fields of its own
 * (keys, inputs of `@requires`) under their plain names: a client's alias onto such a name would feed the client's value
 * into a hidden input, or show a hidden value. So before planning every aliased or argument-taking field gets a name
 * with this prefix, and no supergraph may have a field that begins with it.
 */
export const RESERVED_PREFIX = 'c__'

/** The name under which the plan knows what the client calls `responseName`. */
export function reservedName(responseName: string): string {
  return RESERVED_PREFIX + responseName
}

/** What the client calls the field that the plan knows as `name`; a plain name is its own. */
export function clientName(name: string): string {
  return name.startsWith(RESERVED_PREFIX) ? name.slice(RESERVED_PREFIX.length) : name
}

/** The planner's own variable; a client's variable of that name would be declared twice. */
const REPRESENTATIONS = 'representations'

/** The name under which the plan knows the client's variable. One to one. */
export function plannedVariable(variable: string): string {
  const taken = variable === REPRESENTATIONS || variable.startsWith(RESERVED_PREFIX)
  return taken ? RESERVED_PREFIX + variable : variable
}

/** The client's name of the plan's variable. */
export function clientVariable(variable: string): string {
  return clientName(variable)
}
