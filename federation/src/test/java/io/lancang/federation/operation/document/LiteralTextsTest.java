package io.lancang.federation.operation.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.FormLimits;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralTextsTest {
    private static final GraphQLSchema API =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                type Query { flows(filter: FlowFilter, kinds: [Kind!]): Int }
                input FlowFilter { partners: [ID!]  period: Years  kind: Kind }
                input Years { from: Int!  to: Int }
                enum Kind { EXPORTS IMPORTS }
                """));

    private static final OperationLimits LIMITS = new OperationLimits(
            2_000, 5, 20, 20, 3, 4, 20, 1_000, Duration.ofMinutes(1), FormLimits.DEFAULT.withMaxTokens(300));

    private final Operations operations = new Operations(API, LIMITS, 100_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        filter: {partner: "LAO"}        | argument 'filter' with value '{partner:"LAO"}' contains a field not in 'FlowFilter': 'partner'. Did you mean partners?
        filter: {period: {from: "2020"}} | argument 'filter.period.from' with value '"2020"' is not a valid 'Int' - Expected an AST type of 'IntValue' but it was a 'StringValue'
        filter: {period: {to: 2024}}    | argument 'filter.period' with value '{period:{to:2024}}' is missing required fields '[from]'
        filter: {kind: EXPORT}          | argument 'filter.kind' with value 'EXPORT' is not a valid 'Kind' - Literal value not in allowable values for enum 'Kind' - 'EXPORT'. Did you mean EXPORTS?
        filter: {kind: TOTAL}           | argument 'filter.kind' with value 'TOTAL' is not a valid 'Kind' - Literal value not in allowable values for enum 'Kind' - 'TOTAL'. Did you mean EXPORTS or IMPORTS?
        kinds: [IMPORTS, "EXPORTS"]     | argument 'kinds[1]' with value '"EXPORTS"' is not a valid 'Kind' - Expected an AST type of 'EnumValue' but it was a 'StringValue'. Did you mean EXPORTS?
        kinds: ["EXPORTS", "EXPORTS"]   | argument 'kinds[0]' with value '"EXPORTS"' is not a valid 'Kind' - Expected an AST type of 'EnumValue' but it was a 'StringValue'. Did you mean EXPORTS?
        """)
    void quotesTheLiteralAsTheClientWroteIt(String argument, String message) {
        OperationResult.Refused refused =
                assertInstanceOf(OperationResult.Refused.class, operations.find("{ flows(" + argument + ") }", null));
        assertEquals(message, refused.errors().getFirst().message());
    }

    @Test
    void quotesADefaultValueAsTheClientWroteIt() {
        OperationResult.Refused refused = assertInstanceOf(
                OperationResult.Refused.class,
                operations.find("query($k: [Kind!] = [EXPORTS, BOTH]) { flows(kinds: $k) }", null));
        assertEquals(
                "Bad default value '[EXPORTS,BOTH]' for type '[Kind!]'",
                refused.errors().getFirst().message());
    }
}
