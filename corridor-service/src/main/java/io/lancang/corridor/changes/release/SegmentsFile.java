package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.rule.Days;
import io.lancang.corridor.ground.rule.Ends;
import io.lancang.corridor.ground.rule.Openings;
import io.lancang.corridor.ground.vocabulary.Vocabulary;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code segments.csv}: the pieces of corridors, from location to location. */
final class SegmentsFile implements CorridorTable {
    private static final String ID = "segment_id";
    private static final String WHOLE_OF = "whole_of";

    private final Map<String, Status> statuses;
    private final Map<String, Mode> modes;
    /** What a file without the column is the whole of, as it was decided row by row for the one that ships. */
    private final Map<String, String> wholes;

    private final Days days = new Days();

    SegmentsFile(Vocabulary vocabulary) {
        this.statuses = vocabulary.words("status", Status.class);
        this.modes = vocabulary.words("mode", Mode.class);
        this.wholes = vocabulary.decisions("segments", WHOLE_OF);
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(
                        ID,
                        "corridor_id",
                        "seq",
                        "from_node",
                        "to_node",
                        "mode",
                        "name",
                        "length_km",
                        "spec",
                        "capacity",
                        "status",
                        "opened",
                        "cost",
                        "note",
                        "great_circle_km",
                        "source"),
                List.of(Cells.STATUS_NOTE, WHOLE_OF, SameLines.COLUMN, Doubts.COLUMN),
                List.of(SegmentLines.COLUMN));
    }

    @Override
    public Dataset dataset(List<String> header) {
        Target facts = new Target.Facts(
                "segment_fact",
                List.of("id"),
                List.of(
                        "corridor",
                        "position",
                        "from_location",
                        "to_location",
                        "mode",
                        "name",
                        "length_km",
                        "great_circle_km",
                        "counts_in_length",
                        "spec",
                        "capacity",
                        "status",
                        "status_note",
                        "opened",
                        "cost",
                        "note",
                        WHOLE_OF,
                        SameLines.COLUMN),
                "true",
                List.of("id"));
        List<Dataset.TableReference> references = List.of(
                new Dataset.TableReference("corridor", "current_corridor", "id", "corridor"),
                new Dataset.TableReference("from_location", "current_location", "id", "location"),
                new Dataset.TableReference("to_location", "current_location", "id", "location"));
        List<Dataset.Part> parts = new ArrayList<>(List.of(
                Identities.of("segment", ID),
                new Dataset.Part(facts, references, this::read)
                        .filledBy(Map.of(
                                "id",
                                ID,
                                "corridor",
                                "corridor_id",
                                "from_location",
                                "from_node",
                                "to_location",
                                "to_node"))
                        .checkedBy(
                                PlaceTaken::byPosition,
                                Siblings.known(WHOLE_OF, "s.whole_of", "current_segment", "segment"),
                                Siblings.known(
                                        SameLines.COLUMN,
                                        "array_remove(array[s.counted_in], null)",
                                        "current_segment",
                                        "segment"),
                                SameLines::check)
                        .doubtedBy(SegmentDoubts::find),
                Doubts.of(Cited.SEGMENT, row -> row.text(ID)),
                CitationPart.of(Cited.SEGMENT, row -> row.text(ID))));
        if (header.contains(SegmentLines.COLUMN)) {
            parts.add(SegmentLines.of(ID));
        }
        return new Dataset("segments", header, parts).deriving(new StatusRecord(Cited.SEGMENT, "segment_fact"));
    }

    private void read(FileRow row, RowReader.Rows rows) {
        String to = row.text("to_node");
        String from = row.text("from_node");
        if (row.isSound("from_node", "to_node")) {
            Cells.refuse(row, "to_node", Ends.faultOfLast(from, to));
        }
        Optional<String> whole =
                row.has(WHOLE_OF) ? row.optional(WHOLE_OF) : Optional.ofNullable(wholes.get(row.text(ID)));
        List<String> parts = whole.map(text -> Cells.distinct(text, ";", Function.identity()))
                .orElse(List.of());
        Optional<PartialDate> opened = Cells.partialDate(row, "opened");
        Cells.refuse(row, "opened", opened.flatMap(date -> Openings.faultOf(date, days)));
        rows.add(Cells.of(row.text(ID))
                .and(row.text("corridor_id"))
                .and(row.integer("seq", 1, Integer.MAX_VALUE))
                .and(from)
                .and(to)
                .and(row.oneOf("mode", modes))
                .and(row.text("name"))
                .and(Cells.kilometres(row, "length_km"))
                .and(Cells.kilometres(row, "great_circle_km"))
                .and(Boolean.toString(parts.isEmpty()))
                .andText(row, "spec", "capacity")
                .and(row.oneOf("status", statuses))
                .and(Cells.statusNote(row, "status", statuses))
                .and(opened.map(PartialDate::text))
                .andText(row, "cost", "note")
                .and(Cells.array(parts))
                .and(Cells.given(row, SameLines.COLUMN))
                .list());
    }
}
