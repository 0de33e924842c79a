package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names that directives of federation have in a supergraph. */
class DirectiveNameTest {

    private static SubgraphDefinition importing(String name, String imports, String sdl) {
        return bare(
                name,
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [" + imports + "]) "
                        + sdl);
    }

    @Test
    void keepsANameThatSubgraphsAgreeOn() {
        String label = "{name: \"@tag\", as: \"@label\"}";
        String hide = "{name: \"@inaccessible\", as: \"@hide\"}";
        Composed composed = Composed.of(
                importing("a", label + hide, "type Query { x: Int @label(name: \"one\") y: Int @hide }"),
                importing("b", label, "type Query { z: Int @label(name: \"two\") }"));

        assertTrue(
                composed.definition("schema")
                        .contains("@link(url: \"https://specs.apollo.dev/tag/v0.3\", import: [{name: \"@tag\", as:"
                                + " \"@label\"}])"),
                composed.definition("schema"));
        assertTrue(
                composed.definition("schema")
                        .contains("@link(url: \"https://specs.apollo.dev/inaccessible/v0.2\", import: [{name:"
                                + " \"@inaccessible\", as: \"@hide\"}], for: SECURITY)"),
                composed.definition("schema"));
        assertEquals("x: Int @join__field(graph: A) @label(name: \"one\")", composed.field("type Query", "x"));
        assertEquals("y: Int @join__field(graph: A) @hide", composed.field("type Query", "y"));
        assertTrue(composed.definition("directive @label").contains("(name: String!) repeatable on FIELD_DEFINITION"));
        assertEquals(
                "directive @hide on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM | UNION | ARGUMENT_DEFINITION |"
                        + " ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION",
                composed.definition("directive @hide"));
    }

    @Test
    void refusesTwoNamesForOneDirective() {
        Composed composed = Composed.of(
                importing("a", "{name: \"@tag\", as: \"@label\"}", "type Query { x: Int @label(name: \"one\") }"),
                subgraph("b", "type Query { y: Int @tag(name: \"two\") }"));

        assertEquals(
                "a:1:130, b:5:21: LINK_IMPORT_NAME_MISMATCH at @tag: @tag has different names: @label in \"a\", @tag in"
                        + " \"b\"; import it under one name in every subgraph that uses it",
                composed.error().toString());
    }

    @Test
    void doesNotMindAnotherNameThatIsNotUsed() {
        Composed composed = Composed.of(
                importing("a", "{name: \"@tag\", as: \"@label\"}", "type Query { x: Int @label(name: \"one\") }"),
                subgraph("b", "type Query { y: Int }"));

        assertEquals("x: Int @join__field(graph: A) @label(name: \"one\")", composed.field("type Query", "x"));
    }

    @Test
    void composesACustomDirectiveOnlyFromSubgraphsThatWantIt() {
        String link = "extend schema @link(url: \"https://lancang.test/cargo/v1.%d\", import: [\"@cargo\"])";
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        link.formatted(0) + " @composeDirective(name: \"@cargo\") @cargo"
                                + " directive @cargo on FIELD_DEFINITION | SCHEMA type Query { x: Int @cargo }"),
                subgraph(
                        "b",
                        link.formatted(3)
                                + " directive @cargo(kg: Int) on FIELD_DEFINITION type Query { y: Int @cargo(kg: 3) }"));

        assertEquals("y: Int @join__field(graph: B)", composed.field("type Query", "y"));
        assertEquals("directive @cargo on FIELD_DEFINITION | SCHEMA", composed.definition("directive @cargo"));
        assertTrue(composed.definition("schema").contains("\n  @cargo\n{"), composed.definition("schema"));
    }

    @Test
    void takesWhatMostSubgraphsSayWithADirectiveThatStandsOnce() {
        String link = "extend schema @link(url: \"https://lancang.test/cargo/v1.0\", import: [\"@cargo\"])"
                + " @composeDirective(name: \"@cargo\") directive @cargo(kg: Int) on FIELD_DEFINITION";
        Composed composed = Composed.of(
                subgraph("a", link + " type Query { x: Int @shareable @cargo(kg: 1) @deprecated(reason: \"old\") }"),
                subgraph("b", link + " type Query { x: Int @shareable @cargo(kg: 2) @deprecated(reason: \"older\") }"),
                subgraph("c", link + " type Query { x: Int @shareable @cargo(kg: 2) @deprecated(reason: \"older\") }"));

        assertEquals("x: Int @deprecated(reason: \"older\") @cargo(kg: 2)", composed.field("type Query", "x"));
    }

    @Test
    void refusesToComposeWhatDoesNotMeanTheSameEverywhere() {
        String one = "extend schema @link(url: \"https://lancang.test/cargo/v1.0\", import: [\"@cargo\"])"
                + " @composeDirective(name: \"@cargo\") directive @cargo on OBJECT type Query { x: Int }";
        String otherSpecification = one.replace("test/cargo", "test/ships").replace("x: Int", "y: Int");
        String otherName = one.replace("[\"@cargo\"]", "[{name: \"@cargo\", as: \"@load\"}]")
                .replace("(name: \"@cargo\")", "(name: \"@load\")")
                .replace("directive @cargo", "directive @load")
                .replace("x: Int", "y: Int");

        assertEquals(
                "@cargo is @cargo of https://lancang.test/ships here and @cargo of https://lancang.test/cargo in another"
                        + " subgraph; import one of them under another name",
                Composed.of(subgraph("a", one), subgraph("b", otherSpecification))
                        .error()
                        .message());
        assertEquals(
                "@cargo of https://lancang.test/cargo is composed as @load here and as @cargo in another subgraph; import"
                        + " it under one name",
                Composed.of(subgraph("a", one), subgraph("b", otherName))
                        .error()
                        .message());
    }

    @Test
    void saysWhichOfFederationsDirectivesNeedNotBeComposedAndWhichCannot() {
        Composed tag =
                Composed.of(subgraph("a", "extend schema @composeDirective(name: \"@tag\") type Query { x: Int }"));
        Composed key =
                Composed.of(subgraph("a", "extend schema @composeDirective(name: \"@key\") type Query { x: Int }"));

        assertEquals(List.of("schema"), tag.hints());
        assertEquals(List.of(CompositionErrorCode.DIRECTIVE_COMPOSITION_ERROR), key.codes());
    }

    @Test
    void carriesWhatIsSaidAboutTheSchemaAsAWhole() {
        Composed composed = Composed.of(
                bare("a", "\"Trade and its corridors\" schema { query: Query } type Query { x: Int }"),
                subgraph("b", "extend schema @tag(name: \"public\") type Query { y: Int }"));

        assertEquals(
                """
                \"""
                Trade and its corridors
                \"""
                schema
                  @link(url: "https://specs.apollo.dev/link/v1.0")
                  @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
                  @link(url: "https://specs.apollo.dev/tag/v0.3")
                  @tag(name: "public")
                {
                  query: Query
                }""", composed.supergraph().substring(0, composed.supergraph().indexOf("\n\n")));
    }

    @Test
    void definesOneOfForReadersThatDoNotKnowIt() {
        Composed composed =
                Composed.of(subgraph("a", "type Query { x(in: In): Int } input In @oneOf { a: Int b: Int }"));

        assertEquals("directive @oneOf on INPUT_OBJECT", composed.definition("directive @oneOf"));
    }

    @Test
    void refusesACustomDirectiveUnderANameThatSupergraphsHaveFromFederation() {
        Composed composed = Composed.of(bare("a", """
                extend schema
                  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
                  @link(url: "https://lancang.test/cargo/v1.0", import: [{name: "@cargo", as: "@inaccessible"}])
                  @composeDirective(name: "@inaccessible")
                directive @inaccessible on FIELD_DEFINITION
                type Query { x: Int @inaccessible }
                """));

        assertEquals(List.of(CompositionErrorCode.DIRECTIVE_COMPOSITION_ERROR), composed.codes());
    }

    private static SubgraphDefinition cargo(String name, String version, String composed, String definitions) {
        return subgraph(
                name,
                "extend schema @link(url: \"https://lancang.test/cargo/v1." + version
                        + "\", import: [\"@cargo\", \"@crate\"]) @composeDirective(name: \"" + composed + "\") "
                        + definitions
                        + " type Query { " + name + ": Int " + composed + " }");
    }

    @Test
    void definesAComposedDirectiveAsTheNewestVersionDoes() {
        SubgraphDefinition old = cargo("a", "0", "@cargo", "directive @cargo on FIELD_DEFINITION");
        SubgraphDefinition young = cargo(
                "b",
                "1",
                "@crate",
                "directive @crate on FIELD_DEFINITION directive @cargo(weight: Int) on FIELD_DEFINITION");

        assertEquals(
                "directive @cargo(weight: Int) on FIELD_DEFINITION",
                Composed.of(old, young).definition("directive @cargo"));
        assertEquals(
                "directive @cargo(weight: Int) on FIELD_DEFINITION",
                Composed.of(young, old).definition("directive @cargo"));
    }

    @Test
    void refusesAComposedDirectiveThatTheNewestVersionDoesNotDefine() {
        assertEquals(
                List.of(CompositionErrorCode.DIRECTIVE_COMPOSITION_ERROR),
                Composed.of(
                                cargo("a", "0", "@cargo", "directive @cargo on FIELD_DEFINITION"),
                                cargo("b", "1", "@crate", "directive @crate on FIELD_DEFINITION"))
                        .codes());
    }
}
