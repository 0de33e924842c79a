package io.lancang.standalone.siege.attack.document;

import static io.lancang.standalone.siege.wire.Json.request;

import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Flood;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents with one thing in them that is far too long, deep or many. */
public final class LengthAttacks {
    private static final int CONNECTIONS = 4;
    private static final int COUNT = 200;

    private LengthAttacks() {}

    public static List<Attack> all() {
        return List.of(
                of(
                        "long-integer",
                        "an integer literal of 1 MB",
                        number -> "{partners(first:%s){nodes{code}}}".formatted("9".repeat(1_000_000) + number)),
                of(
                        "long-float",
                        "a float literal of 900 KB",
                        number -> "{partners(first:0.%s){nodes{code}}}".formatted("9".repeat(900_000) + number)),
                of(
                        "nested-types",
                        "10,000 brackets in the type of a variable",
                        number -> "query T%d($v:%sInt%s){partner(code:\"LAO\"){name}}"
                                .formatted(number, "[".repeat(10_000), "]".repeat(10_000))),
                of(
                        "long-name",
                        "an unknown field with a name of 900 KB",
                        number -> "{%s}".formatted("p".repeat(900_000) + number)),
                of(
                        "unknown-names",
                        "2,000 unknown fields that resemble known ones",
                        number -> "{partner(code:\"LAO\"){%s}}"
                                .formatted(IntStream.range(0, 2_000)
                                        .mapToObj(each -> "corridorz" + number + "_" + each)
                                        .collect(Collectors.joining(" ")))),
                of(
                        "long-string",
                        "a string of 900 KB of escapes",
                        number -> "{partner(code:\"%s\"){name}}".formatted("\\u0041".repeat(150_000) + number)),
                of(
                        "block-string",
                        "a block string of 200,000 indented lines",
                        number -> "{partner(code:\"\"\"%s\"\"\"){name}}".formatted(" \n".repeat(200_000) + number)),
                of("depth", "fields nested 9,000 deep", number -> "query D%d%s".formatted(number, deep(9_000))),
                of(
                        "deep-partners",
                        "partners and their corridors in turn, 29 times nested",
                        number -> "query D%d{partner(code:\"LAO\"){%scode%s}}"
                                .formatted(number, "corridors{partners{".repeat(14), "}}".repeat(14))),
                of(
                        "width",
                        "one object with 30,000 fields",
                        number -> "query W%d{partner(code:\"LAO\"){%s}}".formatted(number, "name ".repeat(30_000))),
                of(
                        "aliases",
                        "20,000 aliases of one field",
                        number -> "query A%d{partner(code:\"LAO\"){%s}}"
                                .formatted(
                                        number,
                                        IntStream.range(0, 20_000)
                                                .mapToObj(each -> "a" + each + ":name")
                                                .collect(Collectors.joining(" ")))),
                of(
                        "directives",
                        "10,000 directives on one field",
                        number -> "query D%d{partner(code:\"LAO\"){name%s}}"
                                .formatted(number, "@include(if:true)".repeat(6_000))),
                of(
                        "unknown-directives",
                        "10,000 unknown directives",
                        number -> "query U%d{partner(code:\"LAO\"){name%s}}"
                                .formatted(
                                        number,
                                        IntStream.range(0, 10_000)
                                                .mapToObj(each -> "@d" + each)
                                                .collect(Collectors.joining()))),
                of(
                        "declared-variables",
                        "5,000 variables that nothing uses",
                        number -> "query V%d(%s){partner(code:\"LAO\"){name}}"
                                .formatted(
                                        number,
                                        IntStream.range(0, 5_000)
                                                .mapToObj(each -> "$v" + each + ":Int")
                                                .collect(Collectors.joining(",")))),
                of(
                        "long-list",
                        "a list of 200,000 values",
                        number -> "{partner(code:\"LAO\"){corridors(kinds:[%s]){id}}}#%d"
                                .formatted("ENERGY,".repeat(120_000), number)),
                of(
                        "nested-lists",
                        "an argument of 20,000 lists, one in the other",
                        number -> "{partner(code:%s1%s){name}}#%d"
                                .formatted("[".repeat(20_000), "]".repeat(20_000), number)),
                of(
                        "nested-input",
                        "an argument of 5,000 objects, one in the other",
                        number -> "{corridors(filter:%s1%s){totalCount}}#%d"
                                .formatted("{a:".repeat(5_000), "}".repeat(5_000), number)),
                of(
                        "comments",
                        "900 KB of comments and commas",
                        number -> "%s{partner(code:\"LAO\"){name}}#%d".formatted("#,\n,".repeat(225_000), number)),
                of("unclosed", "900 KB of opened braces", number -> "{a".repeat(450_000) + number));
    }

    private static String deep(int levels) {
        return "{partner(code:\"LAO\")" + "{corridors{partners".repeat(levels / 2) + "{code}" + "}}".repeat(levels / 2)
                + "}";
    }

    private static Attack of(String name, String what, java.util.function.IntFunction<String> document) {
        return Flood.ofBodies(name, what, CONNECTIONS, COUNT, number -> request(document.apply(number)));
    }
}
