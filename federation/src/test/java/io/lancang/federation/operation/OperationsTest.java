package io.lancang.federation.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.FormLimits;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.OperationType;
import io.lancang.federation.SchemaDisclosure;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.error.SourceLocation;
import io.lancang.federation.operation.input.TypeTexts;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {
    private static final GraphQLSchema API =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                type Query { partner(code: ID!, year: Int): Partner  node: Node }
                type Mutation { touch: Int }
                type Subscription { changed(code: ID): Partner  moved: Partner }
                interface Node { id: ID! }
                type Partner implements Node { id: ID!  name: String  neighbours: [Partner!]! }
                """));
    private static final OperationLimits LIMITS = new OperationLimits(
            2_000, 5, 20, 20, 3, 4, 20, 1_000, Duration.ofMinutes(1), FormLimits.DEFAULT.withMaxTokens(300));

    private final Operations operations = new Operations(API, LIMITS, 100_000);

    @Test
    void inlinesNamedFragments() {
        Operation operation = accepted("""
            query Q { node { ...N } }
            fragment N on Node { id ...P }
            fragment P on Partner { name }
            """);
        FieldSelection node =
                (FieldSelection) operation.selections().selections().getFirst();
        FragmentSelection onNode =
                (FragmentSelection) node.selections().selections().getFirst();
        FragmentSelection onPartner =
                (FragmentSelection) onNode.selections().selections().get(1);
        assertEquals("Node", onNode.typeCondition());
        assertEquals("Partner", onPartner.typeCondition());
        FieldSelection name =
                (FieldSelection) onPartner.selections().selections().getFirst();
        assertEquals("Partner.name", name.parentType() + "." + name.name());
    }

    @Test
    void leavesOutWhatALiteralConditionExcludes() {
        Operation operation = accepted(
                "{ a: node { id @skip(if: true) __typename } b: node @include(if: false) { id } ... @skip(if: false) {"
                        + " c: __typename } }");
        assertEquals(2, operation.selections().selections().size());
        FieldSelection a = (FieldSelection) operation.selections().selections().getFirst();
        assertEquals(1, a.selections().selections().size());
    }

    /** The directives of one selection hold together, and those around it are not repeated in it. */
    @Test
    void gathersTheConditionsOfASelectionAndTheirVariables() {
        Operation operation = accepted("""
                query ($x: Boolean!, $y: Boolean!, $z: Boolean!) {
                  node @include(if: $x) { ... @skip(if: $y) { id @include(if: $z) @skip(if: false) } }
                }
                """);
        FieldSelection node =
                (FieldSelection) operation.selections().selections().getFirst();
        FragmentSelection fragment =
                (FragmentSelection) node.selections().selections().getFirst();

        assertEquals(new Conditions(Set.of("x"), Set.of()), node.conditions());
        assertEquals(new Conditions(Set.of(), Set.of("y")), fragment.conditions());
        assertEquals(
                new Conditions(Set.of("z"), Set.of()),
                fragment.selections().selections().getFirst().conditions());
        assertEquals(Set.of("x", "y", "z"), operation.conditions());
    }

    @Test
    void knowsTheTypesOfFieldsAndWhichAreLists() {
        Operation operation = accepted("{ partner(code: 1) { name neighbours { id } } }");
        FieldSelection partner =
                (FieldSelection) operation.selections().selections().getFirst();
        FieldSelection name = (FieldSelection) partner.selections().selections().getFirst();
        FieldSelection neighbours =
                (FieldSelection) partner.selections().selections().get(1);

        assertEquals("String", TypeTexts.of(name.type()));
        assertEquals("[Partner!]!", TypeTexts.of(neighbours.type()));
        assertFalse(partner.isList());
        assertFalse(name.isList());
        assertTrue(neighbours.isList());
    }

    @Test
    void keepsConditionsThatDependOnVariables() {
        Operation operation =
                accepted("query ($x: Boolean!, $y: Boolean!) { node @include(if: $x) @skip(if: $y) { id } }");
        assertEquals(
                new Conditions(Set.of("x"), Set.of("y")),
                operation.selections().selections().getFirst().conditions());
    }

    @Test
    void findsTheOperationByItsName() {
        OperationResult.Accepted result = assertInstanceOf(
                OperationResult.Accepted.class, operations.find("query A { node { id } } mutation B { touch }", "B"));
        assertEquals(OperationType.MUTATION, result.operation().type());
    }

    @Test
    void saysWhichOperationsThereAreIfNoneIsNamed() {
        GraphQLError error = refused("query A { node { id } } query B { node { id } }");
        assertEquals("BAD_USER_INPUT", error.code());
        assertEquals("The document has several operations; operationName must name one of [A, B].", error.message());
    }

    @Test
    void saysWhichOperationsThereAreIfTheNamedOneIsMissing() {
        OperationResult.Refused result =
                assertInstanceOf(OperationResult.Refused.class, operations.find("query A { node { id } }", "B"));
        assertEquals(
                "The document has no operation named \"B\"; it has [A].",
                result.errors().getFirst().message());
    }

    @Test
    void saysThatAnOperationHasNoNameWhereOneIsAskedFor() {
        OperationResult.Refused result =
                assertInstanceOf(OperationResult.Refused.class, operations.find("{ node { id } }", "B"));
        assertEquals(
                "The document has no operation named \"B\"; it has [one without a name].",
                result.errors().getFirst().message());
    }

    @Test
    void takesAnEmptyNameForNone() {
        assertInstanceOf(OperationResult.Accepted.class, operations.find("query A { node { id } }", ""));
    }

    @Test
    void namesTwentyOfManyOperations() {
        String twenty = "[O0, O1, O2, O3, O4, O5, O6, O7, O8, O9, O10, O11, O12, O13, O14, O15, O16, O17, O18, O19]";
        String document = operations(20);

        assertEquals(
                "The document has several operations; operationName must name one of " + twenty + ".",
                refused(document).message());
        assertEquals(
                "The document has several operations; operationName must name one of among others " + twenty + ".",
                refused(document + " query O20 { node { id } }").message());
    }

    private static String operations(int count) {
        StringBuilder document = new StringBuilder();
        for (int number = 0; number < count; number++) {
            document.append("query O").append(number).append(" { node { id } } ");
        }
        return document.toString();
    }

    @Test
    void suggestsTheFieldThatAMistypedOneMayHaveMeant() {
        GraphQLError error = refused("{ partner(code: \"LAO\") {\n  nmae } }");
        assertEquals("GRAPHQL_VALIDATION_FAILED", error.code());
        assertEquals("Field 'nmae' in type 'Partner' is undefined. Did you mean name?", error.message());
        assertEquals(List.of(new SourceLocation(2, 3)), error.locations());
    }

    @Test
    void suggestsTheArgumentThatAMistypedOneMayHaveMeant() {
        assertTrue(refused("{ partner(code: \"LAO\", yaer: 2020) { name } }")
                .message()
                .endsWith(". Did you mean year?"));
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        assertEquals(
                "Field 'gravity' in type 'Query' is undefined",
                refused("{ gravity }").message());
    }

    @Test
    void refusesAFragmentThatSpreadsItself() {
        GraphQLError error = refused("{ node { ...A } } fragment A on Node { id ...B } fragment B on Node { ...A }");
        assertEquals("GRAPHQL_VALIDATION_FAILED", error.code());
        assertEquals(
                "Fragment cycles not allowed: the fragment A is spread inside itself. Leave out this spread.",
                error.message());
        assertEquals(List.of(new SourceLocation(1, 71)), error.locations());
    }

    @Test
    void takesAFragmentThatTwoOthersSpread() {
        accepted(
                "{ node { ...A ...B } } fragment A on Node { ...C } fragment B on Node { ...C } fragment C on Node { id }");
    }

    @Test
    void refusesAnAliasThatIntrospectionReserves() {
        assertEquals(
                "The alias __typename is reserved for introspection. Choose one without leading underscores.",
                refused("{ node { __typename: id } }").message());
    }

    @Test
    void takesAReservedNameAsItsOwnAlias() {
        accepted("{ node { __typename: __typename } }");
    }

    @Test
    void refusesIntrospectionWhereItIsSwitchedOff() {
        Operations closed = new Operations(API, LIMITS, new SchemaDisclosure(false, 1_000, true), 100_000, 100_000);
        for (String query : List.of("{ __schema { types { name } } }", "{ a: __type(name: \"Node\") { name } }")) {
            OperationResult.Refused refused = assertInstanceOf(OperationResult.Refused.class, closed.find(query, null));
            assertTrue(
                    refused.errors().getFirst().message().startsWith("Introspection is switched off, so __"),
                    refused.errors()::toString);
        }
        assertInstanceOf(OperationResult.Accepted.class, closed.find("{ node { __typename } }", null));
        accepted("{ __schema { types { name } } }");
    }

    /** graphql-java has it in every schema; nothing would come of it here. */
    @Test
    void refusesTheDirectiveThatOnlyTheLibraryKnows() {
        GraphQLError error = refused("query @experimental_disableErrorPropagation { node { id } }");
        assertEquals("Unknown directive 'experimental_disableErrorPropagation'", error.message());
        assertEquals("GRAPHQL_VALIDATION_FAILED", error.code());
        assertEquals(List.of(new SourceLocation(1, 7)), error.locations());
    }

    @Test
    void takesASubscriptionWhoseOneRootFieldStandsTwice() {
        accepted("subscription { changed { id } ...Named } fragment Named on Subscription { changed { name } }");
    }

    @Test
    void refusesASecondRootFieldOfASubscription() {
        GraphQLError error = refused("subscription Both { changed { id } ... { other: moved { id } } }");
        assertEquals(
                "Subscription Both selects 2 root fields (changed, other). It must select exactly one;"
                        + " subscribe to the others on their own.",
                error.message());
    }

    @Test
    void refusesASecondRootFieldOfASubscriptionWithoutAName() {
        GraphQLError error = refused("subscription { changed { id } moved { id } }");
        assertTrue(
                error.message().startsWith("The subscription selects 2 root fields (changed, moved)."),
                error.message());
        assertEquals(List.of(new SourceLocation(1, 1)), error.locations());
    }

    @Test
    void refusesIntrospectionAtTheRootOfASubscription() {
        GraphQLError error = refused("subscription { ...T } fragment T on Subscription { __typename }");
        assertTrue(error.message().startsWith("A subscription gives no events for __typename."), error.message());
        assertEquals(List.of(new SourceLocation(1, 52)), error.locations());
    }

    @Test
    void refusesAConditionOnTheRootFieldOfASubscription() {
        GraphQLError error = refused("subscription ($c: Boolean!) { changed @skip(if: $c) { id } }");
        assertTrue(error.message().startsWith("@skip cannot stand at the root of a subscription"), error.message());
        assertEquals(List.of(new SourceLocation(1, 39)), error.locations());
    }

    @Test
    void refusesAConditionOnAFragmentAtTheRootOfASubscription() {
        GraphQLError error = refused("subscription { ... @include(if: true) { changed { id } } }");
        assertTrue(error.message().startsWith("@include cannot stand at the root of a subscription"), error.message());
    }

    @Test
    void takesConditionsBelowTheRootFieldOfASubscription() {
        accepted("subscription ($c: Boolean!) { changed { id name @skip(if: $c) } }");
    }

    @Test
    void refusesAFragmentThatSpreadsItselfAtTheRootOfASubscription() {
        GraphQLError error = refused("subscription { ...A } fragment A on Subscription { ...A changed { id } }");
        assertTrue(error.message().contains("Fragment cycles not allowed"), error.message());
    }

    @Test
    void refusesAVariableOfATypeThatIsForAnswersOnly() {
        GraphQLError error = refused("query ($p: [Partner!] = [\"LAO\"]) { node { id } }");
        assertTrue(
                error.message().startsWith("Variable $p is of type Partner, which is for answers only."),
                error.message());
        assertEquals(List.of(new SourceLocation(1, 8)), error.locations());
    }

    @Test
    void saysWhereTheSyntaxIsWrong() {
        GraphQLError error = refused("{ node {");
        assertEquals("GRAPHQL_PARSE_FAILED", error.code());
        assertEquals(1, error.locations().getFirst().line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ partner(code: 1) { neighbours { neighbours { neighbours { id } } } } }",
                "{ node { id id id id id id id id id id id id id id id id id id id } }",
                "{ node { a: id b: id c: id } }",
                "{ node { id } node { id } node { id } node { id } }",
                "{ node { ...{...{id}} ...{...{id}} ...{...{id}} ...{...{id}} ...{...{id}} ...{...{id}} ...{...{id}} ...{...{id}}"
                        + " ...{...{id}} ...{...{id}} } }",
            })
    void takesAnOperationThatIsAsLargeAsAllowed(String query) {
        accepted(query);
    }

    @Test
    void refusesMoreFragmentsThanAllowed() {
        assertEquals(
                "The operation has 21 fragments; 20 are allowed. Ask for less, or in several requests.",
                refused("{ node { " + "... { ... { ... { id } } } ".repeat(7) + "} }")
                        .message());
    }

    /** Field in fragment in fragment in fragment in field: brackets nest no more than two levels anywhere. */
    @Test
    void countsTheLevelsOfFragmentsWhereverTheyStand() {
        String deep =
                "{ node { ...A } } fragment A on Node { ...B } fragment B on Node { ...C } fragment C on Node { id }";
        OperationResult.Refused refused =
                assertInstanceOf(OperationResult.Refused.class, nesting(4).find(deep, null));

        assertEquals(
                "The operation has 5 levels of fields and fragments; 4 are allowed. Ask for less, or in several requests.",
                refused.errors().getFirst().message());
        assertInstanceOf(OperationResult.Accepted.class, nesting(5).find(deep, null));
    }

    private static Operations nesting(int levels) {
        FormLimits form = new FormLimits(300, 256, 400, 1_000, levels, 100, 100, 30, 100, 50, 50);
        OperationLimits limits = new OperationLimits(2_000, 5, 20, 20, 3, 4, 20, 1_000, Duration.ofMinutes(1), form);
        return new Operations(API, limits, 100_000);
    }

    /** Each of 32 fragments spreads the next one twice: more fields than an int can say. */
    @Test
    void saysThatThereAreTooManyWhereNobodyCanCountThem() {
        StringBuilder document = new StringBuilder("{ node { ...F0 } } ");
        for (int number = 0; number < 32; number++) {
            String next = "...F" + (number + 1);
            document.append("fragment F%d on Node { %s %s } ".formatted(number, next, next));
        }
        document.append("fragment F32 on Node { id }");
        OperationResult.Refused refused = assertInstanceOf(
                OperationResult.Refused.class,
                new Operations(API, OperationLimits.DEFAULT, 100_000).find(document.toString(), null));

        assertEquals(
                List.of(
                        "The operation has too many fields; 5000 are allowed. Ask for less, or in several requests.",
                        "The operation has too many fragments; 5000 are allowed. Ask for less, or in several requests."),
                refused.errors().stream().map(GraphQLError::message).toList());
    }

    @Test
    void refusesMoreLevelsThanAllowed() {
        assertEquals(
                "The operation has 6 levels of fields; 5 are allowed. Ask for less, or in several requests.",
                refused("{ partner(code: 1) { neighbours { neighbours { neighbours { neighbours { id } } } } } }")
                        .message());
    }

    @Test
    void countsTheFieldsOfAFragmentWhereverItIsSpread() {
        GraphQLError error = refused("""
            { node { ...A } }
            fragment A on Partner { a: neighbours { ...B } b: neighbours { ...B } }
            fragment B on Partner { neighbours { ...C } c: neighbours { ...C } }
            fragment C on Partner { id name ... on Node { id } ... on Partner { id } }
            """);
        assertEquals("LIMIT_EXCEEDED", error.code());
        assertTrue(error.message().startsWith("The operation has 23 fields; 20 are allowed"), error.message());
    }

    @Test
    void refusesMoreAliasesThanAllowed() {
        assertTrue(refused("{ node { a: id b: id c: id d: id } }").message().startsWith("The operation has 4 aliases"));
    }

    @Test
    void refusesMoreRootFieldsThanAllowed() {
        assertTrue(refused("{ node { id } node { id } node { id } node { id } node { id } }")
                .message()
                .startsWith("The operation has 5 root fields"));
    }

    @Test
    void refusesMoreTokensThanAllowed() {
        assertEquals(
                "LIMIT_EXCEEDED",
                refused("{ node { " + "id ".repeat(300) + "} }").code());
    }

    @Test
    void refusesMoreCharactersThanAllowed() {
        accepted("{ node { id } }" + " ".repeat(1_985));
        GraphQLError error = refused("{ node { id } }" + " ".repeat(1_986));
        assertEquals("LIMIT_EXCEEDED", error.code());
        assertEquals("The document has more than 2000 characters. Send a smaller one.", error.message());
    }

    @Test
    void remembersBothGoodAndBadDocuments() {
        assertSame(accepted("{ node { id } }"), accepted("{ node { id } }"));
        assertSame(refused("{ nod }"), refused("{ nod }"));
    }

    @Test
    void findsInTheCacheWhatWasFoundUnderTheSameName() {
        String document = "query A { node { id } }";
        assertNull(operations.cached(document, null));

        Operation operation = accepted(document);

        OperationResult.Accepted cached =
                assertInstanceOf(OperationResult.Accepted.class, operations.cached(document, null));
        assertSame(operation, cached.operation());
        assertNull(operations.cached(document, "A"));
    }

    /**
     * The text of 23 characters is 79 bytes, its tree 600, and an entry 200: 879 in the cache of documents. In that of operations it is the text,
     * 57 of the name, the operation of 400 with two selections of 90, and an entry again: 916.
     */
    @Test
    void addsUpWhatBothCachesHold() {
        operations.find("query A { node { id } }", "A");

        assertEquals(879 + 916, operations.bytes());
    }

    private Operation accepted(String document) {
        return assertInstanceOf(OperationResult.Accepted.class, operations.find(document, null))
                .operation();
    }

    private GraphQLError refused(String document) {
        return assertInstanceOf(OperationResult.Refused.class, operations.find(document, null))
                .errors()
                .getFirst();
    }
}
