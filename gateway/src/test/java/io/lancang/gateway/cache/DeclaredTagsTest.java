package io.lancang.gateway.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphException;
import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.server.TestGraph;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are dropped by the tags that {@code @cacheTag} gives them, with no header from the subgraph. */
class DeclaredTagsTest {
    private static final String BY_CODE = "{ partner(code: \"%s\") { name } }";
    private static final String CORRIDORS = "{ partners { corridors { name } } }";

    private CachedEngine engine;

    @BeforeEach
    void start() throws IOException {
        engine = new CachedEngine(Map.of(), null, DeclaredTagsTest::tagged).sayingOfBoth("max-age=60");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static String tagged(String sdl) {
        return sdl.replace(
                        "partner(code: ID!): Partner @join__field(graph: TRADE)",
                        "partner(code: ID! = \"LAO\"): Partner @join__field(graph: TRADE) "
                                + tag("TRADE", "partner-{$args.code}"))
                .replace(
                        "partners: [Partner!]! @join__field(graph: TRADE)",
                        "partners: [Partner!]! @join__field(graph: TRADE) " + tag("TRADE", "partners")
                                + tag("TRADE", "all"))
                .replace(
                        "type Partner @join__type(graph: TRADE, key: \"code\")",
                        "type Partner " + tag("CORRIDOR", "corridors-of-{$key.code}")
                                + " @join__type(graph: TRADE, key: \"code\")");
    }

    private static String tag(String graph, String format) {
        return "@join__directive(graphs: [" + graph + "], name: \"federation__cacheTag\", args: {format: \"" + format
                + "\"})";
    }

    private void drop(String tag) {
        engine.invalidations.invalidate(List.of(Invalidations.tag(tag)));
    }

    private int askedTrade() {
        return engine.trade.received().size();
    }

    @Test
    void dropsARootFieldByItsArgumentsAndNoOther() {
        engine.ask(BY_CODE.formatted("LAO"));
        engine.ask(BY_CODE.formatted("VNM"));

        drop("partner-LAO");
        engine.ask(BY_CODE.formatted("VNM"));
        assertEquals(2, askedTrade());

        engine.ask(BY_CODE.formatted("LAO"));
        assertEquals(3, askedTrade());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ partner { name } }",
                "query($code: ID! = \"LAO\") { partner(code: $code) { name } }",
                "query($code: ID = \"LAO\") { partner(code: $code) { name } }",
                "query($code: ID) { partner(code: $code) { name } }",
                "{ other: partner(code: LAO) { code } partner(code: \"LAO\") { name } }",
            })
    void knowsAnArgumentHoweverItIsGiven(String query) {
        String asked = query.replace("code: LAO", "code: \"VNM\"");
        engine.ask(asked);
        engine.ask(asked);
        assertEquals(1, askedTrade());

        drop("partner-LAO");
        engine.ask(asked);

        assertEquals(2, askedTrade());
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners", "all"})
    void dropsAnAnswerByEachOfItsTags(String tag) {
        engine.ask("{ partners { name } }");

        drop(tag);
        engine.ask("{ partners { name } }");

        assertEquals(2, askedTrade());
    }

    @Test
    void dropsAnEntityByItsKeyWithTheSubgraphThatSaysSo() {
        engine.ask(CORRIDORS);

        drop("corridors-of-VNM");
        engine.ask(CORRIDORS);

        assertEquals(1, askedTrade());
        String second = engine.corridor.received().getLast().body();
        assertEquals(2, engine.corridor.received().size());
        assertEquals(List.of(false, true), List.of(second.contains("LAO"), second.contains("VNM")));
    }

    @Test
    void dropsByTagsOfHeadersBesideThem() {
        engine.sayingOfBoth(Map.of("Cache-Control", "max-age=60", "Cache-Tag", "said"));
        engine.ask(BY_CODE.formatted("LAO"));

        drop("said");
        engine.ask(BY_CODE.formatted("LAO"));
        drop("partner-LAO");
        engine.ask(BY_CODE.formatted("LAO"));

        assertEquals(3, askedTrade());
    }

    @Test
    void refusesASupergraphWithATagThatIsNone() {
        String sdl = TestGraph.sdl("http://trade.test", "http://corridor.test")
                .replace("partners: [Partner!]!", "partners: [Partner!]! " + tag("TRADE", "{$args"));

        SupergraphException refused = assertThrows(SupergraphException.class, () -> Supergraph.parse(sdl));

        assertEquals(
                "the format of @cacheTag is none: \"{\" at 1 has no \"}\"",
                String.valueOf(refused.getMessage()).replaceFirst("^.*: the format", "the format"));
    }
}
