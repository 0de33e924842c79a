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
        ServiceException told = told(documents.refusal("x".repeat(41)));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, told.code());
        assertEquals("The document has 41 characters; 40 are allowed.", told.getMessage());
    }

    @Test
    void refusesARequestWithoutADocument() {
        assertEquals(ErrorCode.BAD_USER_INPUT, told(documents.refusal("")).code());
    }

    @Test
    void saysThatADocumentHasTooManyTokens() {
        ServiceException told = told(documents.fault("{ a b c d e f g h i j }"));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, told.code());
        assertEquals("The document has more than 8 tokens.", told.getMessage());
    }

    @Test
    void saysThatADocumentNestsTooDeep() {
        ParserOptions.setDefaultOperationParserOptions(before.transform(options -> options.maxRuleDepth(3)));
        assertEquals(
                ErrorCode.LIMIT_EXCEEDED,
                told(documents.fault("{ a { b { c } } }")).code());
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

    private static ServiceException told(Optional<ExecutionResult> result) {
        return assertInstanceOf(RefusedRequest.class, error(result)).told();
    }

    private static GraphQLError error(Optional<ExecutionResult> result) {
        return result.orElseThrow().getErrors().getFirst();
    }
}
