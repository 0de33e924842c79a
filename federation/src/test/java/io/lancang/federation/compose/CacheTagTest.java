package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code @cacheTag}, which the gateway finds in the supergraph with the subgraphs that say it. */
class CacheTagTest {
    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@shareable", %s])
            """;

    private static SubgraphDefinition tagging(String name, String sdl) {
        return bare(name, LINK.formatted("\"@cacheTag\"") + sdl);
    }

    @Test
    void handsTagsOfRootFieldsAndEntitiesToTheGateway() {
        Composed composed = Composed.of(tagging("a", """
                type Query {
                  partners(bloc: String!): [Partner!]!
                    @cacheTag(format: "partners") @cacheTag(format: "partners-{$args.bloc}")
                }
                type Partner @key(fields: "code") @cacheTag(format: "partner-{$key.code}") { code: ID! }
                """));

        assertTrue(composed.supergraph()
                .contains("@link(url: \"https://specs.apollo.dev/cacheTag/v0.1\", for: EXECUTION)"));
        assertEquals(
                "partners(bloc: String!): [Partner!]!"
                        + " @join__directive(graphs: [A], name: \"federation__cacheTag\", args: {format : \"partners\"})"
                        + " @join__directive(graphs: [A], name: \"federation__cacheTag\", args: {format : \"partners-{$args.bloc}\"})",
                composed.field("type Query", "partners"));
        assertEquals("""
                type Partner
                  @join__type(graph: A, key: "code")
                  @join__directive(graphs: [A], name: "federation__cacheTag", args: {format : "partner-{$key.code}"})
                {
                  code: ID!
                }""", composed.definition("type Partner"));
    }

    @Test
    void namesAllSubgraphsThatSayTheSameAndNoOther() {
        String tagged = "type T @key(fields: \"id\") @cacheTag(format: \"%s-{$key.id}\") { id: ID! %s: Int }";
        Composed composed = Composed.of(
                tagging("a", "type Query { t: T } " + tagged.formatted("t", "x")),
                tagging("b", tagged.formatted("t", "y")),
                tagging("c", tagged.formatted("other", "z")),
                tagging("d", "type T @key(fields: \"id\") { id: ID! w: Int }"));

        assertEquals(
                List.of(
                        "@join__directive(graphs: [A, B], name: \"federation__cacheTag\", args: {format : \"t-{$key.id}\"})",
                        "@join__directive(graphs: [C], name: \"federation__cacheTag\", args: {format : \"other-{$key.id}\"})"),
                composed.definition("type T")
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("@join__directive"))
                        .toList());
    }

    @Test
    void goesByTheNameThatTheSpecificationHasWhateverASubgraphCallsIt() {
        Composed composed = Composed.of(
                bare(
                        "a",
                        LINK.formatted("{name: \"@cacheTag\", as: \"@mark\"}")
                                + "type Query { x: Int @mark(format: \"x\") }"),
                bare(
                        "b",
                        "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.12\")"
                                + " type Query { y: Int @federation__cacheTag(format: \"y\") }"));

        assertEquals(
                "x: Int @join__field(graph: A)"
                        + " @join__directive(graphs: [A], name: \"federation__cacheTag\", args: {format : \"x\"})",
                composed.field("type Query", "x"));
        assertEquals(
                "y: Int @join__field(graph: B)"
                        + " @join__directive(graphs: [B], name: \"federation__cacheTag\", args: {format : \"y\"})",
                composed.field("type Query", "y"));
    }

    @Test
    void needsNoComposeDirective() {
        Composed composed = Composed.of(bare(
                "a",
                LINK.formatted("\"@cacheTag\", \"@composeDirective\"")
                        + "extend schema @composeDirective(name: \"@cacheTag\")"
                        + " type Query { x: Int @cacheTag(format: \"x\") }"));

        assertEquals(List.of(), composed.codes());
        assertEquals(List.of("schema"), composed.hints());
    }

    @Test
    void linksNothingWhereNothingIsTagged() {
        assertFalse(
                Composed.of(tagging("a", "type Query { x: Int }")).supergraph().contains("cacheTag"));
    }

    @Test
    void comesWithVersion12() {
        Composed composed = Composed.of(bare(
                "a",
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.11\", import: [\"@cacheTag\"])"
                        + " type Query { x: Int }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE), composed.codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all",
                "n-{$args.n}",
                "{ $args.n }-{$args.kind}",
                "n-{$args.n}-{$args.at.x}",
            })
    void takesTextAndArgumentsThatAreNeverNull(String format) {
        assertEquals(List.of(), Composed.of(rootField(format)).codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{$args.n      | CACHE_TAG_INVALID_FORMAT                        | \"{\" at 1 has no \"}\"",
                "{n}           | CACHE_TAG_INVALID_FORMAT                        | {n} is no path of names behind $args or"
                        + " $key, such as {$args.id}",
                "{$args}       | CACHE_TAG_INVALID_FORMAT                        | the format names no value; name an"
                        + " argument of \"Query.f\"",
                "{$args.other} | CACHE_TAG_INVALID_FORMAT                        | \"other\" is not an argument of"
                        + " \"Query.f\"; correct the format",
                "{$args.list}  | CACHE_TAG_INVALID_FORMAT                        | \"list\" is of type \"[Int!]!\", of"
                        + " which no tag can be made; name a scalar or an enum value in it",
                "{$args.at}    | CACHE_TAG_INVALID_FORMAT                        | \"at\" is of type \"Place!\", of which"
                        + " no tag can be made; name a scalar or an enum value in it",
                "{$args.at.z}  | CACHE_TAG_INVALID_FORMAT                        | \"z\" is not a field of \"Place\";"
                        + " correct the format",
                "{$args.n.x}   | CACHE_TAG_INVALID_FORMAT                        | \"x\" is not a field of \"Int!\";"
                        + " correct the format",
                "{$args.maybe} | CACHE_TAG_FORMAT_NULLABLE_ARGUMENT              | \"maybe\" is of type \"Int\" and may be"
                        + " null, so that the tag would not always be known; make it non-null, or leave it out",
                "{$args.at.y}  | CACHE_TAG_FORMAT_NULLABLE_FIELD                 | \"Place.y\" is of type \"Int\" and may be"
                        + " null, so that the tag would not always be known; make it non-null, or leave it out",
                "{$key.n}      | CACHE_TAG_INVALID_FORMAT_ARGUMENT_ON_ROOT_FIELD | a tag of a root field is made of"
                        + " arguments, such as {$args.id}, not of $key",
            })
    void refusesATagOfARootFieldThatNobodyCouldMake(String format, CompositionErrorCode code, String message) {
        Composed composed = Composed.of(rootField(format));

        assertEquals(List.of(code), composed.codes());
        assertEquals(message, composed.error().message());
    }

    private static SubgraphDefinition rootField(String format) {
        return tagging("a", """
                enum Kind { A B }
                input Place { x: Int! y: Int }
                type Query {
                  f(n: Int! = 3, kind: Kind!, list: [Int!]!, maybe: Int, at: Place!): Int @cacheTag(format: "%s")
                }
                """.formatted(format == null ? "" : format));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{$key.id}     | ",
                "{$key.at.x}   | ",
                "fixed         | ",
                "{$key.only}   | CACHE_TAG_INVALID_FORMAT_FIELD_SET_ON_ENTITY",
                "{$key.at.y}   | CACHE_TAG_INVALID_FORMAT_FIELD_SET_ON_ENTITY",
                "{$key.name}   | CACHE_TAG_FORMAT_NULLABLE_FIELD",
                "{$key.at}     | CACHE_TAG_INVALID_FORMAT",
                "{$key.other}  | CACHE_TAG_INVALID_FORMAT",
                "{$key}        | CACHE_TAG_INVALID_FORMAT",
                "{$args.id}    | CACHE_TAG_INVALID_FORMAT_ARGUMENT_ON_ENTITY",
            })
    void takesOfAnEntityWhatEveryKeyHas(String format, CompositionErrorCode expected) {
        Composed composed = Composed.of(tagging("a", """
                type Query { t: T }
                type At { x: Int! y: Int! }
                type T @key(fields: "id at { x }") @key(fields: "id only at { x }") @cacheTag(format: "%s") {
                  id: ID! at: At! only: Int! name: String
                }
                """.formatted(format)));

        assertEquals(expected == null ? List.of() : List.of(expected), composed.codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type T @cacheTag(format: \"t\") { id: ID! }                                            | CACHE_TAG_ENTITY_NOT_RESOLVABLE",
                "type T @key(fields: \"id\", resolvable: false) @cacheTag(format: \"t\") { id: ID! }    | CACHE_TAG_ENTITY_NOT_RESOLVABLE",
                "type T @key(fields: \"id\") { id: ID! x: Int @cacheTag(format: \"x\") }                | CACHE_TAG_NOT_ON_ROOT_FIELD",
            })
    void refusesATagWhereNothingIsKept(String type, CompositionErrorCode expected) {
        assertEquals(
                List.of(expected),
                Composed.of(tagging("a", "type Query { t: T } " + type)).codes());
    }
}
