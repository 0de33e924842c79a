package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.finding.FindingSql;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.fact.Basis;
import io.lancang.corridor.ground.fact.ThroughputMetric;
import io.lancang.corridor.ground.rule.Days;
import io.lancang.corridor.ground.rule.Figures;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.corridor.ground.vocabulary.Vocabulary;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code flows.csv}: what passes over corridors, through locations, or between countries. */
final class ThroughputFile implements CorridorTable {
    private static final String SUBJECT = "subject_id";

    private final Map<String, ThroughputMetric> metrics;
    private final Map<String, Basis> bases;
    /** One word for each basis, so that a figure has one id however a file names its basis. */
    private final Map<Basis, String> basisWords;

    private final CountryCodes countries;
    private final Days days = new Days();

    ThroughputFile(Vocabulary vocabulary, CountryCodes countries) {
        this.metrics = vocabulary.words("metric", ThroughputMetric.class);
        this.bases = vocabulary.words("basis", Basis.class);
        this.basisWords = vocabulary.terms("basis", Basis.class).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
        this.countries = countries;
    }

    /** What a figure is about; the words of the column {@code subject_kind}. */
    private enum Subject {
        CORRIDOR,
        LOCATION,
        COUNTRIES;

        static final Map<String, Subject> BY_WORD =
                Map.of("corridor", CORRIDOR, "node", LOCATION, "country_pair", COUNTRIES);

        static Subject of(FileRow row) {
            return row.oneOf("subject_kind", BY_WORD);
        }

        Optional<String> idIfOf(Subject kind, FileRow row) {
            return this == kind ? Optional.of(row.text(SUBJECT)) : Optional.empty();
        }
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(
                        "subject_kind",
                        SUBJECT,
                        "metric",
                        "period_start",
                        "period_end",
                        "value",
                        "unit",
                        "basis",
                        "note",
                        "source"),
                List.of(Doubts.COLUMN));
    }

    @Override
    public Dataset dataset(List<String> header) {
        Target facts = new Target.Facts(
                "throughput",
                List.of("id"),
                List.of(
                        "corridor",
                        "location",
                        "metric",
                        "period_start",
                        "period_end",
                        "value",
                        "unit",
                        "basis",
                        "note"),
                "true",
                List.of("id"));
        Target passed = new Target.Facts(
                "throughput_country",
                List.of("throughput", "country"),
                List.of("position"),
                "true",
                List.of("throughput"));
        List<Dataset.TableReference> references = List.of(
                new Dataset.TableReference("corridor", "current_corridor", "id", "corridor"),
                new Dataset.TableReference("location", "current_location", "id", "location"));
        return new Dataset(
                "throughput",
                header,
                List.of(
                        new Dataset.Part(facts, references, this::readFact)
                                .filledBy(Map.of("id", "row", "corridor", SUBJECT, "location", SUBJECT))
                                .doubtedBy(RowDoubts.of(FindingSql.OF_THROUGHPUT)),
                        new Dataset.Part(passed, List.of(), this::readCountries),
                        Doubts.of(Cited.THROUGHPUT, this::id),
                        CitationPart.of(Cited.THROUGHPUT, this::id)));
    }

    private void readFact(FileRow row, RowReader.Rows rows) {
        Subject subject = Subject.of(row);
        Optional<LocalDate> start = row.optional("period_start").map(given -> row.date("period_start"));
        Optional<LocalDate> end = row.optional("period_end").map(given -> row.date("period_end"));
        Basis basis = row.oneOf("basis", bases);
        ThroughputMetric metric = row.oneOf("metric", metrics);
        Cells.refuse(row, "period_end", end.flatMap(days::faultOfReported));
        if (row.isSound("basis", "period_start", "period_end")) {
            Cells.refuse(row, "period_end", Figures.faultOfPeriod(basis, start.orElse(null), end.orElse(null)));
        }
        String unit = row.text("unit");
        if (row.isSound("metric")) {
            Cells.refuse(row, "unit", Figures.faultOfUnit(metric, unit));
        }
        rows.add(Cells.of(id(row))
                .and(subject.idIfOf(Subject.CORRIDOR, row))
                .and(subject.idIfOf(Subject.LOCATION, row))
                .and(metric)
                .and(start)
                .and(end)
                .and(row.amount("value").toPlainString())
                .and(unit)
                .and(basis)
                .andText(row, "note")
                .list());
    }

    /** The first country is the reporter, and those behind the hyphen are its counterparts: {@code CN-VN,LA,MM}. */
    private void readCountries(FileRow row, RowReader.Rows rows) {
        Optional<String> pair = Subject.of(row).idIfOf(Subject.COUNTRIES, row);
        if (pair.isEmpty() || !row.isSound("subject_kind")) {
            rows.add(id(row), null, null);
            return;
        }
        List<String> codes = Cells.countries(row, SUBJECT, pair.get().replace('-', ','), countries);
        for (int position = 0; position < codes.size(); position++) {
            rows.add(Cells.of(id(row)).and(codes.get(position)).and(position).list());
        }
    }

    /** The file has no id: a subject has one figure of a metric for each period and basis. */
    private String id(FileRow row) {
        return String.join(
                ":",
                row.text("subject_kind"),
                row.text(SUBJECT),
                row.oneOf("metric", metrics).name().toLowerCase(Locale.ROOT),
                row.optional("period_start").orElse("") + "/"
                        + row.optional("period_end").orElse(""),
                String.valueOf(basisWords.get(row.oneOf("basis", bases))));
    }
}
