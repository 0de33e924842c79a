package io.lancang.trade.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the service's own code names a table in a statement. */
final class StatementSources {
    private static final Path SOURCES = Path.of("src/main/java");

    private StatementSources() {}

    /**
     * A place of the code.
     *
     * @param part what is written there around the name of the table, as far as it is sent as it stands
     */
    record Place(String file, String part) {
        @Override
        public String toString() {
            return file + ": " + part;
        }
    }

    /** All places that read or change one of the tables by its name. */
    static List<Place> of(Collection<String> tables) throws IOException {
        Pattern named =
                Pattern.compile("[^\"{}%]*\\b(from|join|update|into) (" + String.join("|", tables) + ")\\b[^\"{}%]*");
        List<Place> places = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    Matcher part = named.matcher(line);
                    while (part.find() && !line.strip().startsWith("*")) {
                        places.add(new Place(
                                file.getFileName().toString(),
                                part.group().replaceAll("\\s+", " ").strip()));
                    }
                }
            }
        }
        return places;
    }
}
