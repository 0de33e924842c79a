package io.lancang.corridor.ground.choice;

import io.lancang.kit.error.Suggestions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client names by an id, and what may have been meant by an id that nothing has: what is near, by id, code or name. */
public enum NamedThing {
    CORRIDOR(
            "corridor",
            "select c.id, c.name_en as name, array[c.name_zh] || array(select n.name from current_name n"
                    + " where n.subject_kind = 'CORRIDOR' and n.subject = c.id) as others from current_corridor c",
            "`corridors(filter: {text: …})` finds ids by name."),
    SEGMENT(
            "segment",
            "select id, name, array[]::text[] as others from current_segment",
            "`segments(filter: {text: …})` finds ids by name."),
    LOCATION(
            "location",
            "select l.id, l.name_en as name, array[l.name_zh, l.unlocode, l.iata] || array(select n.name from current_name n"
                    + " where n.subject_kind = 'LOCATION' and n.subject = l.id) as others from current_location l",
            "`locations(filter: {text: …})` finds ids by name."),
    ZONE(
            "zone",
            "select id, name_en as name, array[name_zh] as others from current_zone",
            "`zones { id name }` lists all."),
    SOURCE(
            "source",
            "select id, title as name, array[]::text[] as others from current_source",
            "GET /export/sources.csv lists all; `registerNetworkSource` adds one.");

    private static final int MOST = 3;

    private final String meaning;
    private final String candidates;
    private final String wayOut;

    NamedThing(String meaning, String candidates, String wayOut) {
        this.meaning = meaning;
        this.candidates = candidates;
        this.wayOut = wayOut;
    }

    /** A thing with an id; {@code others} are its codes and its other names. */
    private record Candidate(String id, String name, List<String> others) {
        static Candidate of(Row row) {
            List<String> others = new ArrayList<>();
            for (@Nullable String other : row.getArrayOfStrings("others")) {
                if (other != null) {
                    others.add(other);
                }
            }
            return new Candidate(row.getString("id"), row.getString("name"), others);
        }

        /** Whether a text is a part of one of its names, or its code in another case. */
        boolean isCalled(String text) {
            return Stream.concat(Stream.of(name), others.stream())
                    .anyMatch(each -> SearchText.folded(each).contains(text));
        }

        Suggestions.Candidate suggestion() {
            return new Suggestions.Candidate(id, name);
        }
    }

    /** What it is called. */
    public String meaning() {
        return meaning;
    }

    /** The statement that finds one by its id. */
    String byId() {
        return "select 1 from (" + candidates + ") known where id = $1";
    }

    /** The statement of all, whose rows {@link #hint} reads. */
    String all() {
        return candidates + " order by id";
    }

    /** What may have been meant by an id that none of these has, and where to look. */
    String hint(String given, RowSet<Row> all) {
        List<Candidate> known = new ArrayList<>();
        all.forEach(row -> known.add(Candidate.of(row)));
        List<Suggestions.Candidate> suggestions =
                known.stream().map(Candidate::suggestion).toList();
        String near = Suggestions.hint(given, suggestions);
        return near == null ? called(SearchText.folded(given), known) : near;
    }

    private String called(String text, List<Candidate> known) {
        String these = known.stream()
                .filter(each -> !text.isEmpty() && each.isCalled(text))
                .sorted(Comparator.comparingInt(each -> each.name().length()))
                .limit(MOST)
                .map(each -> each.id() + " (" + each.name() + ")")
                .collect(Collectors.joining(", "));
        return these.isEmpty() ? wayOut : "Did you mean " + these + "?";
    }
}
