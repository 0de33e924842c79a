package io.lancang.standalone.siege.attack.document;

import static io.lancang.standalone.siege.wire.Json.request;

import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Flood;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Short documents that are a lot of work before anything runs, or a lot to remember. */
public final class PlanAttacks {
    /** As many documents as fit one assault; each is different. */
    private static final int MANY = 100_000;

    private PlanAttacks() {}

    public static List<Attack> all() {
        return List.of(
                fragments(),
                allowedFragments(),
                newDocuments(),
                fragmentChain(),
                fragmentCycle(),
                sameNames(),
                deferredParts(),
                manyOperations(),
                rememberedDocuments());
    }

    /** Five ways lead from a partner to partners; five steps of that are 17,000 fields. */
    private static Attack fragments() {
        return Flood.ofBodies(
                "fragments",
                "44 documents of 1.3 KB whose fragments spread to 17,000 fields, and nothing runs",
                4,
                44,
                number -> request(spreading(number, 5)));
    }

    /** One step less is a document that nothing refuses: there is one for each place in every cache. */
    private static Attack allowedFragments() {
        return Flood.ofBodies(
                "allowed-fragments",
                "different documents whose fragments spread to 3,400 fields, and nothing runs",
                8,
                MANY,
                number -> request(spreading(number, 4)));
    }

    private static String spreading(int number, int steps) {
        StringBuilder document =
                new StringBuilder("query Q%d($code: ID!) { partner(code: $code) { ...P0 } }\n".formatted(number));
        for (int step = 0; step < steps; step++) {
            document.append("""
                    fragment P%1$d on Partner { corridors { partners { ...P%2$d } borderCrossings { partner { ...P%2$d } } } \
                    borderCrossings { partner { ...P%2$d } } connectivity { partners { ...P%2$d } \
                    digitalLinks { partners { ...P%2$d } } } }
                    """.formatted(step, step + 1));
        }
        return document.append("fragment P%d on Partner { code name region }".formatted(steps))
                .toString();
    }

    private static Attack newDocuments() {
        return Flood.ofBodies(
                "new-documents",
                "one client floods new documents of 40 fields on 16 connections",
                16,
                MANY,
                number -> request("query N%d { partner(code: \"LAO\") { %s corridors { id name status } } }"
                        .formatted(
                                number,
                                IntStream.range(0, 35)
                                        .mapToObj(field -> "n%d_%d: name".formatted(number, field))
                                        .collect(Collectors.joining(" ")))));
    }

    private static Attack fragmentChain() {
        return Flood.ofBodies(
                "fragment-chain",
                "3,000 fragments, each of which spreads the next twice",
                4,
                200,
                number -> request("query C%d { partner(code: \"LAO\") { ...F0 } } ".formatted(number)
                        + IntStream.range(0, 3_000)
                                .mapToObj(each ->
                                        "fragment F%1$d on Partner{...F%2$d ...F%2$d}".formatted(each, each + 1))
                                .collect(Collectors.joining(" "))
                        + " fragment F3000 on Partner{code}"));
    }

    private static Attack fragmentCycle() {
        return Flood.ofBodies("fragment-cycle", "90 fragments, each of which spreads all of them", 4, 200, number -> {
            String all = IntStream.range(0, 90).mapToObj(each -> "...F" + each).collect(Collectors.joining(" "));
            return request("query C%d { partner(code: \"LAO\") { ...F0 } } ".formatted(number)
                    + IntStream.range(0, 90)
                            .mapToObj(each -> "fragment F" + each + " on Partner{" + all + "}")
                            .collect(Collectors.joining(" ")));
        });
    }

    /** Whether fields of one name can be merged is asked of each pair. */
    private static Attack sameNames() {
        return Flood.ofBodies(
                "same-names",
                "7,000 fields of one name in inline fragments, each pair of which is compared",
                4,
                200,
                number -> request("query S%d { partner(code: \"LAO\") { %s } }"
                        .formatted(number, "...on Partner{a:trade{points{rank}}}".repeat(2_300))));
    }

    private static Attack deferredParts() {
        return Flood.ofBodies(
                "deferred-parts",
                "2,000 deferred fragments, one in the other",
                4,
                500,
                number -> request("query D%d { partner(code: \"LAO\") { %s name %s } }"
                        .formatted(number, "...@defer{".repeat(2_000), "}".repeat(2_000))));
    }

    private static Attack manyOperations() {
        return Flood.ofBodies(
                "many-operations",
                "2,000 operations in one document",
                4,
                500,
                number -> request(IntStream.range(0, 2_000)
                        .mapToObj(each -> "query O%d_%d{partner(code:\"LAO\"){name}}".formatted(number, each))
                        .collect(Collectors.joining(" "))));
    }

    private static Attack rememberedDocuments() {
        return Flood.ofBodies(
                "remembered-documents", "documents of 200 KB, each to be remembered by its hash", 4, 400, number -> {
                    String document = "{ partner(code: \"LAO\") { name } } #" + number + "x".repeat(200_000);
                    return "{\"query\":\"" + document
                            + "\",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\""
                            + Sha256.of(document) + "\"}}}";
                });
    }
}
