package io.lancang.federation.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.document.DocumentResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sums of what documents and operations keep; whether a part weighs so much is what RetainedSizeTest measures. */
class WeightsTest {
    private static final GraphQLSchema API =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                type Query { depth(unit: String, first: Int, years: [Int]): Int port: Port }
                type Port { name: String }
                """));

    private final Operations operations = new Operations(API, OperationLimits.DEFAULT, 100_000);

    /** 56, and a byte for each character of Latin-1, which ends with ÿ; one beyond it makes two of each. */
    @ParameterizedTest
    @CsvSource({"'', 56", "abc, 59", "ÿÿ, 58", "aĀ, 60", "中国, 60"})
    void countOneByteOrTwoForEachCharacter(String text, long bytes) {
        assertEquals(bytes, TextWeight.of(text));
    }

    /**
     * An operation is 400, a selection 90, one under a condition 200 more, and a node of the syntax tree 100: an argument and its value are
     * two, three numbers in a list five; a variable that must not be null is three, and its default one more.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ depth }                                              | 400 + 90",
                "{ port { name } }                                      | 400 + 2 * 90",
                "{ port { name } depth }                                | 400 + 3 * 90",
                "{ depth(first: 1) }                                    | 400 + 90 + 2 * 100",
                "{ depth(first: 1, years: [1, 2, 3]) }                  | 400 + 90 + 2 * 100 + 5 * 100",
                "{ depth(unit: \"m\") }                                 | 400 + 90 + 2 * 100 + 57",
                "query ($x: Boolean!) { depth @include(if: $x) }        | 400 + 90 + 200 + 3 * 100",
                "query ($x: Int = 7) { depth(first: $x) }               | 400 + 90 + 2 * 100 + 3 * 100",
            })
    void countWhatAnOperationHas(String document, String sum) {
        OperationResult result = operations.find(document, null);

        assertEquals(sum(sum), OperationWeight.of(result), document);
    }

    /** The document, its operation, the selection set and the field. */
    @Test
    void countTheNodesOfADocument() {
        assertEquals(400, DocumentWeight.of(new DocumentResult.Valid(Parser.parse("{ depth }"))));
    }

    /** 400 for each error, with 56 and 2 for "no", 56 and 5 for "never". */
    @Test
    void countTheMessagesOfARefusal() {
        List<GraphQLError> errors = List.of(
                GraphQLError.of(ErrorCode.BAD_USER_INPUT, "no"), GraphQLError.of(ErrorCode.BAD_USER_INPUT, "never"));

        assertEquals(458 + 461, DocumentWeight.of(new DocumentResult.Invalid(errors)));
        assertEquals(458 + 461, OperationWeight.of(new OperationResult.Refused(errors)));
    }

    private static long sum(String terms) {
        long sum = 0;
        for (String term : terms.split(" \\+ ", -1)) {
            long product = 1;
            for (String factor : term.split(" \\* ", -1)) {
                product *= Long.parseLong(factor);
            }
            sum += product;
        }
        return sum;
    }
}
