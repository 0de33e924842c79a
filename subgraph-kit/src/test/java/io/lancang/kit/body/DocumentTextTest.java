package io.lancang.kit.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.parser.ParserOptions;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.RefusedRequest;
import io.lancang.kit.error.ServiceException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentTextTest {
    private final ParserOptions before = ParserOptions.getDefaultOperationParserOptions();
    private final DocumentText documents = new DocumentText(40, 8);

    @BeforeEach
    void boundParser() {
        documents.boundParser();
    }

    @AfterEach
    void restoreParser() {
        ParserOptions.setDefaultOperationParserOptions(before);
    }

    @Test
    void letsADocumentOfTheGreatestLengthPass() {
        assertEquals(Optional.empty(), documents.refusal("x".repeat(40)));
    }

    @Test
    void refusesALongerDocument() {
        ServiceException refused = refusal(documents.refusal("x".repeat(41)));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, refused.code());
        assertEquals("The document has 41 characters; 40 are allowed.", refused.getMessage());
    }

    @Test
    void refusesARequestWithoutADocument() {
        assertEquals(ErrorCode.BAD_USER_INPUT, refusal(documents.refusal("")).code());
    }

    @Test
    void saysThatADocumentHasTooManyTokens() {
        ServiceException refused = refusal(documents.fault("{ a b c d e f g h i j }"));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, refused.code());
        assertEquals("The document has more than 8 tokens.", refused.getMessage());
    }

    @Test
    void saysThatADocumentNestsTooDeep() {
        ParserOptions.setDefaultOperationParserOptions(before.transform(options -> options.maxRuleDepth(3)));
        assertEquals(
                ErrorCode.LIMIT_EXCEEDED,
                refusal(documents.fault("{ a { b { c } } }")).code());
    }

    @Test
    void saysWhereADocumentIsNoGraphQl() {
        GraphQLError error = error(documents.fault("{ a("));
        assertInstanceOf(InvalidSyntaxError.class, error);
        assertEquals(1, error.getLocations().getFirst().getLine());
    }

    @Test
    void findsNoFaultInADocument() {
        assertEquals(Optional.empty(), documents.fault("{ a }"));
    }

    private static ServiceException refusal(Optional<ExecutionResult> result) {
        return assertInstanceOf(RefusedRequest.class, error(result)).refusal();
    }

    private static GraphQLError error(Optional<ExecutionResult> result) {
        return result.orElseThrow().getErrors().getFirst();
    }
}
