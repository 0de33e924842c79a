package io.lancang.federation.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.error.GraphQLError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private static final GraphQLSchema API =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                type Query { f(a: Filter, i: Int, x: Float, s: Status, l: [Int!], id: ID, d: Decimal, c: Choice): Int }
                input Filter { from: Int!  to: Int = 2024  near: Filter  codes: [ID!] }
                input Choice @oneOf { a: Int  b: Int }
                enum Status { OPERATIONAL PLANNED }
                scalar Decimal
                """));

    private final Variables variables = new Variables(API);

    @Test
    void keepsNumbersExact() {
        BigDecimal exact = new BigDecimal("0.1234567890123456789");
        assertEquals(exact, coerced("$v: Float", exact));
        assertEquals(exact, coerced("$v: Decimal", exact));
        assertEquals(
                new BigInteger("123456789012345678901"),
                coerced("$v: Decimal", new BigInteger("123456789012345678901")));
    }

    @Test
    void sendsAnIntWithoutTheFractionOfZeroThatItCameWith() {
        assertEquals(7, coerced("$v: Int", new BigDecimal("7.0")));
        assertEquals(700, coerced("$v: Int", new BigDecimal("7e2")));
        assertEquals(0, coerced("$v: Int", -0.0));
        assertEquals(new BigDecimal("7.0"), coerced("$v: Float", new BigDecimal("7.0")));
    }

    @Test
    void takesASingleValueForAListOfOne() {
        assertEquals(List.of(1), coerced("$v: [Int!]", 1));
    }

    @Test
    void takesAWholeNumberForAnId() {
        assertEquals("7", coerced("$v: ID", 7));
    }

    @Test
    void appliesTheDefaultsOfInputFields() {
        assertEquals(Map.of("from", 2017, "to", BigInteger.valueOf(2024)), coerced("$v: Filter", Map.of("from", 2017)));
    }

    @Test
    void appliesTheDefaultOfAVariableThatIsNotSent() {
        VariablesResult.Coerced result = assertInstanceOf(
                VariablesResult.Coerced.class, variables.coerce(operation("$v: Status = PLANNED"), Map.of()));
        assertEquals(Map.of("v", "PLANNED"), result.values());
    }

    @Test
    void leavesOutAVariableWithoutValueAndDefault() {
        VariablesResult.Coerced result =
                assertInstanceOf(VariablesResult.Coerced.class, variables.coerce(operation("$v: Int"), Map.of()));
        assertEquals(Map.of(), result.values());
    }

    @Test
    void keepsAnExplicitNull() {
        VariablesResult.Coerced result = assertInstanceOf(
                VariablesResult.Coerced.class,
                variables.coerce(operation("$v: Int = 3"), Collections.singletonMap("v", null)));
        assertEquals(Collections.singletonMap("v", null), result.values());
    }

    @Test
    void refusesAMissingValueOfANonNullType() {
        assertEquals("Variable $v needs a value of type Int!, but none was sent", refused("$v: Int!", Map.of()));
    }

    @Test
    void refusesNullForANonNullType() {
        assertEquals(
                "Variable $v must not be null; it is of type Int!",
                refused("$v: Int!", Collections.singletonMap("v", null)));
    }

    @Test
    void refusesANumberBeyondThirtyTwoBitsForAnInt() {
        assertEquals(
                "Variable $v is 3000000000, which is not of type Int", refused("$v: Int", Map.of("v", 3_000_000_000L)));
    }

    @Test
    void refusesANumberThatWouldNotFitMemoryForAnInt() {
        assertEquals(
                "Variable $v is 1E+2147483647, which is not of type Int",
                refused("$v: Int", Map.of("v", new BigDecimal("1e2147483647"))));
        assertEquals(0, coerced("$v: Int", new BigDecimal("0e2147483647")));
    }

    @Test
    void refusesAFractionForAnInt() {
        assertEquals(
                "Variable $v is 1.5, which is not of type Int", refused("$v: Int", Map.of("v", new BigDecimal("1.5"))));
    }

    @Test
    void refusesTextForAFloat() {
        assertEquals("Variable $v is \"1.5\", which is not of type Float", refused("$v: Float", Map.of("v", "1.5")));
    }

    @Test
    void suggestsTheEnumValueThatAMistypedOneMayHaveMeant() {
        assertEquals(
                "Variable $v is \"OPERATONAL\", which is no value of the enum Status. Did you mean OPERATIONAL?",
                refused("$v: Status", Map.of("v", "OPERATONAL")));
    }

    @Test
    void listsTheValuesOfAnEnumThatNothingSentIsNear() {
        assertEquals(
                "Variable $v is \"SHUT\", which is no value of the enum Status. Did you mean OPERATIONAL or PLANNED?",
                refused("$v: Status", Map.of("v", "SHUT")));
    }

    @Test
    void namesThePlaceOfAWrongValueInsideOfAnInputObject() {
        assertEquals(
                "Variable $v.near.codes[1] must not be null; it is of type ID!",
                refused(
                        "$v: Filter",
                        Map.of(
                                "v",
                                Map.of(
                                        "from",
                                        1,
                                        "near",
                                        Map.of("from", 1, "codes", java.util.Arrays.asList("a", null))))));
    }

    @Test
    void refusesAFieldThatTheInputObjectDoesNotHave() {
        assertEquals(
                "Variable $v has the field form, which Filter does not have. Did you mean from?",
                refused("$v: Filter", Map.of("v", Map.of("form", 1))));
    }

    @Test
    void refusesAnInputObjectWithoutARequiredField() {
        assertEquals(
                "Variable $v.from needs a value of type Int!, but none was sent",
                refused("$v: Filter", Map.of("v", Map.of())));
    }

    @Test
    void refusesTwoFieldsOfAOneOfInputObject() {
        assertEquals(
                "Variable $v must have exactly one field, not null, since Choice is @oneOf",
                refused("$v: Choice", Map.of("v", Map.of("a", 1, "b", 2))));
    }

    @Test
    void refusesTheOneFieldOfAOneOfInputObjectWithoutAValue() {
        assertEquals(
                "Variable $v must have exactly one field, not null, since Choice is @oneOf",
                refused("$v: Choice", Map.of("v", Collections.singletonMap("a", null))));
    }

    @Test
    void quotesALongValueInShortAndLooksForNothingLikeIt() {
        String message = refused("$v: Status", Map.of("v", "x".repeat(900_000)));
        assertEquals("Variable $v is \"" + "x".repeat(59) + "…, which is no value of the enum Status", message);
    }

    @Test
    void quotesTheBeginningOfALongListWithoutWritingOutTheRest() {
        String message = refused("$v: Int", Map.of("v", Collections.nCopies(100_000, "y")));
        assertEquals("Variable $v is [" + "y, ".repeat(19) + "y,…, which is not of type Int", message);
    }

    @Test
    void refusesMoreValuesThanAllowed() {
        coerced("$v: [Int!]", Collections.nCopies(49_999, 1));
        assertEquals(
                "The variables hold more than 50000 values. Send less, or in several requests.",
                refused("$v: [Int!]", Map.of("v", Collections.nCopies(50_000, 1))));
    }

    @Test
    void refusesObjectsNestedDeeperThanAllowed() {
        Map<String, Object> value = Map.of("from", 1);
        for (int level = 1; level < 120; level++) {
            value = Map.of("from", 1, "near", value);
        }
        coerced("$v: Filter", value);
        assertEquals(
                "A variable nests more than 120 lists and objects in each other. Send a flatter one.",
                refused("$v: Filter", Map.of("v", Map.of("from", 1, "near", value))));
    }

    @Test
    void listsTheFirstErrorsAndSaysThatThereAreMore() {
        String names = IntStream.range(0, 300)
                .mapToObj(i -> "$v" + i + ": Boolean = true")
                .collect(Collectors.joining(" "));
        String uses = IntStream.range(0, 300)
                .mapToObj(i -> "a" + i + ": f @include(if: $v" + i + ")")
                .collect(Collectors.joining(" "));
        OperationLimits limits = OperationLimits.DEFAULT;
        OperationLimits wide = new OperationLimits(
                limits.maxCharacters(),
                60,
                5_000,
                5_000,
                2_000,
                500,
                20,
                1_000,
                limits.maxPreparation(),
                limits.form());
        Operation operation = assertInstanceOf(
                        OperationResult.Accepted.class,
                        new Operations(API, wide, 10_000).find("query (" + names + ") { " + uses + " }", null))
                .operation();
        Map<String, @Nullable Object> nulls = new HashMap<>();
        IntStream.range(0, 300).forEach(i -> nulls.put("v" + i, null));
        List<GraphQLError> errors = assertInstanceOf(VariablesResult.Refused.class, variables.coerce(operation, nulls))
                .errors();
        assertEquals(21, errors.size());
        assertEquals(
                "Variable $v0 must not be null, because @include or @skip takes it; send true or false, or leave it"
                        + " out",
                errors.getFirst().message());
        assertEquals(
                "There are more errors than the 20 that are listed. Mend these first.",
                errors.getLast().message());
    }

    private @Nullable Object coerced(String definition, Object value) {
        return assertInstanceOf(
                        VariablesResult.Coerced.class, variables.coerce(operation(definition), Map.of("v", value)))
                .values()
                .get("v");
    }

    private String refused(String definition, Map<String, ? extends @Nullable Object> sent) {
        return assertInstanceOf(VariablesResult.Refused.class, variables.coerce(operation(definition), sent))
                .errors()
                .getFirst()
                .message();
    }

    private static Operation operation(String definition) {
        String type = definition.substring(definition.indexOf(':') + 1).trim().replaceAll("[! =].*|[\\[\\]]", "");
        String argument = switch (type) {
            case "Filter" -> "a";
            case "Float" -> "x";
            case "Status" -> "s";
            case "ID" -> "id";
            case "Decimal" -> "d";
            case "Choice" -> "c";
            default -> definition.contains("[") ? "l" : "i";
        };
        String document = "query (" + definition + ") { f(" + argument + ": $v) }";
        return assertInstanceOf(
                        OperationResult.Accepted.class,
                        new Operations(API, OperationLimits.DEFAULT, 10_000).find(document, null))
                .operation();
    }
}
