package io.lancang.federation.differential.schema;

/** Types of fields as SDL writes them, such as {@code [Book!]}. */
public final class TypeText {
    private TypeText() {}

    /** The name in the middle. */
    public static String named(String type) {
        return type.replaceAll("[\\[\\]!]", "");
    }

    public static boolean isList(String type) {
        return type.startsWith("[");
    }

    public static boolean isNullable(String type) {
        return !type.endsWith("!");
    }

    /** The type of a list's items. */
    public static String item(String type) {
        return type.substring(1, type.lastIndexOf(']'));
    }

    /** What is true of values that two subgraphs promise different things of. */
    public static String weaker(String one, String other) {
        if (!isList(one)) {
            return isNullable(one) ? one : other;
        }
        String list = "[" + weaker(item(one), item(other)) + "]";
        return isNullable(one) || isNullable(other) ? list : list + "!";
    }

    /** What may be passed to two subgraphs that ask for different things. */
    public static String stronger(String one, String other) {
        return isNullable(one) ? other : one;
    }
}
