package io.lancang.federation.engine;

import static io.lancang.federation.engine.Library.API;
import static io.lancang.federation.engine.Library.QUERY;
import static io.lancang.federation.engine.Plans.call;
import static io.lancang.federation.engine.Plans.entities;
import static io.lancang.federation.engine.Plans.key;
import static io.lancang.federation.engine.Plans.mutation;
import static io.lancang.federation.engine.Plans.root;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.AnswerParts;
import io.lancang.federation.Piece;
import io.lancang.federation.QueryParts;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.SubgraphTags;
import io.lancang.federation.cachetag.InvalidTagFormatException;
import io.lancang.federation.cachetag.TagFormat;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.MalformedJsonException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueryPartsTest {
    private static final String TWO = "type Query { one: Int two(of: Int): Int }";

    @Test
    void answersTheSameWhenEachQuestionIsAskedByItself() {
        SubgraphClient<Object> whole = Library.subgraphs();
        SubgraphClient<Object> apart = request -> CompletableFuture.completedFuture(askOneByOne(request, whole));

        assertEquals(
                new Run(API, QUERY, Library.plan()).answer(whole), new Run(API, QUERY, Library.plan()).answer(apart));
    }

    private static SubgraphResponse askOneByOne(SubgraphRequest<Object> request, SubgraphClient<Object> whole) {
        QueryParts parts = parts(request);
        @Nullable Piece[] answers = new Piece[parts.count()];
        for (int part = 0; part < answers.length; part++) {
            BitSet only = bits(part);
            SubgraphRequest<Object> single =
                    new SubgraphRequest<>(request.subgraph(), parts.body(only), request.context());
            byte[] answer = whole.send(single).toCompletableFuture().join().body();
            answers[part] = read(parts, answer, only).answers()[part];
        }
        return new SubgraphResponse(parts.answer(answers, List.of()));
    }

    @Test
    void asksForTheEntitiesThatAreWantedAndNoOther() {
        QueryParts parts = requests(new Run(API, QUERY, Library.plan())).get(1);

        assertEquals(4, parts.count());
        assertEquals("Book", parts.type(0));
        assertTrue(
                text(parts.body(bits(1, 3)))
                        .endsWith("\"variables\":{\"representations\":[{\"__typename\":\"Book\",\"id\":\"2\"},"
                                + "{\"__typename\":\"Book\",\"id\":\"4\"}]}}"),
                text(parts.body(bits(1, 3))));
    }

    @Test
    void knowsAnEntityAgainWhateverIsAskedForBesideIt() {
        Run alone = new Run(
                API,
                "{ first { author { born } } }",
                root(0, "catalogue", "{ first { author { id } } }"),
                entities(
                        1,
                        "people",
                        List.of(call("first.author", key("Author", "{ id }"), "{ ... on Author { born } }")),
                        0));
        QueryParts one = requests(alone).get(1);
        QueryParts three = requests(Library.twoCalls()).get(1);

        assertEquals(1, one.count());
        assertEquals(3, three.count());
        assertEquals(identity(one, 0), identity(three, 2));
        assertNotEquals(identity(one, 0), identity(three, 0));
    }

    @Test
    void tellsEntitiesOfOneCallApart() {
        QueryParts parts = requests(Library.twoCalls()).get(1);

        assertNotEquals(identity(parts, 0), identity(parts, 1));
    }

    @Test
    void tellsEntitiesApartByTheVariablesOfTheirFields() {
        Run run = new Run(
                "type Query { first: Book } type Book { copies(floor: Int): Int }",
                "query($floor: Int) { first { copies(floor: $floor) } }",
                root(0, "catalogue", "{ first { id } }"),
                entities(
                        1,
                        "stock",
                        List.of(call("first", key("Book", "{ id }"), "{ ... on Book { copies(floor: $floor) } }")),
                        0));

        QueryParts second = requests(run, Map.of("floor", 2)).get(1);

        assertEquals(identity(requests(run, Map.of("floor", 2)).get(1), 0), identity(second, 0));
        assertNotEquals(identity(requests(run, Map.of("floor", 3)).get(1), 0), identity(second, 0));
    }

    @Test
    void asksEachCallForTheEntitiesThatAreWantedOfIt() {
        QueryParts parts = requests(Library.twoCalls()).get(1);

        assertTrue(
                text(parts.body(bits(1, 2)))
                        .endsWith("\"variables\":{\"r0\":[{\"__typename\":\"Author\",\"id\":\"qian\"}],"
                                + "\"r1\":[{\"__typename\":\"Author\",\"id\":\"cao\"}]}}"),
                text(parts.body(bits(1, 2))));
    }

    @Test
    void knowsTypeAndTagsOfTheEntitiesOfASecondCall() {
        QueryParts parts = requests(Library.twoCalls()).get(1);

        assertEquals("Author", parts.type(2));
        assertEquals(
                List.of("author-cao"),
                parts.tags(2, new SubgraphTags(Map.of(), Map.of("Author", List.of(format("author-{$key.id}"))))));
    }

    @Test
    void putsEachAnswerAtThePlaceOfItsQuestion() {
        QueryParts parts = requests(Library.twoCalls()).get(1);
        byte[] answer = "{\"data\":{\"_0\":[{\"name\":\"Qian Zhongshu\"}],\"_1\":[{\"born\":1715}]}}".getBytes(UTF_8);

        assertEquals(
                "{\"data\":{\"_0\":[null,{\"name\":\"Qian Zhongshu\"}],\"_1\":[{\"born\":1715}]}}",
                text(parts.answer(read(parts, answer, bits(1, 2)).answers(), List.of())));
    }

    @Test
    void tellsWhatIsAskedApartByTheVariablesThatItUses() {
        Run run = new Run(
                TWO,
                "query($a: Int, $b: Int) { one two(of: $a) again: two(of: $b) }",
                root(0, "s", "{ one two(of: $a) again: two(of: $b) }"));

        QueryParts first = requests(run, Map.of("a", 1, "b", 2)).getFirst();
        QueryParts second = requests(run, Map.of("a", 1, "b", 3)).getFirst();

        assertEquals(identity(first, 0), identity(second, 0));
        assertEquals(identity(first, 1), identity(second, 1));
        assertNotEquals(identity(first, 2), identity(second, 2));
        assertEquals(
                "{\"query\":\"query($b:Int){one again:two(of:$b)}\",\"variables\":{\"b\":2}}",
                text(first.body(bits(0, 2))));
    }

    @Test
    void tagsRootFieldsByTheirArgumentsAndDefaults() {
        SubgraphTags declared = new SubgraphTags(
                Map.of(
                        "two",
                        new SubgraphTags.RootField(List.of(format("two"), format("of-{$args.of}")), Map.of("of", 7))),
                Map.of());
        QueryParts parts = requests(
                        new Run(
                                TWO,
                                "query($a: Int, $b: Int) { one two(of: 5) three: two(of: $a) four: two(of: $b) five: two(of: null) }",
                                root(
                                        0,
                                        "s",
                                        "{ one two(of: 5) three: two(of: $a) four: two(of: $b) five: two(of: null) }")),
                        Map.of("a", 6))
                .getFirst();

        assertEquals(List.of(), parts.tags(0, declared));
        assertEquals(List.of("two", "of-5"), parts.tags(1, declared));
        assertEquals(List.of("two", "of-6"), parts.tags(2, declared));
        assertEquals(List.of("two", "of-7"), parts.tags(3, declared));
        assertNull(parts.tags(4, declared));
    }

    @Test
    void tagsEntitiesByTheirKeys() {
        QueryParts parts = requests(new Run(API, QUERY, Library.plan())).get(1);

        assertEquals(
                List.of("book-2"),
                parts.tags(1, new SubgraphTags(Map.of(), Map.of("Book", List.of(format("book-{$key.id}"))))));
        assertEquals(List.of(), parts.tags(1, SubgraphTags.NONE));
        assertNull(parts.tags(1, new SubgraphTags(Map.of(), Map.of("Book", List.of(format("{$key.isbn}"))))));
    }

    /** What is kept without its tags could not be dropped by them. */
    @Test
    void knowsNoTagsOfWhatIsNotTakenApart() {
        QueryParts parts = requests(new Run(TWO, "{ one }", root(0, "s", "{ ... on Query { one } }")))
                .getFirst();
        SubgraphTags declared = new SubgraphTags(Map.of(), Map.of("Book", List.of(format("book"))));

        assertNull(parts.tags(0, declared));
        assertEquals(List.of(), parts.tags(0, SubgraphTags.NONE));
    }

    /** Under one key of the answer there is one value, whatever conditions brought it. */
    @Test
    void takesNoFieldsApartThatShareAKey() {
        String document =
                "query($a: Boolean!, $b: Boolean!) { two(of: 1) @include(if: $a) two(of: 1) @skip(if: $b) one }";
        QueryParts parts = requests(
                        new Run(
                                TWO,
                                document,
                                root(0, "s", "{ two(of: 1) @include(if: $a) two(of: 1) @skip(if: $b) one }")),
                        Map.of("a", true, "b", false))
                .getFirst();

        assertEquals(1, parts.count());
    }

    @Test
    void hasNoAnswerToWhatIsNotTakenApartWithoutData() {
        QueryParts parts = requests(new Run(TWO, "{ one }", root(0, "s", "{ ... on Query { one } }")))
                .getFirst();
        byte[] none = "{\"data\":null}".getBytes(UTF_8);
        byte[] some = "{\"data\":{\"one\":1}}".getBytes(UTF_8);

        assertNull(read(parts, none, bits(0)).answers()[0]);
        assertEquals(
                "{\"data\":null}", text(parts.answer(read(parts, none, bits(0)).answers(), List.of())));
        assertEquals(
                "{\"data\":{\"one\":1}}",
                text(parts.answer(read(parts, some, bits(0)).answers(), List.of())));
        assertEquals(List.of("one"), parts.originalPath(List.of("one"), bits(0)));
    }

    private static TagFormat format(String text) {
        try {
            return TagFormat.parse(text);
        } catch (InvalidTagFormatException invalid) {
            throw new AssertionError(invalid);
        }
    }

    @Test
    void putsTheAnswersToRootFieldsTogether() {
        QueryParts parts = requests(new Run(TWO, "{ one two(of: 5) }", root(0, "s", "{ one two(of: 5) }")))
                .getFirst();
        byte[] answer = "{\"data\":{\"two\":2,\"one\":1}}".getBytes(UTF_8);

        assertEquals("Query", parts.type(0));
        assertEquals(
                "{\"data\":{\"one\":1,\"two\":2}}",
                text(parts.answer(read(parts, answer, bits(0, 1)).answers(), List.of())));
        assertEquals(
                "{\"data\":{\"two\":2}}",
                text(parts.answer(read(parts, answer, bits(1)).answers(), List.of())));
    }

    @Test
    void asksNothingAboutAFieldThatTheClientLeavesOut() {
        Run run = new Run(
                TWO, "query($no: Boolean!) { one two @skip(if: $no) }", root(0, "s", "{ one two @skip(if: $no) }"));

        assertEquals(1, requests(run, Map.of("no", true)).getFirst().count());
        assertEquals(2, requests(run, Map.of("no", false)).getFirst().count());
    }

    @Test
    void bringsErrorsToThePlacesThatTheyWouldHaveInTheWholeAnswer() {
        QueryParts parts = requests(new Run(API, QUERY, Library.plan())).get(1);

        assertEquals(
                List.of("_entities", 3, "copies"), parts.originalPath(List.of("_entities", 1, "copies"), bits(0, 3)));
        assertEquals(List.of("_entities"), parts.originalPath(List.of("_entities"), bits(3)));
        assertEquals(List.of("_entities", 3), parts.originalPath(List.of("_entities", 1), bits(0, 3)));
        assertEquals(List.of(), parts.originalPath(List.of(), bits(3)));
    }

    @Test
    void countsTheEntitiesOfEachCallFromItsOwnBeginning() {
        QueryParts parts = requests(Library.twoCalls()).get(1);

        assertEquals(List.of("_1", 0, "born"), parts.originalPath(List.of("_1", 0, "born"), bits(1, 2)));
        assertEquals(List.of("_0", 1, "name"), parts.originalPath(List.of("_0", 0, "name"), bits(1, 2)));
    }

    /** A subgraph may name an entity that it was not asked for; another call's is not meant. */
    @Test
    void leavesThePathOfAnErrorAloneThatNamesNoEntityAskedFor() {
        QueryParts parts = requests(Library.twoCalls()).get(1);

        assertEquals(List.of("_0", 1, "name"), parts.originalPath(List.of("_0", 1, "name"), bits(1, 2)));
        assertEquals(List.of("_1", 5, "born"), parts.originalPath(List.of("_1", 5, "born"), bits(1, 2)));
    }

    @Test
    void refusesAnAnswerWithAnotherNumberOfEntities() {
        QueryParts parts = requests(new Run(API, QUERY, Library.plan())).get(1);
        byte[] one = "{\"data\":{\"_entities\":[{\"copies\":1}]}}".getBytes(UTF_8);

        assertThrows(MalformedJsonException.class, () -> parts.read(one, bits(0, 1)));
        assertThrows(MalformedJsonException.class, () -> parts.read("{\"data\":{}} x".getBytes(UTF_8), bits(0)));
    }

    @Test
    void refusesAnEntityThatIsNoObject() {
        QueryParts parts = requests(new Run(API, QUERY, Library.plan())).get(1);

        assertThrows(
                MalformedJsonException.class,
                () -> parts.read("{\"data\":{\"_entities\":[1]}}".getBytes(UTF_8), bits(0)));
        assertEquals(
                "null",
                text(Objects.requireNonNull(read(parts, "{\"data\":{\"_entities\":[null]}}".getBytes(UTF_8), bits(0))
                                .answers()[0])
                        .alone()
                        .json()));
    }

    @Test
    void seesErrorsOnlyWhereThereAreSome() {
        QueryParts parts = requests(new Run(API, QUERY, Library.plan())).getFirst();

        assertFalse(read(parts, "{\"data\":{\"books\":[]},\"errors\":[]}".getBytes(UTF_8), bits(0))
                .hasErrors());
        assertFalse(read(parts, "{\"data\":null,\"errors\":null}".getBytes(UTF_8), bits(0))
                .hasErrors());
        assertTrue(read(parts, "{\"data\":null,\"errors\":[{}]}".getBytes(UTF_8), bits(0))
                .hasErrors());
    }

    @Test
    void takesNoChangeApart() {
        List<SubgraphRequest<Object>> sent = new ArrayList<>();
        new Run("type Query { a: Int } type Mutation { add: Int }", "mutation { add }", mutation(0, "s", "{ add }"))
                .answer(request -> {
                    sent.add(request);
                    return CompletableFuture.completedFuture(
                            new SubgraphResponse("{\"data\":{\"add\":1}}".getBytes(UTF_8)));
                });

        assertNull(sent.getFirst().parts());
    }

    @Test
    void warnsOfOldAnswers() {
        String answer = new Run("type Query { a: Int }", "{ a }", root(0, "trade", "{ a }"))
                .answer(request -> CompletableFuture.completedFuture(
                        new SubgraphResponse("{\"data\":{\"a\":1}}".getBytes(UTF_8), Duration.ofSeconds(90))));

        assertEquals(
                "{\"data\":{\"a\":1},\"extensions\":{\"warnings\":[{\"code\":\"STALE\",\"message\":\"Subgraph \\\"trade\\\""
                        + " could not be asked; what it said 90 s ago is shown instead.\",\"subgraph\":\"trade\","
                        + "\"age\":90}]}}",
                answer);
    }

    private static List<QueryParts> requests(Run run) {
        return requests(run, Map.of());
    }

    private static List<QueryParts> requests(Run run, Map<String, @Nullable Object> variables) {
        List<QueryParts> all = new ArrayList<>();
        SubgraphClient<Object> library = Library.subgraphs();
        run.answer(
                request -> {
                    all.add(parts(request));
                    return request.subgraph().equals("s")
                            ? CompletableFuture.completedFuture(new SubgraphResponse("{\"data\":{}}".getBytes(UTF_8)))
                            : library.send(request);
                },
                variables);
        return all;
    }

    private static QueryParts parts(SubgraphRequest<Object> request) {
        Supplier<QueryParts> parts = request.parts();
        return Objects.requireNonNull(parts, "a query can be taken apart").get();
    }

    private static AnswerParts read(QueryParts parts, byte[] answer, BitSet asked) {
        try {
            return parts.read(answer, asked);
        } catch (MalformedJsonException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static String identity(QueryParts parts, int part) {
        ByteSink sink = new ByteSink(64);
        parts.identify(part, sink);
        return new String(sink.bytes(), 0, sink.length(), ISO_8859_1);
    }

    private static BitSet bits(int... numbers) {
        BitSet bits = new BitSet();
        for (int number : numbers) {
            bits.set(number);
        }
        return bits;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
