package io.lancang.federation.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.Directives;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.lancang.federation.OperationLimits;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where {@code @defer} may stand and what it may say. */
class DeferralTest {
    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(new SchemaParser().parse("""
                            type Query { port: Port }
                            type Mutation { rename: Port }
                            type Subscription { arrived: Port }
                            type Port { name: String berths: Int }
                            """), RuntimeWiring.MOCKED_WIRING)
            .transform(schema -> schema.additionalDirective(Directives.DeferDirective));

    private final Operations operations = new Operations(SCHEMA, OperationLimits.DEFAULT, 100_000);

    @Test
    void keepsWhatIsDeferredInTheOrderOfItsNesting() {
        Operation operation = accepted("""
                query ($late: Boolean) {
                  ... @defer(label: "outer", if: true) { port { ...Size @defer(if: $late) } }
                }
                fragment Size on Port { ... @defer { berths } }
                """.replace("Boolean)", "Boolean!)"));

        assertEquals(
                List.of(new Deferral(0, "outer", null), new Deferral(1, null, "late"), new Deferral(2, null, null)),
                operation.deferrals());
    }

    @Test
    void defersEachSpreadOfAFragmentByItself() {
        Operation operation = accepted("""
                { a: port { ...Size } b: port { ...Size } }
                fragment Size on Port { ... @defer(label: "size") { berths } }
                """);

        assertEquals(List.of(new Deferral(0, "size", null), new Deferral(1, "size", null)), operation.deferrals());
    }

    @Test
    void forgetsWhatIsSwitchedOff() {
        assertEquals(
                List.of(),
                accepted("{ port { ... @defer(if: false) { name } } }").deferrals());
    }

    @Test
    void leavesOnlyThoseThatCount() {
        Operation operation = accepted("{ port { ... @defer { name } ... @defer { berths } } }");

        Operation second = operation.deferring(Set.of(1));

        assertEquals(List.of(new Deferral(1, null, null)), second.deferrals());
        FieldSelection port = (FieldSelection) second.selections().selections().getFirst();
        FragmentSelection name =
                (FragmentSelection) port.selections().selections().getFirst();
        FragmentSelection berths =
                (FragmentSelection) port.selections().selections().get(1);
        assertNull(name.deferral());
        assertEquals(1, name.selections().selections().size());
        assertEquals(new Deferral(1, null, null), berths.deferral());
    }

    @Test
    void isTheSameOperationWhereAllDeferralsCount() {
        Operation operation = accepted("{ port { ... @defer { name } ... { berths } } }");

        assertSame(operation, operation.deferring(Set.of(0)));
        assertNotSame(operation, operation.deferring(Set.of()));
    }

    @Test
    void defersNoMoreFragmentsThanRequestsAreWorth() {
        Operation operation =
                accepted("{ port { " + "... @defer { name } ".repeat(Operation.MAX_DEFERRALS + 1) + "} }");

        assertEquals(
                IntStream.range(0, Operation.MAX_DEFERRALS).boxed().collect(Collectors.toSet()),
                operation.deferralsInForce(name -> true));
    }

    @Test
    void countsOnlyDeferralsThatAreSwitchedOn() {
        Operation operation =
                accepted("query ($late: Boolean!) { port { ... @defer(if: $late) { name } ... @defer { berths } } }");

        assertEquals(Set.of(1), operation.deferralsInForce(name -> false));
        assertEquals(Set.of(0, 1), operation.deferralsInForce("late"::equals));
    }

    @Test
    void refusesALabelThatStandsTwice() {
        assertRefused(
                "{ port { ... @defer(label: \"a\") { name } ... @defer(label: \"a\") { berths } } }",
                "only one argument named 'label'");
    }

    @Test
    void refusesAVariableAsLabel() {
        assertRefused(
                "query ($label: String) { port { ... @defer(label: $label) { name } } }",
                "label argument must be a static string");
    }

    @Test
    void refusesToDeferAtTheRootOfAMutation() {
        assertRefused("mutation { ... @defer { rename { name } } }", "cannot be used on root mutation type");
        assertRefused(
                "mutation { ...Root } fragment Root on Mutation { ... @defer { rename { name } } }",
                "cannot be used on root mutation type");
        accepted("mutation { rename { ... @defer { name } } }");
    }

    @Test
    void refusesToDeferInASubscription() {
        assertRefused(
                "subscription { arrived { ... @defer { name } } }", "not allowed to be used on operation subscription");
        assertRefused(
                "subscription { arrived { ...Name } } fragment Name on Port { ... @defer { name } }",
                "not allowed to be used on operation subscription");
        accepted("subscription { arrived { ... @defer(if: false) { name } } }");
    }

    @Test
    void refusesToDeferAField() {
        assertRefused("{ port { name @defer } }", "defer");
    }

    private Operation accepted(String document) {
        return assertInstanceOf(OperationResult.Accepted.class, operations.find(document, null))
                .operation();
    }

    private void assertRefused(String document, String reason) {
        OperationResult.Refused refused =
                assertInstanceOf(OperationResult.Refused.class, operations.find(document, null));
        assertEquals(1, refused.errors().size(), refused.errors()::toString);
        assertTrue(refused.errors().getFirst().message().contains(reason), refused.errors()::toString);
    }
}
