package io.lancang.federation.operation;

import graphql.language.Document;
import graphql.language.Node;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.document.DocumentResult;
import java.util.List;

/** What a document, or the refusal of one, keeps from being collected, its text left out. */
final class DocumentWeight {
    /** Of a node of the syntax tree, its lists and its place in the text included. Measured by a test. */
    private static final int NODE_BYTES = 100;

    private static final int ERROR_BYTES = 400;

    private DocumentWeight() {}

    static long of(DocumentResult result) {
        return switch (result) {
            case DocumentResult.Valid(Document document) -> of(document);
            case DocumentResult.Invalid(List<GraphQLError> errors) -> of(errors);
        };
    }

    static long of(List<GraphQLError> errors) {
        return errors.stream()
                .mapToLong(error -> ERROR_BYTES + TextWeight.of(error.message()))
                .sum();
    }

    /** Texts in the tree, such as strings and names, are counted with the text of the document, which they are parts of. */
    private static long of(Node<?> node) {
        long bytes = NODE_BYTES;
        for (Node<?> child : node.getChildren()) {
            bytes += of(child);
        }
        return bytes;
    }
}
