package io.lancang.corridor.release;

import io.lancang.corridor.citation.Cited;
import io.lancang.corridor.fact.PartialDate;
import io.lancang.corridor.milestone.MilestoneEvent;
import io.lancang.kit.release.Dataset;
import io.lancang.kit.release.FileRow;
import io.lancang.kit.release.RowReader;
import io.lancang.kit.release.Target;
import java.time.LocalDate;
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
                        Citations.of(Cited.MILESTONE, MilestonesFile::id)));
    }

    private static void read(FileRow row, RowReader.Rows rows) {
        Optional<PartialDate> earliest = Cells.partialDate(row, "earliest");
        Optional<PartialDate> latest = Cells.partialDate(row, "latest");
        Optional<LocalDate> first = earliest.map(PartialDate::earliest);
        Optional<LocalDate> last = latest.map(PartialDate::latest);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            throw row.rejected("latest", "'" + row.text("latest") + "' is before '" + row.text("earliest") + "'");
        }
        rows.add(Cells.of(id(row))
                .and(row.oneOf("subject_kind", KnownSubjects.OF_WORKS).name())
                .and(row.text(SUBJECT))
                .and(row.oneOf("event", EVENTS))
                .and(row.oneOf("planned", PLANNED).toString())
                .and(earliest.map(PartialDate::text))
                .and(latest.map(PartialDate::text))
                .and(first)
                .and(last)
                .and(Cells.partialDate(row, "stated_on").map(PartialDate::text))
                .andText(row, "note")
                .list());
    }

    /** The file has no id: a work has one statement of a day about an event with these dates. */
    private static String id(FileRow row) {
        return String.join(
                ":",
                row.text("subject_kind"),
                row.text(SUBJECT),
                row.text("event").toLowerCase(java.util.Locale.ROOT),
                row.text("planned"),
                row.optional("earliest").orElse("") + "/"
                        + row.optional("latest").orElse(""),
                row.optional("stated_on").orElse(""));
    }
}
