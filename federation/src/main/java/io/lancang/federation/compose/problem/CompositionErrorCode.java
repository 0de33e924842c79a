package io.lancang.federation.compose.problem;

/** The codes of composition errors, named as the Apollo Federation specification names them. */
public enum CompositionErrorCode {
    /** The SDL cannot be parsed or is no valid GraphQL schema. */
    INVALID_GRAPHQL,
    /** A subgraph's name is empty, reserved or taken. */
    INVALID_SUBGRAPH_NAME,
    /** A subgraph's own definition of a federation directive that says something else than the specification. */
    DIRECTIVE_DEFINITION_INVALID,
    /** A subgraph's own definition of a federation type that says something else than the specification. */
    TYPE_DEFINITION_INVALID,
    /** A {@code @link} whose URL is none, or has no version. */
    INVALID_LINK_IDENTIFIER,
    /** A version of the link specification that composition does not know. */
    UNKNOWN_LINK_VERSION,
    /** One directive of the supergraph that subgraphs import under different names. */
    LINK_IMPORT_NAME_MISMATCH,
    /** A {@code @link} that is malformed or imports what its specification does not have. */
    INVALID_LINK_DIRECTIVE_USAGE,
    /** A version of the federation specification that composition does not know. */
    UNKNOWN_FEDERATION_LINK_VERSION,
    /** A linked specification that composition cannot carry over. */
    UNSUPPORTED_LINKED_FEATURE,
    /** An extension of a type that nobody defines. */
    EXTENSION_WITH_NO_BASE,
    /** The root query type has another name and a type called Query exists too. */
    ROOT_QUERY_USED,
    /** The root mutation type has another name and a type called Mutation exists too. */
    ROOT_MUTATION_USED,
    /** The root subscription type has another name and a type called Subscription exists too. */
    ROOT_SUBSCRIPTION_USED,
    /** The field set of a {@code @key} cannot be parsed or selects what the type does not have. */
    KEY_INVALID_FIELDS,
    /** A {@code @key} whose argument is no string. */
    KEY_INVALID_FIELDS_TYPE,
    /** A {@code @key} that selects a union, interface or list that no key may hold. */
    KEY_FIELDS_SELECT_INVALID_TYPE,
    /** A {@code @key} that selects a field with arguments. */
    KEY_FIELDS_HAS_ARGS,
    /** A {@code @key} whose field set has a directive. */
    KEY_DIRECTIVE_IN_FIELDS_ARG,
    /** A {@code @key} on an interface in a version without it. */
    KEY_UNSUPPORTED_ON_INTERFACE,
    /** The field set of a {@code @requires} cannot be parsed or selects what the type does not have. */
    REQUIRES_INVALID_FIELDS,
    /** A {@code @requires} whose argument is no string. */
    REQUIRES_INVALID_FIELDS_TYPE,
    /** A {@code @requires} that selects a field which is not external. */
    REQUIRES_FIELDS_MISSING_EXTERNAL,
    /** A {@code @requires} whose field set has a directive. */
    REQUIRES_DIRECTIVE_IN_FIELDS_ARG,
    /** A {@code @requires} on a field of an interface. */
    REQUIRES_UNSUPPORTED_ON_INTERFACE,
    /** The field set of a {@code @provides} cannot be parsed or selects what the type does not have. */
    PROVIDES_INVALID_FIELDS,
    /** A {@code @provides} whose argument is no string. */
    PROVIDES_INVALID_FIELDS_TYPE,
    /** A {@code @provides} on a field that returns no composite type. */
    PROVIDES_ON_NON_OBJECT_FIELD,
    /** A {@code @provides} that selects a field which is not external. */
    PROVIDES_FIELDS_MISSING_EXTERNAL,
    /** A {@code @provides} that selects a field with arguments. */
    PROVIDES_FIELDS_HAS_ARGS,
    /** A {@code @provides} whose field set has a directive. */
    PROVIDES_DIRECTIVE_IN_FIELDS_ARG,
    /** A {@code @provides} on a field of an interface. */
    PROVIDES_UNSUPPORTED_ON_INTERFACE,
    /** An external field that nothing in the subgraph uses. */
    EXTERNAL_UNUSED,
    /** A type of a Federation 1 subgraph that has nothing but external fields which nothing uses. */
    TYPE_WITH_ONLY_UNUSED_EXTERNAL,
    /** An external field that no other subgraph defines. */
    EXTERNAL_MISSING_ON_BASE,
    /** An external field of another type than the field that it stands for. */
    EXTERNAL_TYPE_MISMATCH,
    /** An external field without an argument that the field it stands for has. */
    EXTERNAL_ARGUMENT_MISSING,
    /** An external field with an argument of another type than the field it stands for. */
    EXTERNAL_ARGUMENT_TYPE_MISMATCH,
    /** An external field with an argument of another default than the field it stands for. */
    EXTERNAL_ARGUMENT_DEFAULT_MISMATCH,
    /** {@code @external} on a field of an interface. */
    EXTERNAL_ON_INTERFACE,
    /** {@code @external} next to a directive that contradicts it. */
    EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE,
    /** A directive that the supergraph keeps, on an external field, whose owner alone may say it. */
    MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL,
    /** {@code @cost} on a field of an interface. */
    COST_APPLIED_TO_INTERFACE_FIELD,
    /** A directive about access on an interface, its field or an interface object. */
    AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE,
    /** A field that uses what it does not protect. */
    MISSING_TRANSITIVE_AUTH_REQUIREMENTS,
    /** {@code @listSize} on a field that is no list. */
    LIST_SIZE_APPLIED_TO_NON_LIST,
    /** {@code @listSize} with a negative size. */
    LIST_SIZE_INVALID_ASSUMED_SIZE,
    /** {@code @listSize} with a slicing argument that is no argument of type Int. */
    LIST_SIZE_INVALID_SLICING_ARGUMENT,
    /** {@code @listSize} with a sized field that is no list. */
    LIST_SIZE_INVALID_SIZED_FIELD,
    /** {@code @shareable} where nothing can be shared. */
    INVALID_SHAREABLE_USAGE,
    /** A field that several subgraphs resolve though not all of them say that it is shareable. */
    INVALID_FIELD_SHARING,
    /** A shared field of an abstract type whose objects no two subgraphs have in common. */
    SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES,
    /** {@code @override} from the subgraph itself. */
    OVERRIDE_FROM_SELF_ERROR,
    /** {@code @override} from a field that overrides another one. */
    OVERRIDE_SOURCE_HAS_OVERRIDE,
    /** {@code @override} next to a directive that contradicts it. */
    OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
    /** {@code @override} on a field of an interface. */
    OVERRIDE_ON_INTERFACE,
    /** {@code @override} with a label that is none. */
    OVERRIDE_LABEL_INVALID,
    /** {@code @interfaceObject} used where it has no meaning. */
    INTERFACE_OBJECT_USAGE_ERROR,
    /** An implementation of an interface with a key that misses this key. */
    INTERFACE_KEY_NOT_ON_IMPLEMENTATION,
    /** A subgraph with a key on an interface that does not know all implementations. */
    INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE,
    /** One name stands for different kinds of type. */
    TYPE_KIND_MISMATCH,
    /** A field whose types cannot be reconciled. */
    FIELD_TYPE_MISMATCH,
    /** An argument whose types cannot be reconciled. */
    FIELD_ARGUMENT_TYPE_MISMATCH,
    /** An argument with different defaults. */
    FIELD_ARGUMENT_DEFAULT_MISMATCH,
    /** An input field with different defaults. */
    INPUT_FIELD_DEFAULT_MISMATCH,
    /** An argument that is required in one subgraph and unknown to another. */
    REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH,
    /** An input field that is required in one subgraph and unknown to another. */
    REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH,
    /** An enum that is used for input and output and differs between subgraphs. */
    ENUM_VALUE_MISMATCH,
    /** An input enum without a value that all subgraphs know. */
    EMPTY_MERGED_ENUM_TYPE,
    /** An input object without a field that all subgraphs know. */
    EMPTY_MERGED_INPUT_TYPE,
    /** A type that implements an interface and misses one of its fields after merging. */
    INTERFACE_FIELD_NO_IMPLEM,
    /** No subgraph has a query. */
    NO_QUERIES,
    /** {@code @composeDirective} that cannot be followed. */
    DIRECTIVE_COMPOSITION_ERROR,
    /** {@code @tag} with a name that is none. */
    INVALID_TAG_NAME,
    /** {@code @inaccessible} hides what an accessible element refers to. */
    REFERENCED_INACCESSIBLE,
    /** All members of an accessible type are inaccessible. */
    ONLY_INACCESSIBLE_CHILDREN,
    /** {@code @inaccessible} hides a required input. */
    REQUIRED_INACCESSIBLE,
    /** {@code @inaccessible} hides a field that an accessible interface demands. */
    IMPLEMENTED_BY_INACCESSIBLE,
    /** An accessible default uses an inaccessible enum value. */
    DEFAULT_VALUE_USES_INACCESSIBLE,
    /** The query root is inaccessible. */
    QUERY_ROOT_TYPE_INACCESSIBLE,
    /** {@code @context} or {@code @fromContext} refers to what does not exist or does not match. */
    CONTEXT_NOT_SET,
    /** {@code @fromContext} that names no context, or selects nothing of it. */
    NO_CONTEXT_IN_SELECTION,
    /** {@code @fromContext} on a type that no router can enter to give the argument its value. */
    CONTEXT_NO_RESOLVABLE_KEY,
    /** An argument that comes from a context in one subgraph and is demanded of clients in another. */
    CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS,
    /** A context's name is none. */
    CONTEXT_NAME_INVALID,
    /** {@code @fromContext} with a selection that does not fit. */
    CONTEXT_INVALID_SELECTION,
    /** {@code @cacheTag} with a format that is none, or that names what does not exist. */
    CACHE_TAG_INVALID_FORMAT,
    /** {@code @cacheTag} on a field that is no root field. */
    CACHE_TAG_NOT_ON_ROOT_FIELD,
    /** {@code @cacheTag} on a root field with something else than arguments in its format. */
    CACHE_TAG_INVALID_FORMAT_ARGUMENT_ON_ROOT_FIELD,
    /** {@code @cacheTag} on a type with something else than keys in its format. */
    CACHE_TAG_INVALID_FORMAT_ARGUMENT_ON_ENTITY,
    /** {@code @cacheTag} on a type that no router can enter. */
    CACHE_TAG_ENTITY_NOT_RESOLVABLE,
    /** {@code @cacheTag} on a type with a field in its format that is not part of every key. */
    CACHE_TAG_INVALID_FORMAT_FIELD_SET_ON_ENTITY,
    /** {@code @cacheTag} with a field in its format that may be null. */
    CACHE_TAG_FORMAT_NULLABLE_FIELD,
    /** {@code @cacheTag} with an argument in its format that may be null. */
    CACHE_TAG_FORMAT_NULLABLE_ARGUMENT,
    /** A query that the subgraphs cannot answer together. */
    SATISFIABILITY_ERROR
}
