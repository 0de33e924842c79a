package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of specifications in subgraphs, where each means one thing, and in the supergraph, where many come together. */
class LinkNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@link(url: \"https://one.test/cargo/v1.0\") @link(url: \"https://two.test/cargo/v1.0\")",
                "@link(url: \"https://one.test/federation/v1.0\")",
                "@link(url: \"https://one.test/link/v1.0\")",
                "@link(url: \"https://one.test/cargo/v1.0\", import: [\"@crate\"])"
                        + " @link(url: \"https://two.test/goods/v1.0\", import: [\"@crate\"])",
                "@link(url: \"https://one.test/cargo/v1.0\", import: [\"@key\"])",
                "@link(url: \"https://one.test/cargo/v1.0\", import: [\"@goods\"])"
                        + " @link(url: \"https://two.test/goods/v1.0\")",
                "@link(url: \"https://one.test/key/v1.0\")",
                "@link(url: \"https://one.test/cargo/v1.0\", import: [{name: \"@crate\", as: \"@link\"}])",
            })
    void refusesANameThatCouldMeanTwoThings(String links) {
        Composed composed = Composed.of(subgraph("a", "extend schema " + links + " type Query { x: Int }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE), composed.codes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@link(url: \"https://one.test/cargo/v1.0\") @link(url: \"https://two.test/cargo/v1.0\", as: \"goods\")",
                "@link(url: \"https://one.test/federation/v1.0\", as: \"union\")",
                "@link(url: \"https://one.test/cargo/v1.0\", import: [\"@cargo\"])",
                "@link(url: \"https://one.test/cargo/v1.0\", import: [\"@crate\"])"
                        + " @link(url: \"https://two.test/goods/v1.0\", import: [{name: \"@crate\", as: \"@box\"}])",
                // A type may be called like a specification: only directives have names in common with one.
                "@link(url: \"https://one.test/cargo/v1.0\", import: [\"goods\"])"
                        + " @link(url: \"https://two.test/goods/v1.0\")",
            })
    void takesNamesThatMeanOneThing(String links) {
        assertEquals(
                List.of(),
                Composed.of(subgraph("a", "extend schema " + links + " type Query { x: Int }"))
                        .codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The definition of a name with a namespace is used, though the import gives another one.
                "\"@crate\"        | directive @crate on FIELD_DEFINITION directive @cargo__crate on FIELD_DEFINITION type Query { x: Int @cargo__crate } | INVALID_LINK_DIRECTIVE_USAGE",
                "\"@crate\"        | directive @cargo__crate on FIELD_DEFINITION type Query { x: Int @cargo__crate } | INVALID_LINK_DIRECTIVE_USAGE",
                "\"Load\"          | scalar cargo__Load type Query { x: cargo__Load } | INVALID_LINK_DIRECTIVE_USAGE",
                "\"@crate\"        | directive @crate on FIELD_DEFINITION type Query { x: Int @cargo__crate } | INVALID_GRAPHQL",
                // Nobody uses it.
                "\"@crate\"        | directive @crate on FIELD_DEFINITION directive @cargo__crate on FIELD_DEFINITION type Query { x: Int @crate } |",
                "\"@box\"          | directive @cargo__crate on FIELD_DEFINITION type Query { x: Int @cargo__crate } |",
                "                  | directive @cargo__crate on FIELD_DEFINITION type Query { x: Int @cargo__crate } |",
                "{name: \"@crate\", as: \"@cargo__crate\"} | directive @cargo__crate on FIELD_DEFINITION type Query { x: Int @cargo__crate } |",
            })
    void takesAnImportForTheOnlyNameOfWhatItImports(
            @Nullable String imported, String definitions, @Nullable String code) {
        String links = "extend schema @link(url: \"https://one.test/cargo/v1.0\", import: ["
                + (imported == null ? "" : imported) + "]) ";

        assertEquals(
                code == null ? List.of() : List.of(CompositionErrorCode.valueOf(code)),
                Composed.of(subgraph("a", links + definitions)).codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", import: [\"@key\"]                                | @federation__key       | INVALID_GRAPHQL",
                ", import: [{name: \"@key\", as: \"@pk\"}]           | @federation__key       | INVALID_GRAPHQL",
                ", as: \"fed\"                                       | @federation__key       | INVALID_GRAPHQL",
                ", as: \"fed\"                                       | @fed__key              |",
                ", import: [\"@shareable\"]                          | @federation__key       |",
            })
    void takesAnImportForTheOnlyNameOfADirectiveOfFederation(String link, String key, @Nullable String code) {
        Composed composed = Composed.of(bare(
                "a",
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\"" + link + ")"
                        + " type Query { t: T } type T " + key + "(fields: \"id\") { id: ID! }"));

        assertEquals(code == null ? List.of() : List.of(CompositionErrorCode.valueOf(code)), composed.codes());
    }

    @Test
    void refusesATypeOfFederationByANameThatAnImportReplaces() {
        Composed composed = Composed.of(bare("a", """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "FieldSet"])
                directive @own(of: federation__FieldSet) on FIELD_DEFINITION
                type Query { t: T } type T @key(fields: "id") { id: ID! @own(of: "id") }
                """));

        assertEquals(
                "a:2:20: INVALID_GRAPHQL at federation__FieldSet: \"federation__FieldSet\" is not known here; write"
                        + " \"FieldSet\", as the links name it",
                composed.error().toString());
    }

    private static SubgraphDefinition composing(String name, String url, String directive) {
        return subgraph(
                name,
                "extend schema @link(url: \"" + url + "\", import: [\"" + directive + "\"]) @composeDirective(name: \""
                        + directive + "\") directive " + directive + " on FIELD_DEFINITION type Query { " + name
                        + ": Int " + directive + " }");
    }

    @Test
    void givesASpecificationThatIsCalledLikeOneOfTheSupergraphAnotherName() {
        Composed composed = Composed.of(composing("a", "https://one.test/join/v1.0", "@crate"));

        assertTrue(
                composed.definition("schema")
                        .contains("@link(url: \"https://one.test/join/v1.0\", as: \"_0join\", import: [\"@crate\"])"),
                composed.supergraph());
    }

    @Test
    void givesSpecificationsOfTwoSubgraphsTwoNames() {
        Composed composed = Composed.of(
                composing("a", "https://one.test/cargo/v1.0", "@crate"),
                composing("b", "https://two.test/cargo/v1.0", "@box"),
                composing("c", "https://three.test/cargo/v1.0", "@cargo"));

        String schema = composed.definition("schema");
        assertTrue(schema.contains("@link(url: \"https://one.test/cargo/v1.0\", import: [\"@crate\"])"), schema);
        assertTrue(
                schema.contains("@link(url: \"https://two.test/cargo/v1.0\", as: \"_0cargo\", import: [\"@box\"])"),
                schema);
        assertTrue(
                schema.contains("@link(url: \"https://three.test/cargo/v1.0\", as: \"_1cargo\", import: [\"@cargo\"])"),
                schema);
    }

    @Test
    void givesATagSpecificationOfASubgraphAnotherNameWhereTheSupergraphHasTags() {
        Composed composed = Composed.of(bare("a", """
                        extend schema
                          @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective"])
                          @link(url: "https://one.test/tag/v1.0", import: ["@crate"])
                          @composeDirective(name: "@crate")
                        directive @crate on FIELD_DEFINITION
                        type Query { x: Int @crate }
                        """), subgraph("b", "type Query { y: Int @tag(name: \"one\") }"));

        assertTrue(
                composed.definition("schema")
                        .contains("@link(url: \"https://one.test/tag/v1.0\", as: \"_0tag\", import: [\"@crate\"])"),
                composed.supergraph());
    }

    @Test
    void refusesAComposedDirectiveThatIsCalledLikeThoseOfSupergraphs() {
        Composed composed = Composed.of(subgraph("a", """
                extend schema @link(url: "https://one.test/cargo/v1.0", as: "join") @composeDirective(name: "@join__crate")
                directive @join__crate on FIELD_DEFINITION
                type Query { x: Int @join__crate }
                """));

        assertEquals(
                "a:5:69: INVALID_LINK_DIRECTIVE_USAGE at schema: @join__crate begins like the names that supergraphs have"
                        + " from the specifications join and link; import it under another name",
                composed.error().toString());
    }

    @Test
    void costsKeepTheNamesThatASubgraphLinksThemUnder() {
        Composed composed = Composed.of(bare("a", """
                extend schema
                  @link(url: "https://specs.apollo.dev/federation/v2.9")
                  @link(url: "https://specs.apollo.dev/cost/v0.1",
                    import: [{name: "@cost", as: "@weight"}, {name: "@listSize", as: "@length"}])
                type Query { x: [Int] @weight(weight: 3) @length(assumedSize: 4) }
                """));

        assertEquals("x: [Int] @weight(weight: 3) @length(assumedSize: 4)", composed.field("type Query", "x"));
        assertTrue(
                composed.definition("schema")
                        .contains("@link(url: \"https://specs.apollo.dev/cost/v0.1\", import: [{name: \"@cost\", as:"
                                + " \"@weight\"}, {name: \"@listSize\", as: \"@length\"}])"),
                composed.supergraph());
    }

    @Test
    void costsHaveTheNameOfTheirOwnSpecificationBeforeThatOfFederation() {
        Composed composed = Composed.of(bare("a", """
                extend schema
                  @link(url: "https://specs.apollo.dev/federation/v2.9")
                  @link(url: "https://specs.apollo.dev/cost/v0.1")
                type Query { x: [Int] @cost(weight: 3) @cost__listSize(assumedSize: 4) }
                """));

        assertEquals("x: [Int] @cost(weight: 3) @cost__listSize(assumedSize: 4)", composed.field("type Query", "x"));
    }
}
