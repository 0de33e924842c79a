package io.lancang.corridor.feature.name;

import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.citation.SourceRows;
import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads alternate names. One statement for all subjects of a level of the request, of whatever kind. */
@Singleton
class AlternateNameRepository {
    private static final String BY_SUBJECTS = """
            select n.subject_kind, n.subject, n.name, n.language, n.script, n.note, %s
            from current_name n join current_source s on s.id = n.source
            where (n.subject_kind, n.subject) in (select * from unnest($1::text[], $2::text[]))
            order by n.language, n.name collate "C"
            """.formatted(SourceRows.COLUMNS);

    private final FactRepository facts;

    AlternateNameRepository(FactRepository facts) {
        this.facts = facts;
    }

    private record Subject(Cited kind, String id, Vantage seen) {}

    /** The names of a subject, by language and name; to be called from a resolver. */
    Uni<List<AlternateName>> of(Cited kind, String id, Vantage seen) {
        return Batches.load(
                "alternate names",
                new Subject(kind, id, seen),
                subjects -> Batches.byArguments(subjects, Subject::seen, this::load));
    }

    private Uni<Map<Subject, List<AlternateName>>> load(Vantage seen, List<Subject> subjects) {
        String[] kinds = subjects.stream().map(subject -> subject.kind().name()).toArray(String[]::new);
        String[] ids = subjects.stream().map(Subject::id).toArray(String[]::new);
        return facts.rows(BY_SUBJECTS, Tuple.of(kinds, ids), seen).map(rows -> {
            Map<Subject, List<AlternateName>> names = new HashMap<>();
            subjects.forEach(subject -> names.put(subject, new ArrayList<>()));
            for (Row row : rows) {
                Subject subject =
                        new Subject(Cited.valueOf(row.getString("subject_kind")), row.getString("subject"), seen);
                names.computeIfAbsent(subject, unasked -> new ArrayList<>()).add(name(row));
            }
            return names;
        });
    }

    private static AlternateName name(Row row) {
        return new AlternateName(
                row.getString("name"),
                row.getString("language"),
                row.getString("script"),
                row.getString("note"),
                SourceRows.source(row));
    }
}
