package io.lancang.standalone.siege.attack.document;

import static io.lancang.standalone.siege.wire.Json.request;

import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Flood;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpRequests;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests whose document is small and known, and whose variables or JSON are not. */
public final class VariableAttacks {
    private static final int CONNECTIONS = 4;
    private static final int COUNT = 400;
    private static final String ONE_CODE = "query($code:ID!){partner(code:$code){name}}";

    private VariableAttacks() {}

    public static List<Attack> all() {
        return List.of(
                of(
                        "null-variables",
                        "800 null variables on a cached operation",
                        request(manyVariables(800), nulls(800))),
                of(
                        "allowed-null-variables",
                        "450 null variables on a cached operation",
                        request(manyVariables(450), nulls(450))),
                of(
                        "long-enum",
                        "a value of 900 KB for an enum",
                        number -> request(
                                "query($l:Language){partner(code:\"LAO\"){name(language:$l)}}",
                                "{\"l\":\"" + "E".repeat(900_000) + number + "\"}")),
                of(
                        "long-id",
                        "an id of 900 KB",
                        number -> request(ONE_CODE, "{\"code\":\"" + "L".repeat(900_000) + number + "\"}")),
                of(
                        "exponent",
                        "1e2147483647 for an Int",
                        request("query($n:Int){partners(first:$n){nodes{code}}}", "{\"n\":1e2147483647}")),
                of(
                        "long-number",
                        "a number of 900 KB for an Int",
                        request(
                                "query($n:Int){partners(first:$n){nodes{code}}}",
                                "{\"n\":" + "9".repeat(900_000) + "}")),
                of(
                        "nested-json",
                        "variables nested 400,000 deep",
                        request(ONE_CODE, "{\"code\":" + "[".repeat(400_000) + "]".repeat(400_000) + "}")),
                of(
                        "nested-objects",
                        "extensions nested 150,000 deep",
                        "{\"query\":\"{__typename}\",\"extensions\":" + "{\"a\":".repeat(150_000) + "1"
                                + "}".repeat(150_000) + "}"),
                of(
                        "many-variables",
                        "100,000 variables that nobody declared",
                        request(
                                ONE_CODE,
                                IntStream.range(0, 60_000)
                                        .mapToObj(each -> "\"v" + each + "\":" + each)
                                        .collect(Collectors.joining(",", "{\"code\":\"LAO\",", "}")))),
                of(
                        "long-lists",
                        "a list variable of 150,000 wrong values",
                        request(
                                "query($k:[CorridorKind!]){partner(code:\"LAO\"){corridors(kinds:$k){id}}}",
                                "{\"k\":[" + "\"X\",".repeat(150_000) + "\"X\"]}")),
                of(
                        "same-keys",
                        "100,000 members of one name",
                        "{" + "\"query\":\"{__typename}\",".repeat(35_000) + "\"variables\":{}}"),
                of(
                        "batch",
                        "an array of 20,000 requests",
                        "[" + "{\"query\":\"{__typename}\"},".repeat(20_000) + "{\"query\":\"{__typename}\"}]"),
                of("bad-text", "bytes that are no UTF-8, NUL and lone surrogates", number -> switch (number % 3) {
                    case 0 -> request(ONE_CODE, "{\"code\":\"L\\u0000O\"}");
                    case 1 -> request(ONE_CODE, "{\"code\":\"\\ud800\"}");
                    default -> request("{partner(code:\"L\u0000O\"){name}}");
                }));
    }

    /** The same body again and again, made once: to make one takes the attacker as long as it takes the gateway to read it. */
    private static Attack of(String name, String what, String json) {
        byte[] request = HttpRequests.post(json);
        return new Flood(name, what, Gate.GATEWAY, CONNECTIONS, COUNT, _ -> request);
    }

    private static Attack of(String name, String what, IntFunction<String> json) {
        return Flood.ofBodies(name, what, CONNECTIONS, COUNT, json);
    }

    private static String manyVariables(int count) {
        return IntStream.range(0, count)
                        .mapToObj(each -> "$v" + each + ":Language!")
                        .collect(Collectors.joining(",", "query(", ")"))
                + IntStream.range(0, count)
                        .mapToObj(each -> "a%d:name(language:$v%d)".formatted(each, each))
                        .collect(Collectors.joining(" ", "{partner(code:\"LAO\"){", "}}"));
    }

    private static String nulls(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> "\"v" + each + "\":null")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
