package io.lancang.federation.operation;

/**
 * What clients are told of the schema itself.
 *
 * @param introspection whether they may ask for {@code __schema} and {@code __type}
 * @param suggestions whether an error about a mistyped name says which names come close
 */
public record SchemaDisclosure(boolean introspection, boolean suggestions) {
    public static final SchemaDisclosure DEFAULT = new SchemaDisclosure(true, true);
}
