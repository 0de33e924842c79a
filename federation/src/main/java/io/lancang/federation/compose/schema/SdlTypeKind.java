package io.lancang.federation.compose.schema;

/** The kinds of type, with the word that SDL uses for each. */
public enum SdlTypeKind {
    OBJECT("type"),
    INTERFACE("interface"),
    UNION("union"),
    ENUM("enum"),
    INPUT_OBJECT("input"),
    SCALAR("scalar");

    private final String keyword;

    SdlTypeKind(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword in SDL. */
    public String keyword() {
        return keyword;
    }
}
