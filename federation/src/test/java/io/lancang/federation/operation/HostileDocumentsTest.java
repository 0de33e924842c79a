package io.lancang.federation.operation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.OperationLimits;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents that are made to hold whoever reads them. Each costs at most a few times what the longest honest document costs, in
 * memory that is allocated, which does not depend on how busy the machine is; and what the client reads of it is short.
 */
class HostileDocumentsTest {
    private static final GraphQLSchema API = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser()
            .parse("""
                type Query { n: N node: I f(a: Int b: [Int] e: E i: In s: String l: [In]): Int }
                type Subscription { n: N }
                interface I { id: ID }
                type N implements I { id: ID n: N m: N %s }
                enum E { %s }
                input In { a: Int e: E in: In l: [In] }
                """.formatted(times(200, i -> "leaf" + i + ": Int"), times(200, i -> "VALUE_" + i))));

    private static final String HONEST =
            "{ n { " + times(24, a -> "n" + a + ": n { " + times(200, i -> "leaf" + i) + " }") + " } }";

    static List<Arguments> documents() {
        return List.of(
                document("a number without end", "{ f(a: " + "1".repeat(900_000) + ") }"),
                document(
                        "a type of lists of lists",
                        "query($x: " + "[".repeat(10_000) + "Int" + "]".repeat(10_000) + ") { f }"),
                document("a name without end", "{ " + "x".repeat(900_000) + " }"),
                document("unknown fields", "{ n { " + times(4_900, i -> "laef" + i) + " } }"),
                document("long unknown fields", "{ n { " + times(4_000, i -> "leaf".repeat(50) + i) + " } }"),
                document(
                        "long strings of the wrong type",
                        "{ " + times(9, i -> "a" + i + ": f(a: \"" + "x".repeat(90_000) + "\")") + " }"),
                document("mistyped enums", "{ f(l: [" + times(4_000, i -> "{e: VALU_" + i + "}") + "]) }"),
                document(
                        "objects in objects", "{ f(i: " + "{in: ".repeat(110) + "{a: \"x\"}" + "}".repeat(110) + ") }"),
                document("lists in lists", "{ f(b: " + "[".repeat(110) + "1" + "]".repeat(110) + ") }"),
                document("the same argument", "{ " + times(50, i -> "x: f(" + "a: 1 ".repeat(190) + ")") + " }"),
                document("directives", "{ n { " + times(200, i -> "leaf" + i + times(25, d -> " @d" + d)) + " } }"),
                document("the same field", "{ n { " + "id ".repeat(4_900) + " } }"),
                document("fields that differ", "{ n { " + times(1_900, i -> "x: leaf" + i % 200) + " } }"),
                document(
                        "fragments that differ",
                        "{ n { ...A ...B } } fragment A on N { " + times(900, i -> "x" + i + ": leaf1")
                                + " } fragment B on N { " + times(900, i -> "x" + i + ": leaf2") + " }"),
                document(
                        "a chain of fragments",
                        "{ n { ...F0 } } "
                                + times(
                                        490,
                                        i -> "fragment F" + i + " on N { id " + (i < 489 ? "...F" + (i + 1) : "")
                                                + " }")),
                document(
                        "a long circle of fragments",
                        "{ n { ...F0 } } "
                                + times(490, i -> "fragment F" + i + " on N { id ...F" + (i + 1) % 490 + " }")),
                document(
                        "fragments that all spread each other",
                        "{ n { ...F0 } } "
                                + times(
                                        100,
                                        i -> "fragment F" + i + " on N { id " + times(99 - i, j -> "...F" + (i + 1 + j))
                                                + " }")),
                document(
                        "many spreads of fragments that spread much",
                        "{ n { " + times(70, i -> "m { ...A }") + " } } fragment A on N { " + times(70, i -> "...B" + i)
                                + " } " + times(70, i -> "fragment B" + i + " on N { id }")),
                document(
                        "operations that spread the same",
                        times(50, i -> "query q" + i + " { n { ...F } }") + " fragment F on N { "
                                + times(4_900, i -> "leaf" + i % 200) + " }"),
                document(
                        "conditions in subscriptions",
                        times(50, i -> "subscription q" + i + " { ...F }") + " fragment F on Subscription { "
                                + times(190, i -> "n @skip(if: true) { id }") + " }"),
                document("inline fragments", "{ n { " + "... on N { ".repeat(110) + "id" + " }".repeat(110) + " } }"),
                document("white space", "{ n { id } }" + " ".repeat(900_000)),
                document("comments", "{ n { id } }" + "#\n".repeat(400_000)),
                document("no GraphQL", "%".repeat(900_000)),
                document("quotes", "\"".repeat(29_000)));
    }

    private static Arguments document(String name, String text) {
        return Arguments.of(name, text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void costsAFewTimesAnHonestDocumentAtMost(String name, String text) {
        read(HONEST);
        read(text);
        long honest = allocatedBy(HONEST);
        long hostile = allocatedBy(text);
        assertTrue(hostile < 8 * honest, () -> name + ": " + hostile + " bytes, an honest document " + honest);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isAnsweredInShort(String name, String text) {
        if (read(text) instanceof OperationResult.Refused refused) {
            assertTrue(
                    refused.errors().size() <= 21,
                    () -> name + ": " + refused.errors().size() + " errors");
            refused.errors().forEach(error -> {
                assertTrue(error.message().length() <= 1_000, error::message);
                assertTrue(error.locations().size() <= 10, error::message);
            });
        }
    }

    private static long allocatedBy(String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        read(text);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static OperationResult read(String text) {
        return new Operations(API, OperationLimits.DEFAULT, 0).find(text, null);
    }

    private static String times(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(" "));
    }
}
