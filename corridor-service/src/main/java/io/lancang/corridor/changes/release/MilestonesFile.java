package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.milestone.MilestoneEvent;
import io.lancang.corridor.feature.milestone.Statement;
import io.lancang.corridor.feature.milestone.WorkKind;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code milestones.csv}: what happened to works or is to happen, each by one statement of one day. */
final class MilestonesFile implements CorridorTable {
    private static final String SUBJECT = "subject_id";
    private static final Map<String, MilestoneEvent> EVENTS = Arrays.stream(MilestoneEvent.values())
            .collect(Collectors.toUnmodifiableMap(MilestoneEvent::name, Function.identity()));
    private static final Map<String, WorkKind> KINDS =
            Map.of("corridor", WorkKind.CORRIDOR, "segment", WorkKind.SEGMENT);
    private static final Map<String, Boolean> PLANNED = Map.of("true", true, "false", false);

    @Override
    public Columns columns() {
        return new Columns(
                List.of(
                        "subject_kind",
                        SUBJECT,
                        "event",
                        "planned",
                        "earliest",
                        "latest",
                        "stated_on",
                        "note",
                        "source"),
                List.of(Doubts.COLUMN));
    }

    @Override
    public Dataset dataset(List<String> header) {
        Target facts = new Target.Facts(
                "milestone",
                List.of("id"),
                List.of(
                        "subject_kind",
                        "subject",
                        "event",
                        "planned",
                        "earliest",
                        "latest",
                        "first_day",
                        "last_day",
                        "stated_on",
                        "note"),
                "true",
                List.of("id"));
        return new Dataset(
                "milestones",
                header,
                List.of(
                        new Dataset.Part(facts, List.of(), MilestonesFile::read)
                                .filledBy(Map.of("id", "row"))
                                .checkedBy(KnownSubjects.check()),
                        Doubts.of(Cited.MILESTONE, MilestonesFile::id),
                        CitationPart.of(Cited.MILESTONE, MilestonesFile::id)));
    }

    private static void read(FileRow row, RowReader.Rows rows) {
        Statement stated = statement(row);
        if (row.isSound("earliest")) {
            Cells.refuse(row, "latest", stated.faultOfLatest());
        }
        rows.add(Cells.of(stated.id())
                .and(stated.kind())
                .and(stated.subject())
                .and(stated.event())
                .and(Boolean.toString(stated.planned()))
                .and(Optional.ofNullable(Statement.text(stated.earliest())))
                .and(Optional.ofNullable(Statement.text(stated.latest())))
                .and(Optional.ofNullable(stated.firstDay()))
                .and(Optional.ofNullable(stated.lastDay()))
                .and(Optional.ofNullable(Statement.text(stated.statedOn())))
                .andText(row, "note")
                .list());
    }

    private static Statement statement(FileRow row) {
        return new Statement(
                row.oneOf("subject_kind", KINDS),
                row.text(SUBJECT),
                row.oneOf("event", EVENTS),
                row.oneOf("planned", PLANNED),
                Cells.partialDate(row, "earliest").orElse(null),
                Cells.partialDate(row, "latest").orElse(null),
                Cells.partialDate(row, "stated_on").orElse(null));
    }

    private static String id(FileRow row) {
        return statement(row).id();
    }
}
