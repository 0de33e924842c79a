package io.lancang.federation.engine;

import static io.lancang.federation.engine.Library.API;
import static io.lancang.federation.engine.Library.QUERY;
import static io.lancang.federation.engine.Plans.call;
import static io.lancang.federation.engine.Plans.entities;
import static io.lancang.federation.engine.Plans.key;
import static io.lancang.federation.engine.Plans.requires;
import static io.lancang.federation.engine.Plans.root;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.testing.TestSubgraphs;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private static final String TWO_BOOKS =
            "{\"data\":{\"books\":[{\"id\":\"1\",\"title\":\"A\",\"author\":{\"id\":\"cao\"}},"
                    + "{\"id\":\"2\",\"title\":\"B\",\"author\":{\"id\":\"cao\"}}]}}";
    private static final String DATA_WITHOUT_COPIES = "{\"data\":{\"books\":["
            + "{\"title\":\"A\",\"copies\":null,\"author\":{\"name\":\"Cao \\\"Xueqin\\\"\"}},"
            + "{\"title\":\"B\",\"copies\":null,\"author\":{\"name\":\"Cao \\\"Xueqin\\\"\"}}]}";

    @Test
    void nullsOnlyTheFieldsOfTheSubgraphThatFailed() {
        TestSubgraphs subgraphs = Library.subgraphs()
                .answering("catalogue", TWO_BOOKS)
                .failing("stock", new SubgraphException(ErrorCode.SUBGRAPH_UNAVAILABLE, "stock is closed"));

        assertEquals(
                DATA_WITHOUT_COPIES
                        + ",\"errors\":["
                        + "{\"message\":\"stock is closed\",\"path\":[\"books\",0,\"copies\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_UNAVAILABLE\",\"service\":\"stock\"}},"
                        + "{\"message\":\"stock is closed\",\"path\":[\"books\",1,\"copies\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_UNAVAILABLE\",\"service\":\"stock\"}}]}",
                answer(subgraphs));
    }

    @Test
    void reportsTheFieldsOfARootFetchThatFailedAndSendsNothingThatDependsOnIt() {
        TestSubgraphs subgraphs =
                Library.subgraphs().failing("catalogue", new SubgraphException(ErrorCode.TIMEOUT, "no answer in 5 s"));

        assertEquals(
                "{\"data\":{\"books\":null},\"errors\":[{\"message\":\"no answer in 5 s\",\"path\":[\"books\"],"
                        + "\"extensions\":{\"code\":\"TIMEOUT\",\"service\":\"catalogue\"}}]}",
                answer(subgraphs));
        assertEquals(1, subgraphs.requests().size());
    }

    @Test
    void computesNothingFromAFieldWhoseSubgraphFailed() {
        TestSubgraphs subgraphs = TestSubgraphs.of()
                .answering("a", "{\"data\":{\"port\":{\"id\":1}}}")
                .failing("b", new SubgraphException(ErrorCode.TIMEOUT, "no answer in 5 s"))
                .answering("c", "{\"data\":{\"_entities\":[{\"fee\":0}]}}");
        Run run = new Run(
                "type Query { port: Port } type Port { id: ID depth: Int fee: Int }",
                "{ port { depth fee } }",
                root(0, "a", "{ port { id } }"),
                entities(1, "b", List.of(call("port", key("Port", "{ id }"), "{ ... on Port { depth } }")), 0),
                entities(
                        2,
                        "c",
                        List.of(call("port", requires("Port", "{ id }", "{ depth }"), "{ ... on Port { fee } }")),
                        1));

        assertEquals(
                "{\"data\":{\"port\":{\"depth\":null,\"fee\":null}},\"errors\":[{\"message\":\"no answer in 5 s\","
                        + "\"path\":[\"port\",\"depth\"],\"extensions\":{\"code\":\"TIMEOUT\",\"service\":\"b\"}}]}",
                run.answer(subgraphs));
        assertEquals(2, subgraphs.requests().size(), "c is not asked to compute a fee from a null that is none");
    }

    @Test
    void listsTenPlacesOfAFailureAndNoMore() {
        StringBuilder books = new StringBuilder("{\"data\":{\"books\":[");
        for (int id = 0; id < 100; id++) {
            books.append(id == 0 ? "" : ",").append("{\"id\":\"").append(id).append("\"}");
        }
        TestSubgraphs subgraphs = Library.subgraphs()
                .answering("catalogue", books + "]}}")
                .failing("stock", new SubgraphException(ErrorCode.SUBGRAPH_UNAVAILABLE, "stock is closed"));

        String answer = answer(subgraphs);

        assertEquals(10, occurrences(answer, "stock is closed"));
        assertTrue(answer.contains("[\"books\",9,\"copies\"]"));
        assertEquals(100, occurrences(answer, "\"copies\":null"));
    }

    @Test
    void doesNotShowWhatAClientOfSubgraphsThrowsAgainstItsContract() {
        TestSubgraphs subgraphs = Library.subgraphs()
                .answering("catalogue", TWO_BOOKS)
                .breaking("stock", request -> {
                    throw new IllegalStateException("10.0.0.7 refused");
                });

        String answer = answer(subgraphs);

        assertFalse(answer.contains("10.0.0.7"), answer);
        assertTrue(answer.contains("\"code\":\"SUBGRAPH_UNAVAILABLE\""), answer);
        assertTrue(answer.startsWith(DATA_WITHOUT_COPIES), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>502 Bad Gateway</body></html>",
                "{\"data\":{\"_entities\":[{\"copies\":1},{\"copies\":2}]}",
                "{\"data\":{\"_entities\":[{\"copies\":1},{\"copies\":2",
                "{\"data\":{\"_entities\":[{\"copies\":1},{\"copies\":02}]}}",
                "{\"data\":{\"_entities\":[{\"copies\":1},{\"copies\":2}]}} trailing",
                "{\"data\":{\"_entities\":[{\"copies\":1},{\"copies\":2},]}}",
                "{\"data\":{\"_entities\":[{\"copies\":1} {\"copies\":2}]}}",
                "{\"data\":{\"_entities\":[{\"copies\":tru},{\"copies\":2}]}}",
                "{\"data\":{\"_entities\":[{\"copies\":\"\u0001\"},{\"copies\":2}]}}",
                "{\"data\":{\"_entities\":[{\"copies\":\"\\x\"},{\"copies\":2}]}}",
                "[]",
                "null",
                "{}",
                "{\"data\":null}",
                "{\"data\":7}",
                "{\"data\":{}}",
                "{\"data\":{\"_entities\":null}}",
                "{\"data\":{\"_entities\":\"many\"}}",
                "{\"data\":{\"_entities\":{}}}",
                "{\"data\":{\"_entities\":[{\"copies\":1}]}}",
                "{\"data\":{\"_entities\":[{\"copies\":1},{\"copies\":2},{\"copies\":3}]}}",
                "{\"data\":{\"_entities\":[7,[]]}}",
            })
    void nullsTheFieldsOfASubgraphThatAnswersWithAnythingElse(String nonsense) {
        String answer =
                answer(Library.subgraphs().answering("catalogue", TWO_BOOKS).answering("stock", nonsense));

        assertTrue(answer.startsWith(DATA_WITHOUT_COPIES + ",\"errors\":["), answer);
        assertEquals(2, occurrences(answer, "\"code\":\"SUBGRAPH_INVALID_RESPONSE\",\"service\":\"stock\""), answer);
        assertTrue(answer.contains("[\"books\",1,\"copies\"]"), answer);
    }

    @Test
    void survivesNestingWithoutEnd() {
        String answer = answer(Library.subgraphs()
                .answering("catalogue", TWO_BOOKS)
                .answering("stock", "{\"data\":{\"_entities\":" + "[".repeat(1_000_000)));

        assertTrue(answer.startsWith(DATA_WITHOUT_COPIES + ",\"errors\":["), answer);
    }

    @Test
    void keepsTheOtherEntitiesWhereOneIsNullOrNoObject() {
        String answer = answer(Library.subgraphs()
                .answering("catalogue", TWO_BOOKS)
                .answering("stock", "{\"data\":{\"_entities\":[null,{\"copies\":2}]}}"));

        assertTrue(answer.contains("{\"title\":\"A\",\"copies\":null,"), answer);
        assertTrue(answer.contains("{\"title\":\"B\",\"copies\":2,"), answer);
        assertFalse(answer.contains("\"errors\""), answer);
    }

    @Test
    void bringsTheErrorOfAnEntityToEachObjectThatStandsForIt() {
        TestSubgraphs subgraphs = Library.subgraphs()
                .answering("catalogue", TWO_BOOKS)
                .answering(
                        "people",
                        "{\"errors\":[{\"message\":\"No name.\",\"path\":[\"_entities\",0,\"name\"],\"locations\":[{\"line\":1}],"
                                + "\"extensions\":{\"code\":\"NOT_FOUND\",\"hint\":{\"n\":1.10},\"service\":\"db\"}}],"
                                + "\"data\":{\"_entities\":[{\"name\":null}]}}");

        assertEquals(
                "{\"data\":{\"books\":[{\"title\":\"A\",\"copies\":10,\"author\":{\"name\":null}},"
                        + "{\"title\":\"B\",\"copies\":20,\"author\":{\"name\":null}}]},\"errors\":["
                        + "{\"message\":\"No name.\",\"path\":[\"books\",0,\"author\",\"name\"],\"extensions\":"
                        + "{\"code\":\"NOT_FOUND\",\"service\":\"people\",\"hint\":{\"n\":1.10}}},"
                        + "{\"message\":\"No name.\",\"path\":[\"books\",1,\"author\",\"name\"],\"extensions\":"
                        + "{\"code\":\"NOT_FOUND\",\"service\":\"people\",\"hint\":{\"n\":1.10}}}]}",
                answer(subgraphs));
    }

    @Test
    void translatesAliasesAndListIndicesInThePathsOfErrors() {
        Run run = new Run(
                "type Query { list: [Thing] } type Thing { parts: [Part] } type Part { name: String }",
                "{ l: list { p: parts { n: name } } }",
                root(
                        0,
                        "s",
                        "{ l0: list @key(is: \"l\") { p0: parts @key(is: \"p\") { n0: name @key(is: \"n\") } } }"));

        assertEquals(
                "{\"data\":{\"l\":[{\"p\":[{\"n\":\"x\"},{\"n\":null}]}]},\"errors\":[{\"message\":\"m\","
                        + "\"path\":[\"l\",0,\"p\",1,\"n\"],\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"s\"}}]}",
                run.answer(TestSubgraphs.of()
                        .answering(
                                "s",
                                "{\"data\":{\"l0\":[{\"p0\":[{\"n0\":\"x\"},{\"n0\":null}]}]},"
                                        + "\"errors\":[{\"message\":\"m\",\"path\":[\"l0\",0,\"p0\",1,\"n0\"]}]}")));
    }

    /** The error is at the field, by its alias, even where its object is null, as no other object could be meant. */
    @Test
    void translatesAPathThatGoesOnBelowANull() {
        Run run = new Run("type Query { a: A } type A { n: Int }", "{ a { x: n } }", root(0, "s", "{ a { x: n } }"));

        assertEquals(
                "{\"data\":{\"a\":null},\"errors\":[{\"message\":\"m\",\"path\":[\"a\",\"x\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"s\"}}]}",
                run.answer(TestSubgraphs.of()
                        .answering(
                                "s",
                                "{\"data\":{\"a\":null},\"errors\":[{\"message\":\"m\",\"path\":[\"a\",\"x\"]}]}")));
    }

    @Test
    void reportsAnErrorWithoutPathAtWhatAllItsObjectsHaveInCommon() {
        String answer = answer(
                Library.subgraphs()
                        .answering("catalogue", TWO_BOOKS)
                        .answering(
                                "people",
                                "{\"errors\":[{\"message\":\"Half of us is ill.\"}],\"data\":{\"_entities\":[{\"name\":\"Cao\"}]}}"));

        assertTrue(
                answer.endsWith("\"errors\":[{\"message\":\"Half of us is ill.\",\"path\":[\"books\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"people\"}}]}"),
                answer);
        assertEquals(2, occurrences(answer, "\"name\":\"Cao\""), answer);
    }

    /** Of two calls the first has nobody to ask for, so that the error is about the second. */
    @Test
    void reportsAnErrorWithoutPathAtTheCallThatHasObjects() {
        Run run = Library.twoCalls();

        assertEquals(
                "{\"data\":{\"books\":[],\"first\":{\"author\":{\"born\":null}}},\"errors\":[{\"message\":\"late\","
                        + "\"path\":[\"first\",\"author\"],\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"people\"}}]}",
                run.answer(
                        Library.subgraphs()
                                .answering(
                                        "catalogue",
                                        "{\"data\":{\"books\":[],\"first\":{\"author\":{\"id\":\"cao\"}}}}")
                                .answering(
                                        "people",
                                        "{\"data\":{\"_0\":[],\"_1\":[{\"born\":null}]},\"errors\":[{\"message\":\"late\"}]}")));
    }

    /** Why a value is missing is said once, though null must not stand there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"_entities\":[7]}                | | The subgraph stock answered with an entity that is no object. | ,\"copies\"",
                "{\"_entities\":[]}                 | | The subgraph stock answered with something else than the 1 entities asked for. | ,\"copies\"",
                "{\"_entities\":[null]}             | [\"_entities\",0] | gone | ~~",
                "{\"_entities\":[{\"copies\":null}]} | [\"_entities\",0,\"copies\"] | gone | ,\"copies\"",
                "{\"_entities\":[null]}             | [] | gone | ~~",
                "null                             | [] | gone | ,\"copies\"",
            })
    void saysOnceWhyAValueIsMissing(String data, @Nullable String path, String message, String below) {
        String errors = path == null ? "" : ",\"errors\":[{\"message\":\"gone\",\"path\":" + path + "}]";
        Run run = new Run(
                "type Query { first: Book } type Book { copies: Int! }",
                "{ first { copies } }",
                root(0, "catalogue", "{ first { id } }"),
                entities(1, "stock", List.of(call("first", key("Book", "{ id }"), "{ ... on Book { copies } }")), 0));

        String answer = run.answer(Library.subgraphs()
                .answering("catalogue", "{\"data\":{\"first\":{\"id\":\"1\"}}}")
                .answering("stock", "{\"data\":" + data + errors + "}"));

        String code = path == null ? "SUBGRAPH_INVALID_RESPONSE" : "SUBGRAPH_ERROR";
        assertEquals(
                "{\"data\":{\"first\":null},\"errors\":[{\"message\":\"" + message + "\",\"path\":[\"first\"" + below
                        + "],\"extensions\":{\"code\":\"" + code + "\",\"service\":\"stock\"}}]}",
                answer);
    }

    @Test
    void showsOfAnErrorWhatTheClientOfSubgraphsLetsSee() {
        SubgraphClient<Object> discreet = new SubgraphClient<>() {
            @Override
            public CompletionStage<SubgraphResponse> send(SubgraphRequest<Object> request) {
                return CompletableFuture.completedFuture(new SubgraphResponse(
                        "{\"data\":{\"n\":null},\"errors\":[{\"message\":\"10.0.0.7\",\"path\":[\"n\"]}]}"
                                .getBytes(UTF_8)));
            }

            @Override
            public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest<Object> request) {
                throw new AssertionError("nobody subscribes");
            }

            @Override
            public GraphQLError shown(String subgraph, GraphQLError reported) {
                return GraphQLError.of(ErrorCode.SUBGRAPH_ERROR, "It failed.").from(subgraph);
            }
        };

        assertEquals(
                "{\"data\":{\"n\":null},\"errors\":[{\"message\":\"It failed.\",\"path\":[\"n\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"s\"}}]}",
                new Run("type Query { n: Int }", "{ n }", root(0, "s", "{ n }")).answer(discreet));
    }

    @Test
    void keepsAnErrorWhosePathNamesNoEntity() {
        String answer = answer(Library.subgraphs()
                .answering("catalogue", TWO_BOOKS)
                .answering(
                        "people",
                        "{\"errors\":[{\"message\":\"m\",\"path\":[\"_entities\",9,\"name\"]}],"
                                + "\"data\":{\"_entities\":[{\"name\":\"Cao\"}]}}"));

        assertTrue(answer.contains("{\"message\":\"m\",\"path\":[\"books\"],"), answer);
    }

    @Test
    void listsTenPlacesOfAFailureHoweverManyCallsItHad() {
        EntityCall[] calls = new EntityCall[20];
        for (int number = 0; number < calls.length; number++) {
            calls[number] = call("t" + number, key("T", "{ id }"), "{ ... on T { n } }");
        }
        String fields = "{ "
                + IntStream.range(0, calls.length)
                        .mapToObj(number -> "t" + number + ": t { X }")
                        .collect(Collectors.joining(" "))
                + " }";
        String data = IntStream.range(0, calls.length)
                .mapToObj(number -> "\"t" + number + "\":{\"id\":1}")
                .collect(Collectors.joining(","));
        Run run = new Run(
                "type Query { t: T } type T { n: Int }",
                fields.replace("X", "n"),
                root(0, "a", fields.replace("X", "id")),
                entities(1, "b", List.of(calls), 0));

        String answer = run.answer(TestSubgraphs.of()
                .answering("a", "{\"data\":{" + data + "}}")
                .failing("b", new SubgraphException(ErrorCode.SUBGRAPH_UNAVAILABLE, "down")));

        assertEquals(10, occurrences(answer, "\"message\":\"down\""), answer);
        assertEquals(20, occurrences(answer, "{\"n\":null}"), answer);
    }

    @Test
    void reportsARefusalOfTheWholeRequestAtTheFieldsThatItCosts() {
        String answer = answer(Library.subgraphs()
                .answering("catalogue", TWO_BOOKS)
                .answering(
                        "stock",
                        "{\"errors\":[{\"message\":\"Who are you?\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}"));

        assertTrue(answer.startsWith(DATA_WITHOUT_COPIES), answer);
        assertEquals(2, occurrences(answer, "{\"message\":\"Who are you?\",\"path\":[\"books\","), answer);
        assertEquals(2, occurrences(answer, "{\"code\":\"UNAUTHENTICATED\",\"service\":\"stock\"}"), answer);
    }

    @Test
    void blamesNoFieldForANullThatCameUpFromAnother() {
        Run run = new Run("type Query { open: Int! closed: Int! }", "{ open closed }", root(0, "s", "{ open closed }"));

        assertEquals(
                "{\"data\":null,\"errors\":[{\"message\":\"m\",\"path\":[\"closed\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"s\"}}]}",
                run.answer(TestSubgraphs.of()
                        .answering("s", "{\"data\":null,\"errors\":[{\"message\":\"m\",\"path\":[\"closed\"]}]}")));
    }

    @Test
    void blamesNoEntityForANullThatCameUpFromAnother() {
        String answer = answer(Library.subgraphs()
                .answering("catalogue", TWO_BOOKS)
                .answering(
                        "stock",
                        "{\"data\":null,\"errors\":[{\"message\":\"m\",\"path\":[\"_entities\",1,\"copies\"]}]}"));

        assertEquals(
                DATA_WITHOUT_COPIES
                        + ",\"errors\":[{\"message\":\"m\",\"path\":[\"books\",1,\"copies\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"stock\"}}]}",
                answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "[7]", "[{}]", "[{\"message\":7}]"})
    void tellsThatErrorsAreNoErrors(String errors) {
        String answer = answer(Library.subgraphs()
                .answering("catalogue", TWO_BOOKS)
                .answering(
                        "stock",
                        "{\"errors\":" + errors + ",\"data\":{\"_entities\":[{\"copies\":1},{\"copies\":2}]}}"));

        assertTrue(answer.contains("\"copies\":2"), answer);
        assertTrue(answer.contains("\"code\":\"SUBGRAPH_INVALID_RESPONSE\",\"service\":\"stock\""), answer);
    }

    @Test
    void takesAnEmptyListOfErrorsForNone() {
        String answer = answer(Library.subgraphs()
                .answering("catalogue", TWO_BOOKS)
                .answering("stock", "{\"errors\":[],\"data\":{\"_entities\":[{\"copies\":1},{\"copies\":2}]}}"));

        assertFalse(answer.contains("errors"), answer);
    }

    @Test
    void reportsAtTheObjectWhereTheClientSeesNoneOfTheFieldsThatFailed() {
        Run run = new Run(
                "type Query { book: Book } type Book { price: Int }",
                "{ book { price } }",
                root(0, "a", "{ book { id @key(is: \"_id\") } }"),
                entities(
                        1,
                        "b",
                        List.of(call("book", key("Book", "{ _id }"), "{ ... on Book { isbn @key(is: \"_isbn\") } }")),
                        0),
                entities(2, "c", List.of(call("book", key("Book", "{ _isbn }"), "{ ... on Book { price } }")), 1));

        assertEquals(
                "{\"data\":{\"book\":{\"price\":null}},\"errors\":[{\"message\":\"down\",\"path\":[\"book\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_UNAVAILABLE\",\"service\":\"b\"}}]}",
                run.answer(TestSubgraphs.of()
                        .answering("a", "{\"data\":{\"book\":{\"id\":1}}}")
                        .failing("b", new SubgraphException(ErrorCode.SUBGRAPH_UNAVAILABLE, "down"))));
    }

    private static String answer(TestSubgraphs subgraphs) {
        return new Run(API, QUERY, Library.plan()).answer(subgraphs);
    }

    private static int occurrences(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
