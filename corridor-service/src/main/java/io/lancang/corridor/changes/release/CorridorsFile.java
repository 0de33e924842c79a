package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.corridor.CorridorKind;
import io.lancang.corridor.feature.finding.FindingSql;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.fact.KeyDateEvent;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.rule.Days;
import io.lancang.corridor.ground.rule.Openings;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.corridor.ground.vocabulary.Vocabulary;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code corridors.csv}: corridors and the countries that they run through. */
final class CorridorsFile implements CorridorTable {
    private static final String ID = "corridor_id";
    private static final String KIND = "kind";
    private static final String COUNTRIES = "countries_iso2";
    /** The corridor has no mode of its own: its modes are those of its segments. */
    private static final String BY_SEGMENTS = "multimodal";

    private final Map<String, Status> statuses;
    private final Map<String, Mode> modes;
    private final Map<String, CorridorKind> kinds;
    private final Map<Mode, CorridorKind> kindsByMode;
    private final Map<String, CorridorKind> decidedKinds;
    private final Map<String, KeyDateEvent> keyDates;
    private final CountryCodes countries;
    private final Days days = new Days();
    private final Vocabulary vocabulary;

    CorridorsFile(Vocabulary vocabulary, CountryCodes countries) {
        this.statuses = vocabulary.words("status", Status.class);
        this.modes = vocabulary.words("mode", Mode.class);
        this.kinds = Arrays.stream(CorridorKind.values())
                .collect(Collectors.toUnmodifiableMap(CorridorKind::name, Function.identity()));
        this.kindsByMode = kindsByMode(vocabulary);
        this.decidedKinds = vocabulary.decisions("corridors", "kind", CorridorKind.class);
        this.keyDates = vocabulary.decisions("corridors", "key_date", KeyDateEvent.class);
        this.countries = countries;
        this.vocabulary = vocabulary;
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(
                        ID,
                        "name_en",
                        "name_zh",
                        "mode",
                        COUNTRIES,
                        "status",
                        "key_date",
                        "length_km",
                        "note",
                        "source"),
                List.of(KIND, Cells.KEY_DATE_EVENT, Programmes.COLUMN, Cells.STATUS_NOTE, Doubts.COLUMN));
    }

    @Override
    public Dataset dataset(List<String> header) {
        Target facts = new Target.Facts(
                "corridor_fact",
                List.of("id"),
                List.of(
                        "name_en",
                        "name_zh",
                        "kind",
                        "mode",
                        "status",
                        "status_note",
                        "key_date",
                        "key_date_event",
                        "opened_earliest",
                        "opened_latest",
                        "length_km",
                        "note"),
                "true",
                List.of("id"));
        Target passed = new Target.Facts(
                "corridor_country", List.of("corridor", "country"), List.of("position"), "true", List.of("corridor"));
        return new Dataset(
                        "corridors",
                        header,
                        List.of(
                                Identities.of("corridor", ID),
                                new Dataset.Part(facts, List.of(), this::readFact)
                                        .doubtedBy(RowDoubts.ofSegments(FindingSql.OPENED_BEFORE_CONSTRUCTION)),
                                new Dataset.Part(passed, List.of(), this::readCountries),
                                Programmes.of(vocabulary, ID),
                                Doubts.of(Cited.CORRIDOR, row -> row.text(ID)),
                                CitationPart.of(Cited.CORRIDOR, row -> row.text(ID))))
                .deriving(new StatusRecord(Cited.CORRIDOR, "corridor_fact"));
    }

    private void readFact(FileRow row, RowReader.Rows rows) {
        Optional<PartialDate> keyDate = Cells.partialDate(row, "key_date");
        Optional<KeyDateEvent> event = Cells.keyDateEvent(row, ID, "key_date", keyDates);
        Optional<PartialDate> opened = event.filter(KeyDateEvent::isOpening).flatMap(opening -> keyDate);
        Cells.refuse(row, "key_date", opened.flatMap(date -> Openings.faultOf(date, days)));
        rows.add(Cells.of(row.text(ID))
                .and(row.text("name_en"))
                .andText(row, "name_zh")
                .and(kind(row))
                .and(mode(row))
                .and(row.oneOf("status", statuses))
                .and(Cells.statusNote(row, "status", statuses))
                .and(keyDate.map(PartialDate::text))
                .and(event)
                .and(opened.map(PartialDate::earliest))
                .and(opened.map(PartialDate::latest))
                .and(Cells.kilometres(row, "length_km"))
                .andText(row, "note")
                .list());
    }

    private void readCountries(FileRow row, RowReader.Rows rows) {
        List<String> codes = Cells.countries(row, COUNTRIES, row.text(COUNTRIES), countries);
        for (int position = 0; position < codes.size(); position++) {
            rows.add(Cells.of(row.text(ID))
                    .and(codes.get(position))
                    .and(position)
                    .list());
        }
    }

    private Optional<Mode> mode(FileRow row) {
        return row.text("mode").equals(BY_SEGMENTS) ? Optional.empty() : Optional.of(row.oneOf("mode", modes));
    }

    private CorridorKind kind(FileRow row) {
        if (Cells.given(row, KIND).isPresent()) {
            return row.oneOf(KIND, kinds);
        }
        CorridorKind decided = decidedKinds.get(row.text(ID));
        CorridorKind kind = decided == null ? mode(row).map(kindsByMode::get).orElse(null) : decided;
        if (kind == null && row.isSound(ID)) {
            row.refuse(
                    "mode",
                    "'" + row.text("mode") + "' does not tell the kind of '" + row.text(ID) + "', and neither a column "
                            + KIND + " nor vocabulary/decisions.csv does");
        }
        return kind == null ? CorridorKind.TRANSPORT : kind;
    }

    /** What corridors of a mode are for, where all of them are for the same. */
    private static Map<Mode, CorridorKind> kindsByMode(Vocabulary vocabulary) {
        Map<String, Mode> modes = vocabulary.terms("mode", Mode.class);
        Map<Mode, CorridorKind> kinds = new EnumMap<>(Mode.class);
        vocabulary.terms("corridor_kind", CorridorKind.class).forEach((word, kind) -> {
            Mode mode = modes.get(word);
            if (mode != null) {
                kinds.put(mode, kind);
            }
        });
        return kinds;
    }
}
