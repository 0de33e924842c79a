package io.lancang.federation.compose.schema;

/** Whether a subgraph defines a type or only extends it, by {@code extend} or {@code @extends}. */
public enum TypeOrigin {
    DEFINITION,
    EXTENSION
}
