package io.lancang.standalone.siege.attack.imports;

import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The family's list. */
public final class ImportAttacks {
    private static final String DATASET = "un_comtrade";
    private static final String HEADER = "period,partner,flow,currency,amount\n";

    private static final int GIGABYTE = 1_024;

    private ImportAttacks() {}

    public static List<Attack> all() {
        return List.of(
                new ImportAttack(
                        "import-exponents",
                        "amounts such as 1e999999999, 1e400 and 1e-2147483648",
                        Gate.TRADE,
                        DATASET,
                        Stream.of(
                                        "1e999999999",
                                        "1e400",
                                        "1e-2147483648",
                                        "9".repeat(500_000),
                                        "NaN",
                                        "0x1p9999",
                                        "-1e999999999")
                                .map(amount -> bytes(HEADER + "2024-01,LAO,EXPORT,USD," + amount + "\n"))
                                .toList()),
                new ImportAttack(
                        "import-text",
                        "files with NUL, with bytes that are no UTF-8, with years and names without an end",
                        Gate.TRADE,
                        DATASET,
                        List.of(
                                bytes(HEADER + "2024-01,L\u0000O,EXPORT,USD,1\n"),
                                (HEADER + "2024-01,L\u00c0O,EXPORT,USD,1\n").getBytes(StandardCharsets.ISO_8859_1),
                                bytes(HEADER + "9".repeat(1_000_000) + ",LAO,EXPORT,USD,1\n"),
                                bytes(HEADER + "999999999-01,LAO,EXPORT,USD,1\n"),
                                bytes(HEADER + "2024-01," + "L".repeat(10_000_000) + ",EXPORT,USD,1\n"),
                                bytes(HEADER + "\"" + ",\n".repeat(5_000_000)),
                                bytes("c,".repeat(1_000_000) + "\n"))),
                new ImportAttack(
                        "import-faults",
                        "a file of a million rows, each with a fault",
                        Gate.TRADE,
                        DATASET,
                        List.of(bytes(HEADER + "x,y,z,,-\n".repeat(1_000_000)))),
                new ImportAttack(
                        "import-bomb",
                        "1 MB of gzip that unpacks to 1 GB, as rows and as one line",
                        Gate.TRADE,
                        DATASET,
                        List.of(Bomb.of(HEADER, "2024-01,LAO,EXPORT,USD,1\n", GIGABYTE), Bomb.of("", " ", GIGABYTE))),
                new ImportAttack(
                        "import-json-bomb",
                        "GeoJSON nested without an end, and 1 GB of it in 1 MB of gzip, at corridor-service",
                        Gate.CORRIDOR,
                        "locations",
                        List.of(
                                bytes("{\"type\":".repeat(500_000)),
                                bytes("[".repeat(2_000_000)),
                                Bomb.of("{\"type\":\"", "x", GIGABYTE))),
                new ImportAttack(
                        "import-segments",
                        "files of 2,000,000 locations and of lines without an end, at corridor-service",
                        Gate.CORRIDOR,
                        "locations",
                        List.of(
                                Bomb.of("id,name_en,name_zh,kind,country,lat,lon\n", "a,b,c,city,LAO,1,1\n", GIGABYTE),
                                bytes("id," + "n".repeat(10_000_000)))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
