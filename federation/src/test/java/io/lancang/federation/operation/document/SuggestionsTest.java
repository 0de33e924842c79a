package io.lancang.federation.operation.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.SchemaDisclosure;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.operation.Variables;
import io.lancang.federation.operation.VariablesResult;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client reads about names that there are not, wherever they stand in its document or its variables. */
class SuggestionsTest {
    private static final GraphQLSchema API = UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse("""
                type Query {
                  partner: Partner  named: Named  _schema: Int  _type: Int
                  take(filter: Filter, rows: [[Int!]!], filters: [Filter!], id: ID, int: Int, twenty: Twenty, more: More): Int
                }
                interface Named { name: String }
                type Partner implements Named { name: String  _typename: Int }
                input Filter { from: Int!  near: Filter  codes: [ID!] }
                input Twenty { %s }
                input More { %s }
                """.formatted(fields(20), fields(21))));

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(n -> "f" + n + ": Int").collect(Collectors.joining(" "));
    }

    private final Operations operations = new Operations(API, OperationLimits.DEFAULT, 10_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ partner { nmae } }",
                "{ partner { ... { nmae } } }",
                "{ named { ... on Partner { nmae } } }",
                "{ partner { ...F } } fragment F on Partner { nmae }"
            })
    void namesTheFieldThatAClientMayHaveMeant(String document) {
        assertEquals(
                "Field 'nmae' in type 'Partner' is undefined. Did you mean name?",
                error(document).message());
    }

    /** Each lacks or has a selection that it must have or must not: its name is right. */
    @ParameterizedTest
    @ValueSource(strings = {"{ partner { __typename { name } } }", "{ __schema }", "{ __type(name: \"Partner\") }"})
    void namesNothingWhereTheNameIsRight(String document) {
        assertFalse(
                error(document).message().contains("Did you mean"),
                error(document).message());
    }

    @Test
    void saysWhatAnInputObjectHasWhereNothingIsNear() {
        assertEquals(
                "Variable $v has the field zzzzzz, which Filter does not have. It has [from, near, codes]",
                refused("$v: Filter", "filter", Map.of("zzzzzz", 1)));
        assertTrue(refused("$v: Twenty", "twenty", Map.of("zzzzzz", 1)).endsWith("f18, f19]"));
        assertTrue(refused("$v: More", "more", Map.of("zzzzzz", 1)).endsWith("f18, f19] and others"));
    }

    @Test
    void saysNothingOfTheSchemaWhereThatIsOff() {
        Variables silent = new Variables(API, OperationLimits.DEFAULT, new SchemaDisclosure(true, 1_000, false));

        List<GraphQLError> errors = assertInstanceOf(
                        VariablesResult.Refused.class,
                        silent.coerce(operation("$v: Filter", "filter: $v"), Map.of("v", Map.of("zzzzzz", 1))))
                .errors();

        assertEquals(
                "Variable $v has the field zzzzzz, which Filter does not have",
                errors.getFirst().message());
    }

    @ParameterizedTest
    @CsvSource({"2147483647, true", "-2147483648, true", "2147483648, false", "-2147483649, false"})
    void takesWhatThirtyTwoBitsHoldForAnInt(String number, boolean fits) {
        VariablesResult result =
                new Variables(API).coerce(operation("$v: Int", "int: $v"), Map.of("v", new BigInteger(number)));

        assertEquals(fits, result instanceof VariablesResult.Coerced);
    }

    @Test
    void takesWholeNumbersOfAnySizeForAnId() {
        assertEquals("7", id(7));
        assertEquals("3000000000", id(3_000_000_000L));
        assertEquals("123456789012345678901", id(new BigInteger("123456789012345678901")));
        assertEquals("Variable $v is true, which is not of type ID", refused("$v: ID", "id", true));
        assertEquals("Variable $v is 7.0, which is not of type ID", refused("$v: ID", "id", 7.0));
    }

    /** What lies beside each other does not nest. */
    @Test
    void letsListsAndObjectsLieBesideEachOther() {
        List<Object> rows = new ArrayList<>();
        List<Object> filters = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            rows.add(List.of(1));
            filters.add(Map.of("from", 1));
        }

        assertInstanceOf(
                VariablesResult.Coerced.class,
                new Variables(API)
                        .coerce(
                                operation("$r: [[Int!]!], $f: [Filter!]", "rows: $r, filters: $f"),
                                Map.of("r", rows, "f", filters)));
    }

    @Test
    void countsListsAsWellAsObjects() {
        Map<String, Object> deepest = Map.of("from", 1, "codes", List.of("x"));

        assertEquals(
                "A variable nests more than 120 lists and objects in each other. Send a flatter one.",
                refused("$v: Filter", "filter", nested(119, deepest)));
    }

    @Test
    void countsEachVariableForItself() {
        Map<String, Object> wrong = nested(60, Map.of("from", "x"));
        Map<String, Object> deep = nested(119, Map.of("from", 1));

        List<GraphQLError> errors = assertInstanceOf(
                        VariablesResult.Refused.class,
                        new Variables(API)
                                .coerce(
                                        operation("$a: Filter!, $b: Filter", "filters: [$a], filter: $b"),
                                        Map.of("a", wrong, "b", deep)))
                .errors();

        assertEquals(1, errors.size());
        assertTrue(errors.getFirst().message().endsWith("is \"x\", which is not of type Int"));
    }

    @Test
    void looksForNoMoreErrorsThanItLists() {
        OperationLimits usual = OperationLimits.DEFAULT;
        OperationLimits one = new OperationLimits(
                usual.maxCharacters(), 60, 5_000, 5_000, 2_000, 500, 1, 1_000, usual.maxPreparation(), usual.form());
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("a", "x");
        sent.put("b", "x");
        sent.put("c", nested(200, Map.of("from", 1)));

        List<GraphQLError> errors = assertInstanceOf(
                        VariablesResult.Refused.class,
                        new Variables(API, one, SchemaDisclosure.DEFAULT)
                                .coerce(
                                        operation("$a: Int!, $b: Int!, $c: Filter", "rows: [[$a, $b]], filter: $c"),
                                        sent))
                .errors();

        assertEquals(
                List.of(
                        "Variable $a is \"x\", which is not of type Int",
                        "There are more errors than the 1 that are listed. Mend these first."),
                errors.stream().map(GraphQLError::message).toList());
    }

    @Test
    void readsACondition() {
        Operation operation = assertInstanceOf(
                        OperationResult.Accepted.class,
                        operations.find(
                                "query ($yes: Boolean! = true, $no: Boolean! = false, $bare: Boolean!) {"
                                        + " a: partner @include(if: $yes) { name } b: partner @include(if: $no) { name }"
                                        + " c: partner @include(if: $bare) { name } }",
                                null))
                .operation();

        assertTrue(Variables.isTrue(operation, "yes", Map.of()));
        assertFalse(Variables.isTrue(operation, "no", Map.of()));
        assertFalse(Variables.isTrue(operation, "bare", Map.of()));
        assertFalse(Variables.isTrue(operation, "other", Map.of()));
        assertTrue(Variables.isTrue(operation, "no", Map.of("no", true)));
        assertFalse(Variables.isTrue(operation, "yes", Map.of("yes", false)));
        assertFalse(Variables.isTrue(operation, "yes", Map.of("yes", "true")));
    }

    private static Map<String, Object> nested(int levels, Map<String, Object> deepest) {
        Map<String, Object> value = deepest;
        for (int level = 0; level < levels; level++) {
            value = Map.of("from", 1, "near", value);
        }
        return value;
    }

    private String id(Object value) {
        Object coerced = assertInstanceOf(
                        VariablesResult.Coerced.class,
                        new Variables(API).coerce(operation("$v: ID", "id: $v"), Map.of("v", value)))
                .values()
                .get("v");
        return assertInstanceOf(String.class, coerced);
    }

    private String refused(String definition, String argument, Object value) {
        return assertInstanceOf(
                        VariablesResult.Refused.class,
                        new Variables(API).coerce(operation(definition, argument + ": $v"), Map.of("v", value)))
                .errors()
                .getFirst()
                .message();
    }

    private GraphQLError error(String document) {
        return assertInstanceOf(OperationResult.Refused.class, operations.find(document, null))
                .errors()
                .getFirst();
    }

    private Operation operation(String definitions, String arguments) {
        return assertInstanceOf(
                        OperationResult.Accepted.class,
                        operations.find("query (" + definitions + ") { take(" + arguments + ") }", null))
                .operation();
    }
}
