/** How a code of Apollo's composition is told. `{subject}` is the coordinate that it is about, or several. */
export interface CodeText {
  /** One plain sentence. Absent: the composition's own words are plain enough. */
  readonly message?: string
  /** What to do. */
  readonly hint: string
}

/** For a code that has no entry below: the composition's own words, and where to look. */
export const UNKNOWN_CODE: CodeText = {
  hint: 'Compare the marked definitions with those of the other subgraphs, or reduce the file until it composes.',
}

/** Often there only because something else is wrong, and gone when that is mended: told last. */
export const CONSEQUENCES: ReadonlySet<string> = new Set(['EXTERNAL_UNUSED', 'INVALID_FIELD_SHARING'])

const SELECTION_HINT = 'fields as in a selection set, for example `fields: "id"` or `fields: "author { id }"`'

/**
 * The codes of Apollo's composition that people meet (`@apollo/federation-internals`, `src/error.ts`), in plain words.
 * Each has a case in test/schema/compose/apollo.test.ts that shows it and mends it as its hint says.
 */
export const APOLLO_CODES: Readonly<Record<string, CodeText>> = {
  // ---- one file is wrong by itself
  INVALID_GRAPHQL: {
    hint: 'Correct the SDL at the mark; every type, directive and argument it names must be defined.',
  },
  DIRECTIVE_DEFINITION_INVALID: {
    hint: 'Remove the definition: directives of federation are defined by the `@link`, they only have to be imported.',
  },
  UNKNOWN_FEDERATION_LINK_VERSION: {
    message: 'The @link names a version of federation that this composer does not know.',
    hint: 'Link https://specs.apollo.dev/federation/v2.12.',
  },
  INVALID_LINK_DIRECTIVE_USAGE: {
    hint: 'Import a list of names that the linked spec has, for example ["@key"].',
  },
  ROOT_QUERY_USED: {
    message: 'A type is called Query, but another type is the query root.',
    hint: 'Rename the type, or make it the root by removing `schema { query: … }`.',
  },
  ROOT_MUTATION_USED: {
    message: 'A type is called Mutation, but another type is the mutation root.',
    hint: 'Rename the type, or make it the root by removing `schema { mutation: … }`.',
  },
  ROOT_SUBSCRIPTION_USED: {
    message: 'A type is called Subscription, but another type is the subscription root.',
    hint: 'Rename the type, or make it the root by removing `schema { subscription: … }`.',
  },
  // ---- keys
  KEY_INVALID_FIELDS: {
    message: '{subject}: its @key names something that the type does not have in this subgraph.',
    hint: `Declare the field in this subgraph (with @external when another one answers it), or write a key of ${SELECTION_HINT}.`,
  },
  KEY_INVALID_FIELDS_TYPE: {
    message: '{subject}: the argument `fields` of @key must be one string.',
    hint: `Write ${SELECTION_HINT}; several keys are several @key.`,
  },
  KEY_FIELDS_HAS_ARGS: {
    message: '{subject}: a field with arguments cannot be part of a key.',
    hint: 'Remove the arguments, or make another field the key.',
  },
  KEY_FIELDS_SELECT_INVALID_TYPE: {
    message: '{subject}: a list, an interface or a union cannot be part of a key.',
    hint: 'Make a scalar, an enum or an object the key, or remove the key.',
  },
  KEY_DIRECTIVE_IN_FIELDS_ARG: {
    message: '{subject}: a key cannot hold directives.',
    hint: `Write only ${SELECTION_HINT}.`,
  },
  // ---- @external, @requires, @provides
  EXTERNAL_UNUSED: {
    message: '{subject}: marked @external, but no @key, @requires or @provides of this subgraph uses it.',
    hint: 'Remove the field, or remove @external when this subgraph answers it.',
  },
  EXTERNAL_MISSING_ON_BASE: {
    message: '{subject}: marked @external everywhere, so nobody answers it.',
    hint: 'Declare it without @external in the subgraph that answers it, or remove it here.',
  },
  EXTERNAL_TYPE_MISMATCH: {
    message: '{subject}: its @external copy has another type than the field of the subgraph that answers it.',
    hint: 'Give the copy exactly the type of the original.',
  },
  EXTERNAL_ARGUMENT_MISSING: {
    message: '{subject}: its @external copy lacks an argument of the original.',
    hint: 'Declare the same arguments on the copy.',
  },
  EXTERNAL_ARGUMENT_TYPE_MISMATCH: {
    message: '{subject}: the argument has another type in the @external copy than in the original.',
    hint: 'Give the argument of the copy exactly the type of the original.',
  },
  EXTERNAL_ARGUMENT_DEFAULT_MISMATCH: {
    message: '{subject}: the argument has another default in the @external copy than in the original.',
    hint: 'Give the argument of the copy the same default as the original.',
  },
  EXTERNAL_ON_INTERFACE: {
    message: '{subject}: a field of an interface cannot be @external.',
    hint: 'Remove @external here and mark the fields of the implementing types instead.',
  },
  MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL: {
    message: '{subject}: this directive has no effect on an @external copy and must not stand there.',
    hint: 'Move the directive to the subgraph that answers the field, or remove it.',
  },
  REQUIRES_INVALID_FIELDS: {
    message: '{subject}: its @requires names something that the type does not have in this subgraph.',
    hint: 'Declare the required field here with @external and the type that its owner gives it, or correct the name.',
  },
  REQUIRES_INVALID_FIELDS_TYPE: {
    message: '{subject}: the argument `fields` of @requires must be one string.',
    hint: `Write ${SELECTION_HINT}.`,
  },
  REQUIRES_DIRECTIVE_IN_FIELDS_ARG: {
    message: '{subject}: @requires cannot hold directives.',
    hint: `Write only ${SELECTION_HINT}.`,
  },
  REQUIRES_FIELDS_MISSING_EXTERNAL: {
    message: '{subject}: requires a field that this subgraph answers itself.',
    hint: 'Mark the required field @external when another subgraph answers it; otherwise remove it from @requires.',
  },
  REQUIRES_UNSUPPORTED_ON_INTERFACE: {
    message: '{subject}: @requires cannot stand on a field of an interface.',
    hint: 'Move @requires to the fields of the implementing types.',
  },
  PROVIDES_INVALID_FIELDS: {
    message: '{subject}: its @provides names something that the answered type does not have in this subgraph.',
    hint: 'Declare the provided field on that type here with @external, or correct the name.',
  },
  PROVIDES_INVALID_FIELDS_TYPE: {
    message: '{subject}: the argument `fields` of @provides must be one string.',
    hint: `Write ${SELECTION_HINT}.`,
  },
  PROVIDES_DIRECTIVE_IN_FIELDS_ARG: {
    message: '{subject}: @provides cannot hold directives.',
    hint: `Write only ${SELECTION_HINT}.`,
  },
  PROVIDES_FIELDS_HAS_ARGS: {
    message: '{subject}: a field with arguments cannot be provided.',
    hint: 'Leave the field out of @provides.',
  },
  PROVIDES_FIELDS_MISSING_EXTERNAL: {
    message: '{subject}: provides a field that this subgraph answers anyway.',
    hint: 'Remove @provides, or mark the field @external when it is answered only on this path.',
  },
  PROVIDES_ON_NON_OBJECT_FIELD: {
    message: '{subject}: @provides needs a field that answers an object.',
    hint: 'Remove @provides.',
  },
  PROVIDES_UNSUPPORTED_ON_INTERFACE: {
    message: '{subject}: @provides cannot stand on a field of an interface.',
    hint: 'Move @provides to the fields of the implementing types.',
  },
  // ---- definitions of several subgraphs do not fit
  INVALID_FIELD_SHARING: {
    message: '{subject}: several subgraphs answer this, but not all of them say that it is shared.',
    hint: 'Write @shareable in every subgraph that answers it (on the type for all of its fields), or let one subgraph alone keep it.',
  },
  INVALID_SHAREABLE_USAGE: {
    message: '{subject}: @shareable stands only on object types and their fields.',
    hint: 'Remove @shareable here.',
  },
  FIELD_TYPE_MISMATCH: {
    message: '{subject}: the subgraphs give it types that do not fit together.',
    hint: 'Give it the same type in all subgraphs, or another name in one of them.',
  },
  FIELD_ARGUMENT_TYPE_MISMATCH: {
    message: '{subject}: the subgraphs give the argument types that do not fit together.',
    hint: 'Give the argument the same type in all subgraphs.',
  },
  FIELD_ARGUMENT_DEFAULT_MISMATCH: {
    message: '{subject}: the subgraphs give the argument different defaults.',
    hint: 'Give the argument the same default in all subgraphs.',
  },
  INPUT_FIELD_DEFAULT_MISMATCH: {
    message: '{subject}: the subgraphs give the input field different defaults.',
    hint: 'Give the input field the same default in all subgraphs, or give the input of one of them its own name.',
  },
  TYPE_KIND_MISMATCH: {
    message: '{subject}: the name stands for different kinds of type in different subgraphs.',
    hint: 'Rename the type in one of the subgraphs; types of an app carry its prefix.',
  },
  ENUM_VALUE_MISMATCH: {
    message: '{subject}: an enum that is both asked for and answered must have the same values in all subgraphs.',
    hint: 'Add the missing value to every copy of the enum, or give one of them its own name.',
  },
  EMPTY_MERGED_ENUM_TYPE: {
    message: '{subject}: its copies have no value in common, so nothing of it is left.',
    hint: 'Give the copies the same values, or give one of them its own name.',
  },
  EMPTY_MERGED_INPUT_TYPE: {
    message: '{subject}: its copies have no field in common, so nothing of it is left.',
    hint: 'Give the copies the same fields, or give one of them its own name.',
  },
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: {
    message: '{subject}: required in one subgraph, unknown in another that shares the input.',
    hint: 'Declare the field in every copy of the input, or give one of the inputs its own name.',
  },
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: {
    message: '{subject}: required in one subgraph, unknown in another that shares the field.',
    hint: 'Declare the argument in every copy of the field.',
  },
  INTERFACE_FIELD_NO_IMPLEM: {
    message: '{subject}: a type that implements the interface in another subgraph does not have this field.',
    hint: 'Declare the field on that type too, or leave it out of the interface here and ask it on the types.',
  },
  EXTENSION_WITH_NO_BASE: {
    message: '{subject}: extended here, defined nowhere.',
    hint: 'Define it: write `type` in place of `extend type`, or correct the name.',
  },
  DIRECTIVE_COMPOSITION_ERROR: {
    hint: 'Link the consent spec, import the directive and define it; or remove this @composeDirective.',
  },
  // ---- @inaccessible
  REFERENCED_INACCESSIBLE: {
    message: '{subject}: hidden with @inaccessible, but something visible refers to it.',
    hint: 'Hide what refers to it too, or make it visible.',
  },
  REQUIRED_INACCESSIBLE: {
    message: '{subject}: hidden with @inaccessible, but clients must give it.',
    hint: 'Make it optional or give it a default, or make it visible.',
  },
  DEFAULT_VALUE_USES_INACCESSIBLE: {
    message: '{subject}: hidden with @inaccessible, but a visible default uses it.',
    hint: 'Choose another default, or make it visible.',
  },
  IMPLEMENTED_BY_INACCESSIBLE: {
    message: '{subject}: hidden with @inaccessible, but it implements a visible field of an interface.',
    hint: 'Make it visible, or hide the field of the interface too.',
  },
  ONLY_INACCESSIBLE_CHILDREN: {
    message: '{subject}: visible, but everything in it is hidden with @inaccessible.',
    hint: 'Hide the type itself too, or make at least one of its parts visible.',
  },
  QUERY_ROOT_TYPE_INACCESSIBLE: {
    message: 'The query root must be visible.',
    hint: 'Remove @inaccessible from it; hide single fields instead.',
  },
  // ---- @override, interface objects, cost
  OVERRIDE_FROM_SELF_ERROR: {
    message: '{subject}: @override must name another subgraph, not its own.',
    hint: 'Name the subgraph that answered the field until now.',
  },
  OVERRIDE_SOURCE_HAS_OVERRIDE: {
    message: '{subject}: two subgraphs override it at the same time.',
    hint: 'Keep one @override only.',
  },
  OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE: {
    message: '{subject}: @override does not go together with @external, @requires or @provides.',
    hint: 'Remove @override, or the other directive.',
  },
  OVERRIDE_ON_INTERFACE: {
    message: '{subject}: @override cannot stand on a field of an interface.',
    hint: 'Move @override to the fields of the implementing types.',
  },
  INTERFACE_OBJECT_USAGE_ERROR: {
    message: '{subject}: @interfaceObject is used where it cannot work.',
    hint: 'Give the type a @key that the interface has in the subgraph that declares it, or remove @interfaceObject.',
  },
  INTERFACE_KEY_NOT_ON_IMPLEMENTATION: {
    message: '{subject}: a key of the interface must be a key of every type that implements it.',
    hint: 'Write the same @key on each of these types, or remove it from the interface.',
  },
  INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE: {
    message: '{subject}: a subgraph that resolves the interface by a key must know every type that implements it.',
    hint: 'Define the missing types in that subgraph, or remove the key from the interface.',
  },
  COST_APPLIED_TO_INTERFACE_FIELD: {
    message: '{subject}: @cost cannot stand on a field of an interface.',
    hint: 'Move @cost to the fields of the implementing types.',
  },
  LIST_SIZE_APPLIED_TO_NON_LIST: {
    message: '{subject}: @listSize stands on a field that answers no list.',
    hint: 'Remove @listSize, or name the lists inside with `sizedFields`.',
  },
  LIST_SIZE_INVALID_ASSUMED_SIZE: {
    message: '{subject}: the assumed size of a list cannot be negative.',
    hint: 'Write 0 or more.',
  },
  LIST_SIZE_INVALID_SLICING_ARGUMENT: {
    message: '{subject}: a slicing argument must be an Int.',
    hint: 'Name an argument of the field whose type is Int.',
  },
  LIST_SIZE_INVALID_SIZED_FIELD: {
    message: '{subject}: @listSize names a sized field that is no list of the answered type.',
    hint: 'Name list fields of the type that the field answers, for example ["nodes", "edges"].',
  },
  // ---- the whole
  SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES: {
    message: '{subject}: shared by subgraphs that answer it with types that have nothing in common.',
    hint: 'Let the subgraphs answer the same types, or let one subgraph alone keep the field.',
  },
  SATISFIABILITY_ERROR: {
    message: '{subject}: the gateway finds no way to ask for this from everywhere in the graph.',
    hint: 'Give the type a resolvable @key in the subgraph that answers the field, or answer the field in the other subgraph too.',
  },
  COMPOSITION_FAILED: {
    hint: 'Composition stopped without naming a place: take the last change back and make it in smaller steps.',
  },
}
