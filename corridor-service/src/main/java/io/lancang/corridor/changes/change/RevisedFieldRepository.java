package io.lancang.corridor.changes.change;

import io.lancang.kit.batch.Batches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads which fields of facts revisions changed: one statement for each kind of fact of a level. */
@Singleton
class RevisedFieldRepository {
    private static final String CHANGED = """
            select a.release, a.subject, array_agg(n.key) as columns
            from unnest($1::bigint[], $2::text[]) a (release, subject)
            join {facts} f on f.id = a.subject and f.release_id = a.release
            join {facts} p on p.id = a.subject and p.superseded_by = a.release
            cross join lateral jsonb_each(to_jsonb(f)) n
            join lateral jsonb_each(to_jsonb(p)) o on o.key = n.key
            where n.value is distinct from o.value and n.key not in ('release_id', 'superseded_by', 'sphere', 'searched')
            group by a.release, a.subject
            """;

    private static final Pattern SECOND_WORD = Pattern.compile("_(\\w)");
    /** What fields of the graph are called whose columns have other names. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("name_en", "name"),
            Map.entry("name_zh", "name"),
            Map.entry("from_location", "from"),
            Map.entry("to_location", "to"),
            Map.entry("country", "partner"),
            Map.entry("latitude", "coordinates"),
            Map.entry("longitude", "coordinates"),
            Map.entry("coordinate_precision", "coordinates"),
            Map.entry("coordinate_source", "coordinates"),
            Map.entry("key_date_event", "keyDate"),
            Map.entry("opened_earliest", "openedOn"),
            Map.entry("opened_latest", "openedOn"));

    private final Pool pool;

    RevisedFieldRepository(Pool pool) {
        this.pool = pool;
    }

    private record Revision(ChangedSubject kind, long release, String subject) {}

    /** The fields that a change revised, by the alphabet; none if it added or removed something. To be called from a resolver. */
    Uni<List<String>> of(NetworkChange change) {
        return change.kind() != ChangeKind.REVISED
                ? Uni.createFrom().item(List.of())
                : Batches.load(
                        "revised fields",
                        new Revision(change.subjectKind(), Long.parseLong(change.release()), change.subject()),
                        keys -> Batches.byArguments(keys, Revision::kind, this::read));
    }

    private Uni<Map<Revision, List<String>>> read(ChangedSubject kind, List<Revision> revisions) {
        String table = kind.name().toLowerCase(Locale.ROOT) + "_fact";
        Long[] releases = revisions.stream().map(Revision::release).toArray(Long[]::new);
        String[] subjects = revisions.stream().map(Revision::subject).toArray(String[]::new);
        return pool.preparedQuery(CHANGED.replace("{facts}", table))
                .execute(Tuple.of(releases, subjects))
                .map(rows -> {
                    Map<Revision, List<String>> fields = new HashMap<>();
                    revisions.forEach(revision -> fields.put(revision, List.of()));
                    for (Row row : rows) {
                        Revision revision = new Revision(kind, row.getLong("release"), row.getString("subject"));
                        fields.put(revision, names(row.getArrayOfStrings("columns")));
                    }
                    return fields;
                });
    }

    private static List<String> names(String[] columns) {
        return Arrays.stream(columns)
                .map(RevisedFieldRepository::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static String name(String column) {
        return NAMES.getOrDefault(
                column,
                SECOND_WORD.matcher(column).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT)));
    }
}
