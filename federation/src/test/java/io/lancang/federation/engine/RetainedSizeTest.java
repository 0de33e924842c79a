package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.ClientGrants;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.operation.Variables;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSupergraph;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the caches believe that they hold, against what the heap says. */
class RetainedSizeTest {
    private static final int FIELDS = 60;

    private static final Supergraph SUPERGRAPH = TestSupergraph.of(
            subgraph("left", "type Query { node: Node nodes: [Any!]! }", "left"),
            subgraph("right", "type Query { other: Node }", "right"));

    private static final EngineOptions OPTIONS =
            EngineOptions.DEFAULT.withLimits(untimed(OperationLimits.DEFAULT)).withCaches(new CacheOptions(4L << 30));

    private static TestSubgraph subgraph(String name, String query, String prefix) {
        return TestSubgraph.of(
                        name, """
                            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
                            %s
                            interface Any { id: ID! }
                            type Node implements Any @key(fields: "id") { id: ID! %s %sNext(text: String, list: [Int!]): Node @shareable }
                            """.formatted(query, times(FIELDS, i -> prefix + i + "(a: Int, s: String): Int"), prefix))
                .build();
    }

    static List<Arguments> shapes() {
        return List.of(
                shape("one field", 2_000, i -> "query Q" + i + " { node { id } }"),
                shape(
                        "usual",
                        500,
                        i -> "query Q" + i + " { node { id left1 left2 right1 leftNext { left3 right4 } } }"),
                shape(
                        "wide",
                        60,
                        i -> "query Q" + i + " { node { " + times(FIELDS, f -> "left" + f + " right" + f) + " } }"),
                shape(
                        "fragments that spread to many fields",
                        8,
                        i -> "query Q" + i + " { node { " + times(10, f -> "a" + f + ": leftNext { ...F }") + " } }"
                                + " fragment F on Node { " + times(10, f -> "b" + f + ": leftNext { ...G }") + " }"
                                + " fragment G on Node { " + times(20, f -> "left" + f) + " }"),
                shape(
                        "deep",
                        100,
                        i -> "query Q" + i + " { node { " + "leftNext { rightNext { ".repeat(10) + "left1"
                                + " } }".repeat(10) + " } }"),
                shape(
                        "arguments",
                        40,
                        i -> "query Q" + i + " { node { "
                                + times(
                                        50,
                                        f -> "x" + f + ": left" + f + "(a: " + f
                                                + ", s: \"some text of usual length\")")
                                + " } }"),
                shape(
                        "long strings",
                        40,
                        i -> "query Q" + i + " { node { left1(s: \"" + "x".repeat(20_000) + "\") right1 } }"),
                shape(
                        "long list",
                        10,
                        i -> "query Q" + i + " { node { leftNext(list: [" + times(2_000, f -> "" + f)
                                + "]) { id } } }"),
                shape(
                        "conditions",
                        40,
                        i -> "query Q" + i + "(" + times(5, v -> "$v" + v + ": Boolean!") + ") { node { "
                                + times(50, f -> "left" + f + " @include(if: $v" + f % 5 + ")") + " } }"),
                shape("refused", 1_000, i -> "query Q" + i + " { node { lefft1 lefft2 } }"),
                shape(
                        "several operations",
                        60,
                        i -> times(20, o -> "query Q" + i + "_" + o + " { node { id left1 left2 } }")));
    }

    private static Arguments shape(String name, int count, IntFunction<String> document) {
        return Arguments.of(name, count, document);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void weighsWhatIsRemembered(String name, int count, IntFunction<String> document) {
        Preparations<Object> preparations = preparations();
        // What is made once, whatever is remembered, is there before it is measured.
        prepare(preparations, document.apply(count));
        Held one = Held.of(preparations);
        for (int number = 0; number < count; number++) {
            prepare(preparations, document.apply(number));
        }
        Held all = Held.of(preparations);
        long real = (all.heap() - one.heap()) / count;
        long estimated = (all.estimated() - one.estimated()) / count;
        assertTrue(
                estimated >= real * 0.8 && estimated <= real * 4,
                () -> name + ": " + real + " bytes an operation, estimated " + estimated);
    }

    /** Used heap, and what the caches believe to hold of it. */
    private record Held(long heap, long estimated) {
        static Held of(Preparations<Object> preparations) {
            return new Held(usedHeap(), preparations.bytes());
        }
    }

    private static Preparations<Object> preparations() {
        return new Preparations<>(
                SUPERGRAPH,
                OPTIONS,
                PercentageLabels.byChance(),
                ClientGrants.none(),
                new Variables(SUPERGRAPH.apiSchema()));
    }

    private static void prepare(Preparations<Object> preparations, String document) {
        GraphQLRequest request = new GraphQLRequest(document, null, Map.of());
        if (preparations.prepare(request, "", OPTIONS.limits().maxPreparation()).operation()
                instanceof PreparedOperation.Planned planned) {
            planned.executable().projection(new RequestVariables(Map.of()));
        }
    }

    /** On a slow machine an operation would be refused for its time, and not be remembered. */
    private static OperationLimits untimed(OperationLimits limits) {
        return new OperationLimits(
                limits.maxCharacters(),
                limits.maxDepth(),
                limits.maxFields(),
                limits.maxFragments(),
                limits.maxAliases(),
                limits.maxRootFields(),
                limits.maxErrors(),
                limits.maxVariableValues(),
                Duration.ofHours(1),
                limits.form());
    }

    /** What is dead the serial collector moves nothing for, up to a twentieth of the old generation, but for every fourth time. */
    private static long usedHeap() {
        for (int time = 0; time < 4; time++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String times(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(" "));
    }
}
