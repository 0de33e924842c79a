package io.lancang.federation.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.supergraph.JoinSpec;
import io.lancang.federation.supergraph.Requirement;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fields demand in supergraphs that another composer may have written, which spreads no requirement. */
class FieldRequirementsTest {
    private static final String GRAPHS = """
            enum join__Graph { A @join__graph(name: "a", url: "http://a") B @join__graph(name: "b", url: "http://b") }
            """;
    private static final String AUTHENTICATED =
            "@link(url: \"https://specs.apollo.dev/authenticated/v0.1\", for: SECURITY)";
    private static final Set<Requirement> SIGNED_IN = Set.of(new Requirement.Authenticated());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@link(url: \"https://specs.apollo.dev/authenticated/v0.1\", for: SECURITY) | @authenticated",
                "@link(url: \"https://specs.apollo.dev/authenticated/v0.1\", import: [\"@authenticated\"]) | @authenticated",
                "@link(url: \"https://specs.apollo.dev/authenticated/v0.1\", as: \"login\") | @login",
                "@link(url: \"https://specs.apollo.dev/authenticated/v0.1\", import: [{name: \"@authenticated\", as: \"@login\"}]) | @login",
                "@link(url: \"https://specs.apollo.dev/authenticated/v0.1\", as: \"x\", import: [{name: \"@authenticated\", as: \"@y\"}]) | @y",
            })
    void findsRequirementsUnderTheNamesOfTheirLinks(String link, String directive) {
        assertEquals(
                SIGNED_IN,
                FieldRequirements.of(supergraph(link, "type Query { a: Int " + directive + " }"), "Query", "a"));
    }

    @Test
    void readsAlternatives() {
        String link = "@link(url: \"https://specs.apollo.dev/requiresScopes/v0.1\", for: SECURITY,"
                + " import: [{name: \"@requiresScopes\", as: \"@scopes\"}])"
                + " @link(url: \"https://specs.apollo.dev/policy/v0.1\", as: \"rule\")";
        Supergraph supergraph = supergraph(
                link,
                "type Query { a: Int @scopes(scopes: [[\"x\", \"y\"], [\"z\"]]) b: Int @rule(policies: \"p\")"
                        + " c: Int @scopes(scopes: []) d: Int @scopes(scopes: [[]]) }");

        assertEquals(
                Set.of(new Requirement.Scopes(Set.of(Set.of("x", "y"), Set.of("z")))),
                FieldRequirements.of(supergraph, "Query", "a"));
        assertEquals(
                Set.of(new Requirement.Policies(Set.of(Set.of("p")))), FieldRequirements.of(supergraph, "Query", "b"));
        assertEquals(Set.of(), FieldRequirements.of(supergraph, "Query", "c"));
        assertEquals(Set.of(), FieldRequirements.of(supergraph, "Query", "d"));
    }

    @Test
    void leavesADirectiveOfTheSameNameToWhoseItIs() {
        assertFalse(supergraph("", "type Query { a: Int @authenticated }").hasRequirements());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@requiresScopes", "@requiresScopes(scopes: [[1]])", "@requiresScopes(scopes: null)"})
    void refusesARequirementThatNobodyCanRead(String directive) {
        String link = "@link(url: \"https://specs.apollo.dev/requiresScopes/v0.1\", for: SECURITY)";

        assertThrows(SupergraphException.class, () -> supergraph(link, "type Query { a: Int " + directive + " }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@link(url: \"https://specs.apollo.dev/authenticated/v0.2\", for: SECURITY)",
                "@link(url: \"https://specs.apollo.dev/authenticated/v1.1\", for: SECURITY)",
                "@link(url: \"https://specs.apollo.dev/connect/v0.1\", for: EXECUTION)",
                "@link(url: \"https://example.com/encrypted/v1.0\", for: SECURITY)",
                "@link(url: \"https://specs.apollo.dev/authenticated\", for: SECURITY)",
            })
    void refusesAFeatureThatItDoesNotKnowAndMustNotIgnore(String link) {
        SupergraphException refused =
                assertThrows(SupergraphException.class, () -> supergraph(link, "type Query { a: Int }"));

        String message = String.valueOf(refused.getMessage());
        String url = link.replaceAll(".*url: \"([^\"]*)\".*", "$1");
        assertTrue(message.contains("the feature " + url + " for ") && message.contains("does not know"), message);
    }

    @Test
    void ignoresAFeatureWithoutPurpose() {
        supergraph("@link(url: \"https://example.com/colours/v1.0\")", "type Query { a: Int }");
    }

    @Test
    void checksFeaturesUnderAnotherNameOfTheLinkItself() {
        String sdl = JoinSpec.V0_5
                        .replace("directive @link(", "directive @lnk(")
                        .replace(
                                "@link(url: \"https://specs.apollo.dev/link/v1.0\")",
                                "@lnk(url: \"https://specs.apollo.dev/link/v1.0\", as: \"lnk\")")
                        .replace("@link(", "@lnk(")
                        .replace(
                                "{\n  query: Query",
                                "@lnk(url: \"https://example.com/encrypted/v1.0\", for: SECURITY) {\n  query: Query")
                + GRAPHS
                + "type Query @join__type(graph: A) { a: Int }";

        assertThrows(SupergraphException.class, () -> Supergraph.parse(sdl));
    }

    @Test
    void demandsForAFieldWhatItIsMadeOf() {
        Supergraph supergraph = supergraph(AUTHENTICATED, """
                type Query @join__type(graph: A) @join__type(graph: B) { t: T @join__field(graph: A) }
                type T @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  secret: Int @join__field(graph: A) @join__field(graph: B, external: true) @authenticated
                  y: Int @join__field(graph: B, requires: "secret")
                  z: Int @join__field(graph: A, requires: "y") @join__field(graph: B, external: true)
                  open: Int @join__field(graph: B)
                }
                """);

        assertEquals(SIGNED_IN, FieldRequirements.of(supergraph, "T", "y"));
        assertEquals(SIGNED_IN, FieldRequirements.of(supergraph, "T", "z"));
        assertEquals(Set.of(), FieldRequirements.of(supergraph, "T", "open"));
    }

    @Test
    void demandsForAFieldOfAnInterfaceWhatOneOfItsTypesMakesItOf() {
        Supergraph supergraph = supergraph(AUTHENTICATED, """
                type Query @join__type(graph: A) @join__type(graph: B) { i: I @join__field(graph: A) }
                interface I @join__type(graph: A) @join__type(graph: B) { y: Int open: Int }
                type T implements I @join__implements(graph: A, interface: "I") @join__implements(graph: B, interface: "I")
                  @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  secret: Int @join__field(graph: A) @join__field(graph: B, external: true) @authenticated
                  y: Int @join__field(graph: B, requires: "secret")
                  open: Int @join__field(graph: B)
                }
                """);

        assertEquals(SIGNED_IN, FieldRequirements.of(supergraph, "I", "y"));
        assertEquals(Set.of(), FieldRequirements.of(supergraph, "I", "open"));
    }

    @Test
    void demandsForAFieldWhatItsContextDemands() {
        Supergraph supergraph = supergraph(
                AUTHENTICATED + " @link(url: \"https://specs.apollo.dev/context/v0.1\", for: SECURITY)", """
                type Query { region: Region }
                type Region @context(name: "a__region") { rate: Int @authenticated port: Port }
                type Port {
                  fee: Float @join__field(graph: A, contextArguments: [{context: "a__region", name: "x", type: "Int",
                    selection: " { rate }"}])
                }
                """);

        assertEquals(SIGNED_IN, FieldRequirements.of(supergraph, "Port", "fee"));
        assertEquals(Set.of(), FieldRequirements.of(supergraph, "Region", "port"));
    }

    @Test
    void demandsOfAnInterfaceWhatItsImplementationsDemand() {
        Supergraph supergraph = supergraph(AUTHENTICATED, """
                type Query { i: I }
                interface I { a: Int b: Int }
                type Open implements I @join__implements(graph: A, interface: "I") { a: Int b: Int }
                type Closed implements I @join__implements(graph: A, interface: "I") { a: Int @authenticated b: Int }
                """);

        assertEquals(SIGNED_IN, FieldRequirements.of(supergraph, "I", "a"));
        assertEquals(Set.of(), FieldRequirements.of(supergraph, "I", "b"));
        assertEquals(Set.of(), FieldRequirements.of(supergraph, "Open", "a"));
        assertEquals(Set.of(), FieldRequirements.of(supergraph, "I", "__typename"));
    }

    @Test
    void demandsWhatAnInterfaceObjectDemandsOfTheFieldsThatOnlyItHas() {
        Supergraph supergraph = supergraph(AUTHENTICATED, """
                type Query { i: I @join__field(graph: A) }
                interface I @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) {
                  id: ID!
                  own: Int @join__field(graph: A)
                  secret: Int @join__field(graph: B) @authenticated
                }
                type T implements I @join__implements(graph: A, interface: "I") @join__type(graph: A, key: "id") {
                  id: ID!
                  own: Int @join__field(graph: A)
                  secret: Int @join__field
                }
                """);

        assertEquals(SIGNED_IN, FieldRequirements.of(supergraph, "T", "secret"));
        assertEquals(Set.of(), FieldRequirements.of(supergraph, "T", "own"));
        assertEquals(Set.of(), FieldRequirements.of(supergraph, "T", "id"));
    }

    /** Types without a graph are of both. */
    private static Supergraph supergraph(String links, String types) {
        String all = types.contains("@join__type")
                ? types.replace("type Query {", "type Query @join__type(graph: A) @join__type(graph: B) {")
                : types.replaceAll("(?m)(type \\w+|interface \\w+)([^{]*)\\{", "$1 $2 @join__type(graph: A) {");
        return Supergraph.parse(
                JoinSpec.V0_5.replace("{\n  query: Query", links + " {\n  query: Query") + GRAPHS + all);
    }
}
