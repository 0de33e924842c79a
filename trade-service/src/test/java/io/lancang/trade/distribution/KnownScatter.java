package io.lancang.trade.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement that every node has to be asked for, and why that is as it should be: one of {@code citus/known-scatters.txt}.
 *
 * @param table that it reads without naming keys
 * @param part of its text, by which it is known
 */
record KnownScatter(String table, String part, String why) {
    private static final Path LIST = Path.of("src/test/resources/citus/known-scatters.txt");

    KnownScatter {
        if (why.isBlank() || part.isBlank()) {
            throw new IllegalArgumentException("A known scatter says by what it is known, and why it is one.");
        }
    }

    /** All of the list: entries of three lines, each with a blank line behind it. */
    static List<KnownScatter> all() throws IOException {
        List<KnownScatter> all = new ArrayList<>();
        for (String entry : Files.readString(LIST).split("\n\n", -1)) {
            if (entry.startsWith("table: ")) {
                List<String> lines = entry.strip().lines().toList();
                all.add(new KnownScatter(
                        of(lines.get(0), "table: "), of(lines.get(1), "part: "), of(lines.get(2), "why: ")));
            }
        }
        return all;
    }

    private static String of(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException("'" + line + "' should begin with '" + name + "'");
        }
        return line.substring(name.length());
    }

    boolean isOf(ExplainedStatement statement, String scattered) {
        return table.equals(scattered) && statement.text().contains(part);
    }
}
