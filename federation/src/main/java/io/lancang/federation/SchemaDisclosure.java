package io.lancang.federation;

/**
 * What clients may read of the schema itself.
 *
 * @param introspection whether they may ask for {@code __schema} and {@code __type}
 * @param maxAnswerBytes how much one operation may read by them, all its fields together
 * @param suggestions whether an error about a mistyped name says which names come close
 */
public record SchemaDisclosure(boolean introspection, int maxAnswerBytes, boolean suggestions) {
    public static final SchemaDisclosure DEFAULT = new SchemaDisclosure(true, 6 * 1024 * 1024, true);
}
