package io.lancang.corridor.feature.milestone;

import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.fact.PartialDate;
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

    private final FactRepository facts;

    MilestoneRepository(FactRepository facts) {
        this.facts = facts;
    }

    private record Subject(Cited kind, String id, Vantage seen) {}

    /** The milestones of a work, in the order in which they were stated; to be called from a resolver. */
    Uni<List<Milestone>> of(Cited kind, String id, Vantage seen) {
        return Batches.load(
                "milestones",
                new Subject(kind, id, seen),
                subjects -> Batches.byArguments(subjects, Subject::seen, this::load));
    }

    private Uni<Map<Subject, List<Milestone>>> load(Vantage seen, List<Subject> subjects) {
        String[] kinds = subjects.stream().map(subject -> subject.kind().name()).toArray(String[]::new);
        String[] ids = subjects.stream().map(Subject::id).toArray(String[]::new);
        return facts.rows(BY_SUBJECTS, Tuple.of(kinds, ids), seen).map(rows -> {
            Map<Subject, List<Milestone>> milestones = new HashMap<>();
            subjects.forEach(subject -> milestones.put(subject, new ArrayList<>()));
            for (Row row : rows) {
                Subject subject =
                        new Subject(Cited.valueOf(row.getString("subject_kind")), row.getString("subject"), seen);
                milestones
                        .computeIfAbsent(subject, unasked -> new ArrayList<>())
                        .add(milestone(row, seen));
            }
            return milestones;
        });
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
