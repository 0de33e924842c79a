package io.lancang.k8s;

import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of {@code refused.txt}: a fault that somebody must refuse.
 *
 * @param by who
 * @param fault the line, without what is said
 * @param set the objects with the fault
 * @param changed the one of them that has it
 * @param said part of what is said
 */
record Refused(String by, String fault, ManifestSet set, Manifest changed, String said) {
    private static final String FILE = "/refused.txt";
    private static final String POD = "/spec/template/spec";

    /** The faults that the published type definitions refuse. */
    static final String TYPES = "types";

    /** The faults that the published schemas refuse. */
    static final String SCHEMA = "schema";

    static List<Refused> all() {
        try (InputStream file = Refused.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Refused::parse)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Stream<Refused> by(String who) {
        return all().stream().filter(each -> each.by().equals(who));
    }

    private static Refused parse(String line) {
        List<String> columns =
                Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        if (columns.size() != 5) {
            throw new AssertionError("These are no five columns: " + line);
        }
        String object = columns.get(1);
        int space = object.indexOf(' ');
        int slash = object.indexOf('/', space + 1);
        ManifestSet whole = ManifestSet.render(space < 0 ? "overlays/prod" : object.substring(0, space));
        ManifestSet set = whole.with(
                object.substring(space + 1, slash),
                object.substring(slash + 1),
                columns.get(2).replaceFirst("^CONTAINER", POD + "/containers/0").replaceFirst("^POD", POD),
                columns.get(3));
        Set<Manifest> unchanged = new HashSet<>(whole.all().toList());
        Manifest changed = set.all()
                .filter(each -> !unchanged.contains(each))
                .findFirst()
                .orElseThrow(() -> new AssertionError("This changes nothing: " + line));
        return new Refused(
                columns.getFirst(), String.join(" | ", columns.subList(0, 4)), set, changed, columns.getLast());
    }

    @Override
    public String toString() {
        return fault;
    }
}
