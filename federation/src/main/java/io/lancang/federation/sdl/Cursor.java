package io.lancang.federation.sdl;

import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Where a reader of the grammar stands, and what it may ask of the token there. */
final class Cursor {
    /** Lists and objects in each other; more would be more than a thread's stack bears. */
    private static final int DEEPEST = 200;

    private final Lexer lexer;
    private int depth;

    Cursor(String text) {
        lexer = new Lexer(text);
    }

    TokenKind kind() {
        return lexer.kind();
    }

    boolean is(TokenKind kind) {
        return lexer.kind() == kind;
    }

    /** Whether a keyword stands here, which is a name like others. */
    boolean isName(String keyword) {
        return lexer.isName(keyword);
    }

    SourceLocation location() {
        return new SourceLocation(lexer.line(), lexer.column());
    }

    /** Goes on where a token of this kind stands; says whether one did. */
    boolean takeIf(TokenKind kind) {
        boolean isThere = is(kind);
        if (isThere) {
            lexer.advance();
        }
        return isThere;
    }

    /** Goes on where this keyword stands; says whether it did. */
    boolean takeIf(String keyword) {
        boolean isThere = isName(keyword);
        if (isThere) {
            lexer.advance();
        }
        return isThere;
    }

    void take(TokenKind kind) {
        if (!takeIf(kind)) {
            throw unexpected(kind.shown());
        }
    }

    /** The name that stands here. */
    String name() {
        if (!is(TokenKind.NAME)) {
            throw unexpected(TokenKind.NAME.shown());
        }
        String name = lexer.name();
        lexer.advance();
        return name;
    }

    /** What the string here says. */
    String string() {
        String value = lexer.string();
        lexer.advance();
        return value;
    }

    /** The token as it stands in the text. */
    String raw() {
        String raw = lexer.raw();
        lexer.advance();
        return raw;
    }

    /** As many as stand between two tokens, at least one; none where the first is not there. */
    <T> List<T> listIf(TokenKind open, TokenKind close, Supplier<T> each) {
        if (!takeIf(open)) {
            return List.of();
        }
        List<T> read = new ArrayList<>();
        do {
            read.add(each.get());
        } while (!takeIf(close));
        return read;
    }

    /** What is read a level deeper. */
    <T> T nested(Supplier<T> inner) {
        if (++depth > DEEPEST) {
            throw lexer.error("more than " + DEEPEST + " lists and objects stand in each other here");
        }
        T read = inner.get();
        depth--;
        return read;
    }

    /** The error that something else stands here than what can. */
    SdlSyntaxException unexpected(String wanted) {
        return lexer.error(wanted + " is expected, not " + lexer.shown());
    }
}
