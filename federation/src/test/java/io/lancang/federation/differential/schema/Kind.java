package io.lancang.federation.differential.schema;

/** Kinds of types. */
public enum Kind {
    OBJECT("type"),
    INTERFACE("interface"),
    UNION("union"),
    ENUM("enum"),
    INPUT("input"),
    SCALAR("scalar");

    private final String keyword;

    Kind(String keyword) {
        this.keyword = keyword;
    }

    String keyword() {
        return keyword;
    }
}
