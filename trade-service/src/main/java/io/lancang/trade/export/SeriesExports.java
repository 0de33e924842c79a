package io.lancang.trade.export;

import io.lancang.kit.catalog.CatalogDataset;
import io.lancang.kit.catalog.CatalogFile;
import io.lancang.kit.catalog.TableFields;
import io.lancang.kit.export.CsvFormat;
import io.lancang.kit.export.Export;
import io.lancang.kit.export.ExportConfig;
import io.lancang.kit.export.ExportFormat;
import io.lancang.kit.export.MadeRows;
import io.lancang.kit.export.NdjsonFormat;
import io.lancang.kit.export.Question;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.parquet.ParquetFormat;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.series.Observation;
import io.lancang.trade.series.PartnerSeries;
import io.lancang.trade.series.ReportedTotals;
import io.lancang.trade.series.ReporterRepository;
import io.lancang.trade.totals.SeenTotals;
import io.lancang.trade.totals.TotalsOfMany.Reporting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes files of series: trade in all goods as the graph tells it, each figure in a row. */
@Singleton
final class SeriesExports {
    private static final List<ColumnDescriptor> COLUMNS = List.of(
            MadeRows.text("period"),
            MadeRows.text("reporter"),
            MadeRows.text("partner"),
            MadeRows.text("flow"),
            MadeRows.text("currency"),
            MadeRows.number("amount"),
            MadeRows.text("valuation"),
            MadeRows.text("quality"),
            MadeRows.text("gap_reason"),
            MadeRows.text("source"));

    /** The formats that there are. */
    static final List<String> EXTENSIONS = List.of("csv", "ndjson", "parquet");

    /** As many rows as a statement gives at a time. */
    private static final int ROWS_AT_ONCE = 500;

    private final ReporterRepository reporters;
    private final ReportedTotals totals;
    private final ExportConfig config;

    SeriesExports(ReporterRepository reporters, ReportedTotals totals, ExportConfig config) {
        this.reporters = reporters;
        this.totals = totals;
        this.config = config;
    }

    /** The files that there are. */
    enum Kind {
        ANNUAL("trade-annual", "Annual trade in goods by partner", Frequency.ANNUAL),
        MONTHLY("trade-monthly", "Monthly trade in goods by partner", Frequency.MONTHLY);

        private final String id;
        private final String title;
        private final Frequency frequency;

        Kind(String id, String title, Frequency frequency) {
            this.id = id;
            this.title = title;
            this.frequency = frequency;
        }

        String fileName(String extension) {
            return id + "." + extension;
        }

        String title() {
            return title;
        }

        String description() {
            return title
                    + ", by reporter, partner, flow and currency, as the graph has it: of several datasets the one that comes"
                    + " first, quoted figures where there is no other, and what is missing between the first and the last figure.";
        }

        /** What a catalogue says about the files of all reporters. */
        private CatalogDataset catalogued() {
            List<CatalogFile> files = List.of(
                    file("csv", "text/csv", "&comments=false"), file("parquet", "application/vnd.apache.parquet", ""));
            return new CatalogDataset(id, title, description(), List.of(), null, null, List.of(), null, files);
        }

        private CatalogFile file(String extension, String mediaType, String further) {
            return new CatalogFile(
                    id + "-" + extension,
                    fileName(extension) + "?reporters=" + SeriesRequest.ALL + further,
                    mediaType,
                    extension,
                    TableFields.of(COLUMNS));
        }
    }

    /** What files in a format are, whatever figures they have. */
    static String contentType(String extension) {
        return format(extension, List.of(), true).contentType();
    }

    /** What a catalogue says about these files. */
    static List<CatalogDataset> catalogued() {
        return Arrays.stream(Kind.values()).map(Kind::catalogued).toList();
    }

    static Stream<String> fileNames() {
        return Arrays.stream(Kind.values()).flatMap(kind -> EXTENSIONS.stream().map(kind::fileName));
    }

    /** What a file is made of. Releases alone change it. */
    Question question(Kind kind, String extension, SeriesRequest request, Vantage vantage) {
        ExportFormat format = format(kind, extension, request);
        SeriesRequest asked = new SeriesRequest(
                request.reporters(),
                request.partners(),
                request.currency(),
                request.from(),
                request.to(),
                null,
                request.withComments(),
                request.spreadsheetSafe());
        return new Question(
                kind.fileName(extension), format.contentType(), asked + " " + format, vantage, "null::text");
    }

    /** The file, made while it is taken. */
    Uni<Export> of(Kind kind, String extension, SeriesRequest request, Vantage vantage) {
        return reporters
                .of(kind.frequency, vantage)
                .map(all -> all.stream()
                        .filter(each -> request.takesReporter(each.reporter().code()))
                        .toList())
                .map(asked -> new Export(
                        new MadeRows(COLUMNS, pieces(kind, asked, request, vantage)),
                        format(kind, extension, request),
                        Map.of()));
    }

    private Multi<List<Tuple>> pieces(Kind kind, List<Reporting> asked, SeriesRequest request, Vantage vantage) {
        return totals.seenFrom(asked, vantage)
                .onItem()
                .transformToIterable(seen -> rows(kind, seen, request))
                .group()
                .intoLists()
                .of(ROWS_AT_ONCE);
    }

    /** By partner, currency, flow and period; found one by one, as they are taken. */
    private static Iterable<Tuple> rows(Kind kind, SeenTotals seen, SeriesRequest request) {
        return () -> seen.partners(kind.frequency).stream()
                .filter(request::takesPartner)
                .flatMap(partner -> Arrays.stream(Currency.values())
                        .filter(request::takes)
                        .flatMap(currency -> rows(kind, seen, partner, currency, request)))
                .iterator();
    }

    private static Stream<Tuple> rows(
            Kind kind, SeenTotals seen, String partner, Currency currency, SeriesRequest request) {
        PartnerSeries series = PartnerSeries.of(seen, partner, kind.frequency, currency);
        return Arrays.stream(FlowSelection.values())
                .flatMap(flow -> series.of(flow).stream()
                        .filter(each -> request.takes(each.period()))
                        .map(each -> row(seen.reporter().code(), partner, flow, currency, each)));
    }

    private static Tuple row(
            String reporter, String partner, FlowSelection flow, Currency currency, Observation observation) {
        return Tuple.wrap(Arrays.asList(
                observation.period().label(),
                reporter,
                partner,
                word(flow),
                currency.name(),
                observation.value(),
                observation.valuation(),
                observation.quality().name(),
                observation.gap() == null ? null : observation.gap().name(),
                observation.sources().isEmpty() ? null : String.join(" ", observation.sources())));
    }

    private static String word(FlowSelection flow) {
        return switch (flow) {
            case EXPORTS -> Flow.EXPORTS.word();
            case IMPORTS -> Flow.IMPORTS.word();
            case TOTAL -> "TOTAL";
        };
    }

    private ExportFormat format(Kind kind, String extension, SeriesRequest request) {
        List<String> notes = List.of(
                kind.description(), "A row without an amount is a figure that is missing; no row is none on record.");
        boolean safe = safe(request.spreadsheetSafe());
        return extension.equals("csv") && !request.withComments()
                ? new CsvFormat(safe)
                : format(extension, notes, safe);
    }

    private static ExportFormat format(String extension, List<String> notes, boolean safe) {
        return switch (extension) {
            case "csv" -> new CsvFormat(notes, safe);
            case "ndjson" -> new NdjsonFormat();
            case "parquet" -> new ParquetFormat(notes);
            default -> throw new IllegalArgumentException("There is no format " + extension);
        };
    }

    private boolean safe(@Nullable Boolean asked) {
        return Optional.ofNullable(asked).orElse(config.spreadsheetSafe());
    }
}
