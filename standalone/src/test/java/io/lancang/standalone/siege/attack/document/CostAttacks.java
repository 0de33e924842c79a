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

/** Short queries whose answer would be huge or dear, at the gateway and at a service that partners reach directly. */
public final class CostAttacks {
    private static final int MANY = 100_000;

    private CostAttacks() {}

    public static List<Attack> all() {
        return List.of(
                Flood.ofBodies(
                        "fan-out",
                        "partners, their corridors, their partners and so on, in 150 bytes",
                        4,
                        40,
                        number -> request(fanOut(number))),
                Flood.ofBodies(
                        "segments-fan-out",
                        "all corridors, their locations, their corridors, their segments",
                        4,
                        40,
                        number -> request("""
                                query S%d { corridors(first: 500) { nodes { locations { corridors { segments { from { corridors \
                                { segments { name } } } } } } } } }""".formatted(number))),
                Flood.ofBodies(
                        "many-routes",
                        "150 searches for routes in one request",
                        4,
                        100,
                        number -> request(routes(number))),
                Flood.ofBodies(
                        "many-series",
                        "150 series of all years of one partner's trade in one request",
                        4,
                        100,
                        number -> request(
                                aliased(
                                        number,
                                        150,
                                        each ->
                                                "partner(code:\"VNM\"){trade{points{total{amount}contributions{share}growth rank}}}"))),
                Flood.ofBodies(
                        "many-summaries",
                        "150 summaries over all trade flows in one request",
                        4,
                        100,
                        number -> request(
                                aliased(
                                        number,
                                        150,
                                        each ->
                                                "tradeSummary(filter:{from:1978},groupBy:[PARTNER,PERIOD]){rows{sum{amount}}}"))),
                Flood.ofBodies(
                        "large-pages",
                        "150 pages of 500 partners in one request",
                        4,
                        100,
                        number -> request(aliased(
                                number, 150, each -> "partners(first:500){nodes{code name memberships{role}}}"))),
                direct("service-fan-out", "the fan-out at corridor-service itself", Gate.CORRIDOR, """
                        query S%d { corridors(first: 500) { nodes { partners { corridors { partners { corridors { partners { \
                        corridors { name } } } } } } } } }"""),
                direct(
                        "service-geometry",
                        "all corridors with all that they have, four times, at corridor-service itself",
                        Gate.CORRIDOR,
                        """
                        query S%d { a: corridors(first: 500) { nodes { ...C } } b: corridors(first: 500) { nodes { ...C } } \
                        c: corridors(first: 500) { nodes { ...C } } d: corridors(first: 500) { nodes { ...C } } }
                        fragment C on Corridor { geometry locations { geometry corridors { geometry segments { geometry \
                        findings { detail } } } } }"""),
                direct(
                        "service-summaries",
                        "40 summaries over all trade flows at trade-service itself",
                        Gate.TRADE,
                        "query S%d { "
                                + IntStream.range(0, 40)
                                        .mapToObj(
                                                each -> "a" + each
                                                        + ": tradeSummary(filter:{from:1978},groupBy:[PARTNER,PERIOD]){rows{sum{amount}}}")
                                        .collect(Collectors.joining(" "))
                                + " }"),
                direct(
                        "service-flows",
                        "pages of 500 trade flows with all their sources at trade-service itself",
                        Gate.TRADE,
                        "query S%d { "
                                + IntStream.range(0, 40)
                                        .mapToObj(each -> "a" + each
                                                + ": tradeFlows(filter:{from:1978},first:500){nodes{source{title} dataset{sources{title}"
                                                + " releases{fileName}} value{amount} release{fileName}}}")
                                        .collect(Collectors.joining(" "))
                                + " }"),
                newDocumentsOfMany());
    }

    private static String fanOut(int number) {
        return """
                query F%d { partners(first: 500) { nodes { code corridors { partners { corridors { partners { corridors { \
                partners { code } } } } } } } } }""".formatted(number);
    }

    private static String routes(int number) {
        return aliased(
                number,
                150,
                each ->
                        "routes(from:\"kunming\",to:\"singapore\",alternatives:10,statuses:[OPERATIONAL,PLANNED,PROPOSED,"
                                + "UNDER_CONSTRUCTION,MISSING]){routes{legs{segment{name geometry}}}}");
    }

    private static String aliased(int number, int count, IntFunction<String> field) {
        return IntStream.range(0, count)
                .mapToObj(each -> "a" + each + ":" + field.apply(each))
                .collect(Collectors.joining(" ", "query A" + number + "{", "}"));
    }

    private static Attack direct(String name, String what, Gate gate, String document) {
        return new Flood(
                name, what, gate, 4, 40, number -> HttpRequests.post(request(document.replace("%d", "" + number))));
    }

    /** Sixteen connections that ask cheap but uncached things as fast as they are answered. */
    private static Attack newDocumentsOfMany() {
        return Flood.ofBodies(
                "cheap-flood",
                "a cheap cached query as fast as it is answered, on 32 connections",
                32,
                MANY,
                _ -> request("{ partner(code: \"VNM\") { name } }"));
    }
}
