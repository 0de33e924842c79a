package io.lancang.federation.supergraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.idl.SchemaPrinter;
import io.lancang.federation.Contract;
import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.Composition;
import io.lancang.federation.compose.CompositionResult;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which part of a graph a contract is, by the API schema that is left. */
class ContractTest {
    private static final String HEAD = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])
            """;

    @Test
    void withoutTagsThatAreIncludedEverythingIsInThatIsNotExcluded() {
        assertApi(contract(Set.of(), Set.of("internal")), """
                type Query { port(name: String, raw: Boolean @tag(name: "internal")): Port staff: [Person] }
                type Port { name: String berths: Int @tag(name: "internal") kind: Kind }
                type Person @tag(name: "internal") { name: String }
                enum Kind { SEA RIVER DRY @tag(name: "internal") }
                """, """
                type Port {
                  kind: Kind
                  name: String
                }
                type Query {
                  port(name: String): Port
                }
                enum Kind {
                  RIVER
                  SEA
                }
                """);
    }

    @Test
    void fieldsAreInWithATagOfTheirOwnOrOfTheirTypeAndTypesFollowWhatUsesThem() {
        assertApi(contract(Set.of("public"), Set.of()), """
                type Query { port(filter: Filter): Port @tag(name: "public") staff: [Person] }
                type Port @tag(name: "public") { name: Text berths: Int keeper: Person }
                type Person { name: String }
                input Filter { country: Text }
                scalar Text
                scalar Unused
                """, """
                type Port {
                  berths: Int
                  name: Text
                }
                type Query {
                  port(filter: Filter): Port
                }
                scalar Text
                input Filter {
                  country: Text
                }
                """);
    }

    @Test
    void anExcludedTagWinsOverAnIncludedOne() {
        assertApi(contract(Set.of("public"), Set.of("internal")), """
                type Query @tag(name: "public") { a: Int b: Int @tag(name: "internal") }
                """, """
                type Query {
                  a: Int
                }
                """);
    }

    @Test
    void whatCannotBeUsedWithoutThatGoesAsWell() {
        assertApi(contract(Set.of(), Set.of("x")), """
                type Query { a(must: Int! @tag(name: "x")): Int b(in: In): Int c: Deep d: Both e: Int }
                input In { x: Int! @tag(name: "x") y: Int }
                type Deep { deeper: Deeper }
                type Deeper { x: Int @tag(name: "x") }
                union Both = One | Two
                type One { one: Int }
                type Two @tag(name: "x") { two: Int }
                """, """
                union Both = One
                type One {
                  one: Int
                }
                type Query {
                  b: Int
                  d: Both
                  e: Int
                }
                """);
    }

    @Test
    void anInterfaceHasNoFieldThatOneOfItsTypesLacks() {
        assertApi(contract(Set.of(), Set.of("x")), """
                type Query { any: Thing }
                interface Thing { name: String size: Int }
                type Box implements Thing { name: String size: Int @tag(name: "x") }
                type Ball implements Thing { name: String size: Int }
                """, """
                interface Thing {
                  name: String
                }
                type Ball implements Thing {
                  name: String
                  size: Int
                }
                type Box implements Thing {
                  name: String
                }
                type Query {
                  any: Thing
                }
                """);
    }

    @Test
    void refusesAContractThatLeavesNothingToAsk() {
        SupergraphException failure = assertThrows(
                SupergraphException.class,
                () -> Supergraph.parse(composed("type Query { a: Int }"), contract(Set.of("public"), Set.of())));

        assertTrue(String.valueOf(failure.getMessage()).contains("nothing to ask"), failure.getMessage());
    }

    private static Contract contract(Set<String> include, Set<String> exclude) {
        return new Contract(include, exclude);
    }

    private static void assertApi(Contract contract, String sdl, String expected) {
        SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions()
                .includeIntrospectionTypes(false)
                .includeScalarTypes(true)
                .includeDirectiveDefinitions(false)
                .includeDirectives(false);
        String left = new SchemaPrinter(options)
                .print(Supergraph.parse(composed(sdl), contract).apiSchema());
        assertEquals(expected, left.replaceAll("\n\n+", "\n").strip() + "\n");
    }

    private static String composed(String sdl) {
        CompositionResult result =
                Composition.compose(List.of(new SubgraphDefinition("ports", "http://localhost:1", HEAD + sdl)));
        if (result instanceof CompositionResult.Success success) {
            return success.supergraphSdl();
        }
        throw new AssertionError(result);
    }
}
