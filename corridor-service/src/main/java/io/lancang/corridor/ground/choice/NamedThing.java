package io.lancang.corridor.ground.choice;

import io.lancang.corridor.ground.history.PastStatements;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
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

    /** Fails with NOT_FOUND unless something has this id at present. */
    public Uni<?> require(SqlClient client, String id) {
        return client.preparedQuery("select 1 from (" + candidates + ") known where id = $1")
                .execute(Tuple.of(id))
                .chain(rows -> rows.size() == 0
                        ? missing(client, id, Vantage.PRESENT)
                        : Uni.createFrom().voidItem());
    }

    /** Fails with NOT_FOUND, and a hint at what may have been meant, as it is seen from a vantage. */
    public <T> Uni<T> missing(SqlClient client, String id, Vantage seen) {
        return client.query(PastStatements.seen(candidates, seen) + " order by id")
                .execute()
                .map(rows -> {
                    List<Candidate> known = new ArrayList<>();
                    rows.forEach(row -> known.add(Candidate.of(row)));
                    throw ServiceException.notFound("There is no " + meaning + " '" + id + "'.", hint(id, known));
                });
    }

    private String hint(String given, List<Candidate> known) {
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
