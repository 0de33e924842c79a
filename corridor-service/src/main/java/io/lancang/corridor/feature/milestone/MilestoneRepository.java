package io.lancang.corridor.feature.milestone;

import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.citation.SubjectLists;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads milestones. One statement for all works of a level of the request, corridors and segments alike. */
@Singleton
class MilestoneRepository {
    /** By the day of the statement, so that what was announced last comes last; what has no day is oldest. */
    private static final String BY_SUBJECTS = """
            select m.subject_kind, m.subject, m.id, m.event, m.planned, m.earliest, m.latest, m.stated_on, m.note
            from current_milestone m
            where (m.subject_kind, m.subject) in (select * from unnest($1::text[], $2::text[]))
            order by m.stated_on collate "C" nulls first, m.first_day nulls last, m.id
            """;

    private final SubjectLists lists;

    MilestoneRepository(SubjectLists lists) {
        this.lists = lists;
    }

    /** The milestones of a work, in the order in which they were stated; to be called from a resolver. */
    Uni<List<Milestone>> of(Cited kind, String id, Vantage seen) {
        return lists.of("milestones", BY_SUBJECTS, kind, id, seen, MilestoneRepository::milestone);
    }

    private static Milestone milestone(Row row, Vantage seen) {
        return new Milestone(
                row.getString("id"),
                MilestoneEvent.valueOf(row.getString("event")),
                row.getBoolean("planned"),
                PartialDate.stored(row.getString("earliest")),
                PartialDate.stored(row.getString("latest")),
                PartialDate.stored(row.getString("stated_on")),
                row.getString("note"),
                seen);
    }
}
