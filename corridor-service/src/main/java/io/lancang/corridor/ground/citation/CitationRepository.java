package io.lancang.corridor.ground.citation;

import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sources that facts cite. One statement for all facts of a level of the request, of whatever kind. */
@Singleton
public class CitationRepository {
    private static final String BY_SUBJECTS = """
            select c.subject_kind, c.subject, %s
            from current_citation c
            join current_source s on s.id = c.source
            where (c.subject_kind, c.subject) in (select * from unnest($1::text[], $2::text[]))
            order by c.subject_kind, c.subject, c.position
            """.formatted(SourceRows.COLUMNS);

    private final Pool pool;

    CitationRepository(Pool pool) {
        this.pool = pool;
    }

    /** A fact that cites sources. */
    private record Subject(Cited kind, String id, Vantage seen) {}

    /** The sources of a fact as it is seen from a vantage, in the order in which it cites them; to be called from a resolver. */
    public Uni<List<Source>> of(Cited kind, String id, Vantage seen) {
        return Batches.load(
                "citations",
                new Subject(kind, id, seen),
                subjects -> Batches.byArguments(subjects, Subject::seen, this::load));
    }

    private Uni<Map<Subject, List<Source>>> load(Vantage seen, List<Subject> subjects) {
        String[] kinds = subjects.stream().map(subject -> subject.kind().name()).toArray(String[]::new);
        String[] ids = subjects.stream().map(Subject::id).toArray(String[]::new);
        return SeenStatement.rows(pool, BY_SUBJECTS, Tuple.of(kinds, ids), seen)
                .map(rows -> bySubject(subjects, seen, rows));
    }

    private static Map<Subject, List<Source>> bySubject(List<Subject> subjects, Vantage seen, RowSet<Row> rows) {
        Map<Subject, List<Source>> sources = new HashMap<>();
        subjects.forEach(subject -> sources.put(subject, new ArrayList<>()));
        for (Row row : rows) {
            Subject subject = new Subject(Cited.valueOf(row.getString("subject_kind")), row.getString("subject"), seen);
            sources.computeIfAbsent(subject, unasked -> new ArrayList<>()).add(SourceRows.source(row));
        }
        return sources;
    }
}
