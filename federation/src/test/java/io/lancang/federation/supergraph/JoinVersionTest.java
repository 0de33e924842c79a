package io.lancang.federation.supergraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Supergraphs in versions of the join specification between the first and the newest. */
class JoinVersionTest {

    /** v0.2 states implementations, but neither members of unions nor values of enums. */
    private static final String V0_2 = """
            schema
              @core(feature: "https://specs.apollo.dev/core/v0.2")
              @core(feature: "https://specs.apollo.dev/join/v0.2", for: EXECUTION)
            { query: Query }
            directive @core(feature: String!, as: String, for: core__Purpose) repeatable on SCHEMA
            directive @join__field(graph: join__Graph!, requires: join__FieldSet, provides: join__FieldSet, type: String,
              external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION
            directive @join__graph(name: String!, url: String!) on ENUM_VALUE
            directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
            directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false,
              resolvable: Boolean! = true) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
            scalar join__FieldSet
            enum core__Purpose { EXECUTION SECURITY }
            enum join__Graph {
              PORTS @join__graph(name: "ports", url: "http://ports.test/graphql")
              SHIPS @join__graph(name: "ships", url: "http://ships.test/graphql")
            }
            type Query @join__type(graph: PORTS) @join__type(graph: SHIPS) {
              port: Port @join__field(graph: PORTS)
              seen: [Seen!]! @join__field(graph: SHIPS)
            }
            interface Named @join__type(graph: PORTS) @join__type(graph: SHIPS) { name: String }
            type Port implements Named
              @join__implements(graph: PORTS, interface: "Named")
              @join__type(graph: PORTS, key: "code")
              @join__type(graph: SHIPS, key: "code", extension: true)
            {
              code: ID!
              name: String @join__field(graph: PORTS)
              berths: Int @join__field(graph: PORTS, usedOverridden: true) @join__field(graph: SHIPS, override: "ports")
              depth: Int @join__field(graph: PORTS) @join__field(graph: SHIPS, external: true)
              calls: Int @join__field(graph: SHIPS, requires: "depth")
            }
            type Ship implements Named
              @join__implements(graph: SHIPS, interface: "Named") @join__type(graph: SHIPS, key: "imo", resolvable: false)
            { imo: ID! name: String }
            union Seen @join__type(graph: PORTS) @join__type(graph: SHIPS) = Port | Ship
            enum State @join__type(graph: SHIPS) { MOORED SAILING }
            """;

    /** v0.4 brought labels of overrides, but no arguments from contexts. */
    private static final String V0_4 = """
            schema
              @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/join/v0.4", for: EXECUTION)
            { query: Query }
            directive @join__directive(graphs: [join__Graph!], name: String!, args: join__DirectiveArguments)
              repeatable on SCHEMA | OBJECT | INTERFACE | FIELD_DEFINITION
            directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
            directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String,
              external: Boolean, override: String, usedOverridden: Boolean, overrideLabel: String)
              repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
            directive @join__graph(name: String!, url: String!) on ENUM_VALUE
            directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
            directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false,
              resolvable: Boolean! = true, isInterfaceObject: Boolean! = false)
              repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
            directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
            directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
            scalar join__DirectiveArguments
            scalar join__FieldSet
            scalar link__Import
            enum link__Purpose { SECURITY EXECUTION }
            enum join__Graph {
              PORTS @join__graph(name: "ports", url: "http://ports.test/graphql")
              SHIPS @join__graph(name: "ships", url: "http://ships.test/graphql")
            }
            type Query @join__type(graph: PORTS) @join__type(graph: SHIPS) @join__directive(graphs: [PORTS], name: "stale") {
              port: Port @join__field(graph: PORTS)
            }
            interface Named @join__type(graph: PORTS, key: "code") @join__type(graph: SHIPS, key: "code", isInterfaceObject: true)
            { code: ID! calls: Int @join__field(graph: SHIPS) }
            type Port implements Named @join__implements(graph: PORTS, interface: "Named")
              @join__type(graph: PORTS, key: "code")
            {
              code: ID!
              calls: Int @join__field
            }
            type Ship @join__type(graph: PORTS, key: "imo") @join__type(graph: SHIPS, key: "imo") {
              imo: ID!
              flag: String @join__field(graph: PORTS, overrideLabel: "percent(30)")
                @join__field(graph: SHIPS, override: "ports", overrideLabel: "percent(30)")
            }
            union Seen @join__type(graph: PORTS) @join__type(graph: SHIPS) @join__unionMember(graph: PORTS, member: "Port")
              @join__unionMember(graph: PORTS, member: "Ship") @join__unionMember(graph: SHIPS, member: "Ship") = Port | Ship
            """;

    private final Supergraph older = Supergraph.parse(V0_2);
    private final Supergraph newer = Supergraph.parse(V0_4);

    @Test
    void readsKeysAndExtensionsOfVersionTwo() {
        assertEquals(
                "code", type(older, "SHIPS", "Port").keys().getFirst().fields().toString());
        assertTrue(type(older, "SHIPS", "Port").keys().getFirst().resolvable());
        assertFalse(type(older, "SHIPS", "Ship").keys().getFirst().resolvable());
    }

    @Test
    void readsWhoResolvesAFieldOfVersionTwo() {
        assertTrue(field(older, "PORTS", "Port", "depth").resolvable(Set.of()));
        assertFalse(field(older, "SHIPS", "Port", "depth").resolvable(Set.of()));
        assertFalse(field(older, "PORTS", "Port", "berths").resolvable(Set.of()));
        assertTrue(field(older, "SHIPS", "Port", "berths").resolvable(Set.of()));
        assertNull(type(older, "SHIPS", "Port").field("name"));
        assertEquals("depth", field(older, "SHIPS", "Port", "calls").requires().toString());
    }

    @Test
    void givesAUnionOfVersionTwoTheMembersThatASubgraphKnows() {
        assertEquals(Set.of("Port"), type(older, "PORTS", "Seen").possibleTypes());
        assertEquals(Set.of("Port", "Ship"), type(older, "SHIPS", "Seen").possibleTypes());
    }

    @Test
    void takesImplementationsOfVersionTwoByWhatIsStated() {
        assertEquals(Set.of("Port"), type(older, "PORTS", "Named").possibleTypes());
        assertEquals(Set.of("Ship"), type(older, "SHIPS", "Named").possibleTypes());
    }

    @Test
    void hidesTheMachineryOfVersionTwoFromClients() {
        assertNull(older.apiSchema().getType("join__Graph"));
        assertNull(older.apiSchema().getType("core__Purpose"));
        assertNotNull(older.apiSchema().getType("State"));
    }

    @Test
    void letsTheLabelOfVersionFourDecide() {
        assertTrue(field(newer, "SHIPS", "Ship", "flag").resolvable(Set.of("percent(30)")));
        assertTrue(field(newer, "PORTS", "Ship", "flag").resolvable(Set.of()));
    }

    @Test
    void readsInterfaceObjectsAndMembersOfVersionFour() {
        assertEquals(TypeKind.INTERFACE_OBJECT, type(newer, "SHIPS", "Named").kind());
        assertEquals(Set.of("Ship"), type(newer, "SHIPS", "Seen").possibleTypes());
        assertEquals(Set.of("Port", "Ship"), type(newer, "PORTS", "Seen").possibleTypes());
        assertNull(newer.apiSchema().getType("join__DirectiveArguments"));
    }

    private static SubgraphType type(Supergraph supergraph, String graph, String name) {
        Subgraph subgraph = supergraph.subgraphs().stream()
                .filter(each -> each.graph().equals(graph))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(supergraph.type(subgraph, name));
    }

    private static SubgraphField field(Supergraph supergraph, String graph, String type, String name) {
        return Objects.requireNonNull(type(supergraph, graph, type).field(name));
    }
}
