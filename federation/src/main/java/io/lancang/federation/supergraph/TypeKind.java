package io.lancang.federation.supergraph;

/** What a named type is. */
public enum TypeKind {
    OBJECT,
    INTERFACE,
    /** An interface of the supergraph that one subgraph knows as an object ({@code @interfaceObject}). */
    INTERFACE_OBJECT,
    UNION,
    ENUM,
    SCALAR,
    INPUT_OBJECT;

    /** Whether a value has fields of its own, or is of a type that has. */
    public boolean isComposite() {
        return this == OBJECT || this == INTERFACE_OBJECT || isAbstract();
    }

    /** Whether a value can be of more than one runtime type. */
    public boolean isAbstract() {
        return this == INTERFACE || this == UNION;
    }
}
