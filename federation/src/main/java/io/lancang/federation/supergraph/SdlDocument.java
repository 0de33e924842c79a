package io.lancang.federation.supergraph;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;

/** A supergraph's text, parsed. */
record SdlDocument(Document document, LinkedSpecs specs) {
    static SdlDocument parse(String sdl) {
        ParserEnvironment environment = ParserEnvironment.newParserEnvironment()
                .document(sdl)
                .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                .build();
        try {
            Document document = Parser.parse(environment);
            return new SdlDocument(document, LinkedSpecs.of(document));
        } catch (InvalidSyntaxException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLine();
            throw new SupergraphException(line, "", "this is no GraphQL schema: " + e.getMessage());
        }
    }
}
