package io.lancang.federation.engine;

import static io.lancang.federation.engine.Plans.call;
import static io.lancang.federation.engine.Plans.entities;
import static io.lancang.federation.engine.Plans.key;
import static io.lancang.federation.engine.Plans.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.testing.TestSubgraphs;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FetchRequestTest {
    @Test
    void sendsOnlyTheVariablesThatTheFetchUsesWithTheirDefaults() {
        TestSubgraphs subgraphs = TestSubgraphs.of().answering("s", "{\"data\":{\"a\":1}}");
        Run run = new Run(
                "scalar Decimal input In { n: Int t: [String] } type Query { a(i: In, d: Decimal, x: Int): Int b(x: Int): Int }",
                "query Q($i: In, $d: Decimal, $x: Int = 5, $y: Int, $z: Int) { a(i: $i, d: $d, x: $x) b(x: $y) c: b(x: $z) }",
                root(0, "s", "{ a(i: $i, d: $d, x: $x) c: b(x: $z) }"));

        run.answer(
                subgraphs,
                Map.of("i", Map.of("t", List.of("云\"")), "d", new BigDecimal("1.00000000000000000001"), "y", 1));

        assertEquals(
                List.of(
                        "s {\"query\":\"query($i:In,$d:Decimal,$x:Int=5,$z:Int){a(i:$i,d:$d,x:$x)c:b(x:$z)}\",\"variables\":"
                                + "{\"i\":{\"t\":[\"云\\\"\"]},\"d\":1.00000000000000000001,\"x\":5}}"),
                subgraphs.requests());
    }

    @Test
    void sendsVariablesThatStandInListsAndObjects() {
        TestSubgraphs subgraphs = TestSubgraphs.of().answering("s", "{\"data\":{\"a\":1}}");

        new Run(
                        "input In { n: Int t: [Int] } type Query { a(i: In): Int }",
                        "query($x: Int, $y: Int) { a(i: {n: $x, t: [3, $y]}) }",
                        root(0, "s", "{ a(i: {n: $x, t: [3, $y]}) }"))
                .answer(subgraphs, Map.of("x", 1, "y", 2));

        assertEquals(
                List.of("s {\"query\":\"query($x:Int,$y:Int){a(i:{n:$x,t:[3,$y]})}\",\"variables\":{\"x\":1,\"y\":2}}"),
                subgraphs.requests());
    }

    @Test
    void sendsANullThatTheClientSent() {
        TestSubgraphs subgraphs = TestSubgraphs.of().answering("s", "{\"data\":{\"a\":1}}");

        new Run("type Query { a(x: Int = 3): Int }", "query($x: Int) { a(x: $x) }", root(0, "s", "{ a(x: $x) }"))
                .answer(subgraphs, Collections.singletonMap("x", null));

        assertEquals(
                List.of("s {\"query\":\"query($x:Int){a(x:$x)}\",\"variables\":{\"x\":null}}"), subgraphs.requests());
    }

    @Test
    void escapesLiteralsInTheDocument() {
        TestSubgraphs subgraphs = TestSubgraphs.of().answering("s", "{\"data\":{\"a\":1}}");

        new Run("type Query { a(t: String): Int }", "{ a(t: \"x\\\"\\n\") }", root(0, "s", "{ a(t: \"x\\\"\\n\") }"))
                .answer(subgraphs);

        assertEquals(List.of("s {\"query\":\"{a(t:\\\"x\\\\\\\"\\\\n\\\")}\"}"), subgraphs.requests());
    }

    @Test
    void namesRepresentationsSoThatNoVariableOfTheClientIsHidden() {
        TestSubgraphs subgraphs = TestSubgraphs.of()
                .answering("a", "{\"data\":{\"t\":{\"id\":1}}}")
                .answering("b", "{\"data\":{\"_entities\":[{\"n\":1}]}}");
        Run run = new Run(
                "type Query { t: T } type T { n(x: Int): Int }",
                "query($representations: Int) { t { n(x: $representations) } }",
                root(0, "a", "{ t { id } }"),
                entities(1, "b", List.of(call("t", key("T", "{ id }"), "{ ... on T { n(x: $representations) } }")), 0));

        assertEquals("{\"data\":{\"t\":{\"n\":1}}}", run.answer(subgraphs, Map.of("representations", 7)));
        assertEquals(
                "b {\"query\":\"query($representations_:[_Any!]!,$representations:Int)"
                        + "{_entities(representations:$representations_){...on T{n(x:$representations)}}}\","
                        + "\"variables\":{\"representations_\":[{\"__typename\":\"T\",\"id\":1}],\"representations\":7}}",
                subgraphs.requests().getLast());
    }

    @Test
    void nestsConditionsOfTheSameKind() {
        TestSubgraphs subgraphs = TestSubgraphs.of().answering("s", "{\"data\":{}}");
        Run run = new Run(
                "type Query { a: Int b: Int }",
                "query($p: Boolean!, $q: Boolean!) { ... @include(if: $p) { a @include(if: $q) } b @skip(if: $p) }",
                root(0, "s", "{ a @include(if: $p) @include(if: $q) b @skip(if: $p) }"));

        run.answer(subgraphs, Map.of("p", false, "q", true));

        assertEquals(
                List.of(
                        "s {\"query\":\"query($p:Boolean!,$q:Boolean!){...@include(if:$p){a@include(if:$q)}b@skip(if:$p)}\","
                                + "\"variables\":{\"p\":false,\"q\":true}}"),
                subgraphs.requests());
    }
}
