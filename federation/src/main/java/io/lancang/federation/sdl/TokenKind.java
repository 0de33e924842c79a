package io.lancang.federation.sdl;

/** What a token is. Of punctuation there are those that type systems and constant values have. */
enum TokenKind {
    NAME("a name"),
    INT("an integer"),
    FLOAT("a number"),
    STRING("a string"),
    BLOCK_STRING("a string"),
    BRACE_OPEN("'{'"),
    BRACE_CLOSE("'}'"),
    PAREN_OPEN("'('"),
    PAREN_CLOSE("')'"),
    BRACKET_OPEN("'['"),
    BRACKET_CLOSE("']'"),
    COLON("':'"),
    EQUALS("'='"),
    BANG("'!'"),
    AT("'@'"),
    AMPERSAND("'&'"),
    PIPE("'|'"),
    DOLLAR("'$'"),
    SPREAD("'...'"),
    END("the end of the text");

    private final String shown;

    TokenKind(String shown) {
        this.shown = shown;
    }

    /** As errors call it. */
    String shown() {
        return shown;
    }
}
