package io.lancang.federation.operation.form;

/** What is open at a place of the document, and how much stands in it so far. Not thread-safe. */
final class Level {
    /** What a bracket, brace or parenthesis is around. */
    enum Kind {
        DOCUMENT,
        SELECTIONS,
        ARGUMENTS,
        VARIABLES,
        LIST,
        OBJECT
    }

    private final Kind kind;
    private int entries;
    private int directives;
    private boolean nameOfDirective;

    Level(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** What a parenthesis, bracket or brace begins that stands here. */
    Kind below(char opening) {
        return switch (opening) {
            case '(' -> kind == Kind.DOCUMENT && directives == 0 ? Kind.VARIABLES : Kind.ARGUMENTS;
            case '[' -> Kind.LIST;
            default -> kind == Kind.DOCUMENT || kind == Kind.SELECTIONS ? Kind.SELECTIONS : Kind.OBJECT;
        };
    }

    /** Notes one more argument, variable, item, field or definition. How many there are. */
    int entry() {
        return ++entries;
    }

    /** Notes an {@code @}. How many directives the element has. */
    int directive() {
        nameOfDirective = true;
        return ++directives;
    }

    /** Notes any other token; what follows a directive's name and arguments belongs to another element. */
    void other() {
        if (nameOfDirective) {
            nameOfDirective = false;
        } else {
            directives = 0;
        }
    }
}
