package io.lancang.federation.supergraph;

import graphql.language.Document;
import io.lancang.federation.sdl.SdlParser;
import io.lancang.federation.sdl.SdlSyntaxException;

/** A supergraph's text, parsed. */
record SdlDocument(Document document, LinkedSpecs specs) {
    static SdlDocument parse(String sdl) {
        try {
            Document document = SdlParser.document(sdl);
            return new SdlDocument(document, LinkedSpecs.of(document));
        } catch (SdlSyntaxException e) {
            throw new SupergraphException(
                    e.line(), "", "column " + e.column() + ": this is no GraphQL schema: " + e.getMessage());
        }
    }
}
