package io.lancang.corridor.feature.name;

import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.citation.SourceRows;
import io.lancang.corridor.ground.citation.SubjectLists;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads alternate names. One statement for all subjects of a level of the request, of whatever kind. */
@Singleton
class AlternateNameRepository {
    private static final String BY_SUBJECTS = """
            select n.subject_kind, n.subject, n.name, n.language, n.script, n.note, %s
            from current_name n join current_source s on s.id = n.source
            where (n.subject_kind, n.subject) in (select * from unnest($1::text[], $2::text[]))
            order by n.language, n.name collate "C"
            """.formatted(SourceRows.COLUMNS);

    private final SubjectLists lists;

    AlternateNameRepository(SubjectLists lists) {
        this.lists = lists;
    }

    /** The names of a subject, by language and name; to be called from a resolver. */
    Uni<List<AlternateName>> of(Cited kind, String id, Vantage seen) {
        return lists.of("alternate names", BY_SUBJECTS, kind, id, seen, (row, from) -> name(row));
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
