package io.lancang.federation.plan.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.plan.Planning;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which labels of progressive overrides a plan depends on. */
class OperationLabelsTest {
    private static final Planning PLANNING = Planning.on("A B", """
            type Query @context(name: "b__top") @join__type(graph: A) @join__type(graph: B) {
              port: Port @join__field(graph: A)
              stop: Stop @join__field(graph: A)
              open: Boolean @join__field(graph: A, overrideLabel: "open")
                @join__field(graph: B, override: "a", overrideLabel: "open")
            }
            interface Stop @join__type(graph: A) @join__type(graph: B) { id: ID! name: String }
            type Port implements Stop @join__implements(graph: A, interface: "Stop")
              @join__implements(graph: B, interface: "Stop")
              @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: B, key: "zone { code }") {
              id: ID!
              name: String @join__field(graph: A, overrideLabel: "name")
                @join__field(graph: B, override: "a", overrideLabel: "name")
              depth: Float @join__field(graph: A, overrideLabel: "depth")
                @join__field(graph: B, override: "a", overrideLabel: "depth")
              fee: Int @join__field(graph: B, requires: "depth")
              duty: Int @join__field(graph: B, contextArguments: [
                {context: "b__top", name: "open", type: "Boolean", selection: "{ open }"}])
              zone: Zone
              berths: Int @join__field(graph: A)
            }
            type Zone @join__type(graph: A) @join__type(graph: B) {
              code: String @join__field(graph: A, overrideLabel: "code")
                @join__field(graph: B, override: "a", overrideLabel: "code")
            }
            """);

    @Test
    void thoseOfSelectedFieldsCount() {
        assertEquals(Set.of("open"), labels("{ open }"));
    }

    @Test
    void thoseOfFieldsThatOnlyAFragmentSelectsCount() {
        // The code is in a key by which any port may enter.
        assertEquals(Set.of("name", "code"), labels("{ port { ... on Stop { name } } }"));
    }

    @Test
    void thoseOfObjectTypesCountWhereTheirInterfaceIsAsked() {
        assertEquals(Set.of("name", "code"), labels("{ stop { name } }"));
    }

    @Test
    void thoseOfRequiredFieldsCount() {
        assertEquals(Set.of("depth", "code"), labels("{ port { fee } }"));
    }

    @Test
    void thoseOfFieldsThatAnArgumentTakesFromAboveCount() {
        assertEquals(Set.of("open", "code"), labels("{ port { duty } }"));
    }

    @Test
    void thoseInsideOfKeysCountWhereverObjectsMayEnter() {
        assertEquals(Set.of("code"), labels("{ port { berths } }"));
    }

    @Test
    void thoseOfFieldsThatNobodyNeedsDoNotCount() {
        assertEquals(Set.of(), labels("{ __typename }"));
    }

    private static Set<String> labels(String query) {
        return PLANNING.labels(query);
    }
}
