package io.lancang.corridor.ground.citation;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.Source;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

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

    private final SubjectLists lists;

    CitationRepository(SubjectLists lists) {
        this.lists = lists;
    }

    /** The sources of a fact as it is seen from a vantage, in the order in which it cites them; to be called from a resolver. */
    public Uni<List<Source>> of(Cited kind, String id, Vantage seen) {
        return lists.of("citations", BY_SUBJECTS, kind, id, seen, (row, from) -> SourceRows.source(row));
    }
}
