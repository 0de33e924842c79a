package io.lancang.federation.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.FormLimits;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.OperationType;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.error.SourceLocation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
    }

    @Test
    void refusesAnAliasThatIntrospectionReserves() {
        assertEquals(
                "The alias __typename is reserved for introspection. Choose one without leading underscores.",
                refused("{ node { __typename: id } }").message());
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
        assertEquals(
                "LIMIT_EXCEEDED", refused("{ node { id } }" + " ".repeat(2_000)).code());
    }

    @Test
    void remembersBothGoodAndBadDocuments() {
        assertSame(accepted("{ node { id } }"), accepted("{ node { id } }"));
        assertSame(refused("{ nod }"), refused("{ nod }"));
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
