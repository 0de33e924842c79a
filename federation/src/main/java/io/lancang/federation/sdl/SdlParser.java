package io.lancang.federation.sdl;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Type;

/** Reads schemas and types as they are written. Comments are read over: they describe nothing. */
public final class SdlParser {
    private SdlParser() {}

    /**
     * The definitions and extensions of a schema, in their order.
     *
     * @throws SdlSyntaxException where it is none
     */
    public static Document document(String sdl) {
        Cursor cursor = new Cursor(sdl);
        DefinitionParser definitions = new DefinitionParser(cursor);
        Document.Builder document = Document.newDocument();
        while (!cursor.is(TokenKind.END)) {
            Definition<?> definition = definitions.definition();
            document.definition(definition);
        }
        return document.build();
    }

    /**
     * A type as a field refers to it, such as {@code [Corridor!]!}.
     *
     * @throws SdlSyntaxException where it is none
     */
    public static Type<?> type(String text) {
        Cursor cursor = new Cursor(text);
        Type<?> type = new ValueParser(cursor).type();
        cursor.take(TokenKind.END);
        return type;
    }
}
