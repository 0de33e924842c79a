package io.lancang.federation.engine;

import static io.lancang.federation.engine.Library.API;
import static io.lancang.federation.engine.Library.QUERY;
import static io.lancang.federation.engine.Plans.call;
import static io.lancang.federation.engine.Plans.entities;
import static io.lancang.federation.engine.Plans.key;
import static io.lancang.federation.engine.Plans.mutation;
import static io.lancang.federation.engine.Plans.requires;
import static io.lancang.federation.engine.Plans.root;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExecutionTest {
    @Test
    void mergesTheAnswersOfAllSubgraphsInTheOrderOfTheQuery() {
        String answer = new Run(API, QUERY, Library.plan()).answer(Library.subgraphs());

        assertEquals(
                "{\"data\":{\"books\":["
                        + "{\"title\":\"Dream of the Red Chamber\",\"copies\":10,\"author\":{\"name\":\"Cao \\\"Xueqin\\\"\"}},"
                        + "{\"title\":\"Fortress Besieged\",\"copies\":20,\"author\":{\"name\":\"Qian Zhongshu\"}},"
                        + "{\"title\":\"Xixi 《西湖》\",\"copies\":30,\"author\":{\"name\":\"Cao \\\"Xueqin\\\"\"}},"
                        + "{\"title\":\"Book of Songs\",\"copies\":40,\"author\":null}]}}",
                answer);
    }

    @Test
    void asksForEachEntityOnceAndOnlyForThoseThatExist() {
        TestSubgraphs subgraphs = Library.subgraphs();

        new Run(API, QUERY, Library.plan()).answer(subgraphs);

        assertEquals(
                List.of(
                        "catalogue {\"query\":\"{books{id title author{id}}}\"}",
                        "stock {\"query\":\"query($representations:[_Any!]!)"
                                + "{_entities(representations:$representations){...on Book{copies}}}\","
                                + "\"variables\":{\"representations\":["
                                + "{\"__typename\":\"Book\",\"id\":\"1\"},{\"__typename\":\"Book\",\"id\":\"2\"},"
                                + "{\"__typename\":\"Book\",\"id\":\"3\"},{\"__typename\":\"Book\",\"id\":\"4\"}]}}",
                        "people {\"query\":\"query($representations:[_Any!]!)"
                                + "{_entities(representations:$representations){...on Author{name}}}\","
                                + "\"variables\":{\"representations\":["
                                + "{\"__typename\":\"Author\",\"id\":\"cao\"},{\"__typename\":\"Author\",\"id\":\"qian\"}]}}"),
                subgraphs.requests());
    }

    /** Two hundred books by a hundred authors, who come in the same order twice. */
    @Test
    void asksForEachOfManyEntitiesOnce() {
        String hundred = numbered("{\"author\":{\"id\":%d}}");
        TestSubgraphs subgraphs = TestSubgraphs.of()
                .answering("a", "{\"data\":{\"books\":[" + hundred + "," + hundred + "]}}")
                .answering("b", "{\"data\":{\"_entities\":[" + numbered("{\"n\":%d}") + "]}}");
        Run run = new Run(
                "type Query { books: [Book] } type Book { author: Author } type Author { id: ID n: Int }",
                "{ books { author { n } } }",
                root(0, "a", "{ books { author { id @key(is: \"_id\") } } }"),
                entities(
                        1,
                        "b",
                        List.of(call("books.author", key("Author", "{ _id: id }"), "{ ... on Author { n } }")),
                        0));

        String answered = numbered("{\"author\":{\"n\":%d}}");
        assertEquals("{\"data\":{\"books\":[" + answered + "," + answered + "]}}", run.answer(subgraphs));
        assertTrue(subgraphs
                .requests()
                .getLast()
                .endsWith("\"representations\":[" + numbered("{\"__typename\":\"Author\",\"id\":%d}") + "]}}"));
    }

    /** A hundred of these, with the numbers from 0 on. */
    private static String numbered(String each) {
        return IntStream.range(0, 100).mapToObj(each::formatted).collect(Collectors.joining(","));
    }

    @Test
    void sendsNothingWhereNoObjectHasARepresentation() {
        TestSubgraphs subgraphs = Library.subgraphs().answering("catalogue", "{\"data\":{\"books\":[]}}");

        String answer = new Run(API, QUERY, Library.plan()).answer(subgraphs);

        assertEquals("{\"data\":{\"books\":[]}}", answer);
        assertEquals(1, subgraphs.requests().size());
    }

    @Test
    void asksSeveralPositionsOfOneStageInOneRequest() {
        TestSubgraphs subgraphs = Library.subgraphs();
        Run run = Library.twoCalls();

        String answer = run.answer(subgraphs);

        assertEquals(
                "people {\"query\":\"query($r0:[_Any!]!,$r1:[_Any!]!){_0:_entities(representations:$r0){...on Author{name}}"
                        + "_1:_entities(representations:$r1){...on Author{born}}}\",\"variables\":{"
                        + "\"r0\":[{\"__typename\":\"Author\",\"id\":\"cao\"},{\"__typename\":\"Author\",\"id\":\"qian\"}],"
                        + "\"r1\":[{\"__typename\":\"Author\",\"id\":\"cao\"}]}}",
                subgraphs.requests().getLast());
        assertTrue(answer.endsWith("\"first\":{\"author\":{\"born\":1715}}}}"), answer);
    }

    @Test
    void sendsAFetchAsSoonAsTheFetchesThatItWaitsForAreMerged() {
        CompletableFuture<SubgraphResponse> slow = new CompletableFuture<>();
        CompletableFuture<SubgraphResponse> quick = new CompletableFuture<>();
        CompletableFuture<SubgraphResponse> parts = new CompletableFuture<>();
        Map<String, CompletableFuture<SubgraphResponse>> pending = Map.of("slow", slow, "quick", quick, "parts", parts);
        List<String> sent = new ArrayList<>();
        SubgraphClient<Object> client = request -> {
            sent.add(request.subgraph());
            return Objects.requireNonNull(pending.get(request.subgraph()));
        };
        CompletableFuture<GraphQLResponse> answer = new Run(
                        "type Query { slow: Int quick: Thing } type Thing { id: ID part: Int }",
                        "{ slow quick { part } }",
                        root(0, "slow", "{ slow }"),
                        root(1, "quick", "{ quick { id } }"),
                        entities(
                                2,
                                "parts",
                                List.of(call("quick", key("Thing", "{ id }"), "{ ... on Thing { part } }")),
                                1))
                .start(client, Map.of())
                .toCompletableFuture();

        assertEquals(List.of("slow", "quick"), sent);
        quick.complete(response("{\"data\":{\"quick\":{\"id\":\"1\"}}}"));
        assertEquals(List.of("slow", "quick", "parts"), sent);
        parts.complete(response("{\"data\":{\"_entities\":[{\"part\":7}]}}"));
        assertFalse(answer.isDone());
        slow.complete(response("{\"data\":{\"slow\":1}}"));
        assertEquals("{\"data\":{\"slow\":1,\"quick\":{\"part\":7}}}", Run.text(answer.join()));
    }

    @Test
    void doesNotGrowTheStackAlongAChainOfImmediateAnswers() {
        int length = 20_000;
        Fetch[] chain = new Fetch[length];
        for (int id = 0; id < length; id++) {
            chain[id] = id == 0 ? root(id, "s", "{ number }") : root(id, "s", "{ number }", id - 1);
        }
        Run run = new Run("type Query { number: Int }", "{ number }", chain);

        String answer = run.answer(request -> CompletableFuture.completedFuture(response("{\"data\":{\"number\":1}}")));

        assertEquals("{\"data\":{\"number\":1}}", answer);
    }

    @Test
    void answersTheSameWhenSubgraphsAnswerOnManyThreads() {
        Run run = new Run(API, QUERY, Library.plan());
        String expected = run.answer(Library.subgraphs());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            TestSubgraphs subgraphs = TestSubgraphs.on(threads, Library.catalogue(), Library.people(), Library.stock());
            for (int round = 0; round < 200; round++) {
                assertEquals(expected, run.answer(subgraphs));
            }
        }
    }

    @Test
    void mergesAValueTypeOfTwoSubgraphsFieldByFieldAndListsByIndex() {
        TestSubgraphs subgraphs = TestSubgraphs.of()
                .answering("a", "{\"data\":{\"book\":{\"id\":\"1\",\"parts\":[{\"page\":1},{\"page\":2}]}}}")
                .answering("b", "{\"data\":{\"_entities\":[{\"parts\":[{\"title\":\"I\"},{\"title\":\"II\"}]}]}}");
        Run run = new Run(
                "type Query { book: Book } type Book { parts: [Part] } type Part { page: Int title: String }",
                "{ book { parts { title page } } }",
                root(0, "a", "{ book { id @key(is: \"_id\") parts { page } } }"),
                entities(
                        1,
                        "b",
                        List.of(call("book", key("Book", "{ _id: id }"), "{ ... on Book { parts { title } } }")),
                        0));

        assertEquals(
                "{\"data\":{\"book\":{\"parts\":[{\"title\":\"I\",\"page\":1},{\"title\":\"II\",\"page\":2}]}}}",
                run.answer(subgraphs));
    }

    @Test
    void keepsObjectsApartThatStandForTheSameEntityButGetDifferentAnswersLater() {
        TestSubgraphs subgraphs = TestSubgraphs.of()
                .answering("list", "{\"data\":{\"things\":[{\"id\":\"1\",\"seen\":1},{\"id\":\"1\",\"seen\":2}]}}")
                .answering("first", "{\"data\":{\"_entities\":[{\"size\":{\"width\":5}}]}}")
                .answering(
                        "second", "{\"data\":{\"_entities\":[{\"size\":{\"height\":1}},{\"size\":{\"height\":2}}]}}");
        Run run = new Run(
                "type Query { things: [Thing] } type Thing { id: ID size: Size } type Size { width: Int height: Int }",
                "{ things { size { width height } } }",
                root(0, "list", "{ things { id seen } }"),
                entities(
                        1,
                        "first",
                        List.of(call("things", key("Thing", "{ id }"), "{ ... on Thing { size { width } } }")),
                        0),
                entities(
                        2,
                        "second",
                        List.of(call(
                                "things",
                                requires("Thing", "{ id }", "{ seen }"),
                                "{ ... on Thing { size { height } } }")),
                        1));

        assertEquals(
                "{\"data\":{\"things\":[{\"size\":{\"width\":5,\"height\":1}},{\"size\":{\"width\":5,\"height\":2}}]}}",
                run.answer(subgraphs));
    }

    @Test
    void fetchesIntoAnEntityThatSeveralObjectsShare() {
        TestSubgraphs subgraphs = TestSubgraphs.of()
                .answering("list", "{\"data\":{\"things\":[{\"id\":\"1\"},{\"id\":\"1\"}]}}")
                .answering("owners", "{\"data\":{\"_entities\":[{\"owner\":{\"id\":\"o\"}}]}}")
                .answering("names", "{\"data\":{\"_entities\":[{\"name\":\"Li\"}]}}");
        Run run = new Run(
                "type Query { things: [Thing] } type Thing { owner: Owner } type Owner { name: String }",
                "{ things { owner { name } } }",
                root(0, "list", "{ things { id } }"),
                entities(
                        1,
                        "owners",
                        List.of(call("things", key("Thing", "{ id }"), "{ ... on Thing { owner { id } } }")),
                        0),
                entities(
                        2,
                        "names",
                        List.of(call("things.owner", key("Owner", "{ id }"), "{ ... on Owner { name } }")),
                        1));

        assertEquals(
                "{\"data\":{\"things\":[{\"owner\":{\"name\":\"Li\"}},{\"owner\":{\"name\":\"Li\"}}]}}",
                run.answer(subgraphs));
        assertTrue(subgraphs.requests().getLast().endsWith("[{\"__typename\":\"Owner\",\"id\":\"o\"}]}}"));
    }

    @Test
    void sendsTheFieldsOfAMutationOneAfterTheOther() {
        List<String> done = new ArrayList<>();
        TestSubgraph left = counter("left", done);
        TestSubgraph right = counter("right", done);
        Run run = new Run(
                "type Query { n: Int } type Mutation { a: Int b: Int c: Int }",
                "mutation { a b c }",
                mutation(0, "left", "{ a }"),
                mutation(1, "right", "{ b }", 0),
                mutation(2, "left", "{ c }", 1));

        assertEquals("{\"data\":{\"a\":1,\"b\":2,\"c\":3}}", run.answer(TestSubgraphs.of(left, right)));
        assertEquals(List.of("left a", "right b", "left c"), done);
    }

    @Test
    void copiesNestedObjectsAndListsIntoRepresentations() {
        TestSubgraphs subgraphs = TestSubgraphs.of()
                .answering(
                        "a",
                        "{\"data\":{\"thing\":{\"id\":1e2,\"owner\":{\"id\":\"o\\u0041\",\"tags\":[\"x\", null]},"
                                + "\"parts\":[{\"n\":1.50},null],\"note\":null}}}")
                .answering("b", "{\"data\":{\"_entities\":[{\"ok\":true}]}}");
        Run run = new Run(
                "type Query { thing: Thing } type Thing { ok: Boolean }",
                "{ thing { ok } }",
                root(0, "a", "{ thing { id owner { id tags } parts { n } note } }"),
                entities(
                        1,
                        "b",
                        List.of(call(
                                "thing",
                                requires("Thing", "{ id owner { id tags } }", "{ parts { n } note }"),
                                "{ ... on Thing { ok } }")),
                        0));

        run.answer(subgraphs);

        assertTrue(
                subgraphs
                        .requests()
                        .getLast()
                        .endsWith(
                                "[{\"__typename\":\"Thing\",\"id\":1e2,\"owner\":{\"id\":\"o\\u0041\",\"tags\":[\"x\", null]},"
                                        + "\"parts\":[{\"n\":1.50},null],\"note\":null}]}}"),
                subgraphs.requests().getLast());
    }

    @Test
    void doesNotAskForAnObjectWhoseKeyIsNull() {
        TestSubgraphs subgraphs = Library.subgraphs()
                .answering("catalogue", "{\"data\":{\"books\":[{\"id\":null,\"title\":\"A\"},{\"title\":\"B\"}]}}");

        String answer =
                new Run(API, "{ books { title copies } }", Library.plan()[0], Library.plan()[1]).answer(subgraphs);

        assertEquals(
                "{\"data\":{\"books\":[{\"title\":\"A\",\"copies\":null},{\"title\":\"B\",\"copies\":null}]}}", answer);
        assertEquals(1, subgraphs.requests().size());
    }

    @Test
    void completesExceptionallyWhereTheEngineItselfIsWrong() {
        // A response without bytes breaks the client's contract in a way that no error code stands for.
        CompletableFuture<GraphQLResponse> answer = new Run("type Query { n: Int }", "{ n }", root(0, "s", "{ n }"))
                .start(request -> CompletableFuture.completedFuture(broken()), Map.of())
                .toCompletableFuture();

        assertThrows(CompletionException.class, answer::join);
    }

    /** It is not the affair of one request: who runs the process has to hear of it. */
    @Test
    void handsOnThatThereIsNoMemoryLeft() {
        OutOfMemoryError end = new OutOfMemoryError("in a test");
        Run run = new Run("type Query { n: Int }", "{ n }", root(0, "s", "{ n }"));

        assertSame(
                end,
                assertThrows(
                        OutOfMemoryError.class,
                        () -> run.start(
                                request -> {
                                    throw end;
                                },
                                Map.of())));
    }

    @Test
    void keepsAnyOtherErrorToTheRequest() {
        CompletableFuture<GraphQLResponse> answer = new Run("type Query { n: Int }", "{ n }", root(0, "s", "{ n }"))
                .start(
                        request -> {
                            throw new StackOverflowError("in a test");
                        },
                        Map.of())
                .toCompletableFuture();

        assertThrows(CompletionException.class, answer::join);
    }

    @SuppressWarnings("NullAway") // the point of the test that uses it
    private static SubgraphResponse broken() {
        return new SubgraphResponse(null);
    }

    private static TestSubgraph counter(String name, List<String> done) {
        return TestSubgraph.of(name, "type Query { n: Int } type Mutation { a: Int b: Int c: Int }")
                .field("Mutation", "a", environment -> count(name + " a", done))
                .field("Mutation", "b", environment -> count(name + " b", done))
                .field("Mutation", "c", environment -> count(name + " c", done))
                .build();
    }

    private static int count(String what, List<String> done) {
        done.add(what);
        return done.size();
    }

    private static SubgraphResponse response(String json) {
        return new SubgraphResponse(json.getBytes(UTF_8));
    }
}
