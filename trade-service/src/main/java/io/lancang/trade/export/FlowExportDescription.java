package io.lancang.trade.export;

import io.lancang.kit.catalog.CatalogRoutes;
import io.lancang.kit.export.FileDescription;
import io.lancang.kit.feed.FeedRoutes;
import io.lancang.kit.openapi.DescribedRoutes;
import io.lancang.kit.openapi.Operation;
import io.lancang.kit.openapi.Parameter;
import io.lancang.kit.openapi.Schema;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.ledger.TradeFlowOrder;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files of figures and of series, as OpenAPI describes them: the parameters are those that {@link FlowRequest} and {@link SeriesRequest} read. */
@Singleton
final class FlowExportDescription implements DescribedRoutes {
    private static final String TAG = "Exports";
    private static final int JANUARY = 1;
    private static final int DECEMBER = 12;

    private static final Parameter COMMENTS = Parameter.query(
            "comments",
            "Whether a CSV file begins with lines that cite its releases. Nothing to other files.",
            Schema.decision(),
            false);

    @Override
    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (FlowExports.Kind kind : FlowExports.Kind.values()) {
            Operation file = Operation.get(
                            "/export/" + kind.fileName(),
                            "exportFlowsAs" + word(kind.name()),
                            TAG,
                            "Figures of trade as " + words(kind.extension()))
                    .describedAs("What `tradeFlows` of the graph finds, as a file: all rows of one state of the data.")
                    .with(ofFlows())
                    .tells(200, "Link");
            all.addAll(FileDescription.of(file, List.of(kind.contentType())));
        }
        for (SeriesExports.Kind kind : SeriesExports.Kind.values()) {
            for (String extension : SeriesExports.EXTENSIONS) {
                Operation file = Operation.get(
                                "/export/" + kind.fileName(extension),
                                "export" + word(kind.name()) + "As" + word(extension),
                                TAG,
                                kind.title() + " as " + words(extension))
                        .describedAs(kind.description())
                        .with(ofSeries());
                all.addAll(FileDescription.of(file, List.of(SeriesExports.contentType(extension))));
            }
        }
        return Stream.of(all, CatalogRoutes.described(), FeedRoutes.described())
                .flatMap(List::stream)
                .toList();
    }

    private static String word(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String words(String extension) {
        return switch (extension) {
            case "csv" -> "CSV";
            case "ndjson" -> "newline-delimited JSON";
            default -> "Apache Parquet";
        };
    }

    private static List<Parameter> ofFlows() {
        return List.of(
                Parameter.list(
                        "reporters",
                        "Who reports, by code; China (`CHN`) if it is left out.",
                        Schema.text(),
                        codes("CHN")),
                Parameter.list(
                        "partners",
                        "With whom, by code. Without these, `blocs` and `regions`: every country and former state.",
                        Schema.text(),
                        codes("LAO", "THA")),
                Parameter.list("blocs", "With members of these blocs, by code.", Schema.text(), codes("ASEAN")),
                Parameter.query(
                        "composition",
                        "When a member of a bloc counts; `AS_OF_YEAR` if it is left out.",
                        Schema.oneOf(Composition.class),
                        Composition.CURRENT.name()),
                Parameter.query(
                        "membersOf",
                        "With `composition=LIKE_FOR_LIKE`: the year whose members of a bloc count in every period.",
                        Schema.integer(),
                        2020),
                Parameter.list("regions", "With partners of these regions.", Schema.text(), codes("Southern Asia")),
                Parameter.query(
                        "classification",
                        "The classification that `level` and `products` are of.",
                        Schema.oneOf(Classification.class),
                        Classification.HS1992.name()),
                Parameter.query("level", "Products of this level of the `classification`.", Schema.integer(), 2),
                Parameter.list(
                        "products",
                        "Products by code of the `classification`. Without these and `level`: all goods as one product, `TOTAL`.",
                        Schema.text(),
                        codes("TOTAL")),
                Parameter.list(
                        "flows",
                        "Which flows; exports and imports if it is left out.",
                        Schema.oneOf(Flow.class),
                        codes(Flow.EXPORTS.name())),
                Parameter.query(
                        "frequency",
                        "Length of the periods: years if it is left out, or what the `datasets` have.",
                        Schema.oneOf(Frequency.class),
                        Frequency.ANNUAL.name()),
                Parameter.query("from", "First year.", Schema.integer(), 2019),
                Parameter.query("fromMonth", "First month of the year `from`; not for years.", month(), 6),
                Parameter.query("to", "Last year.", Schema.integer(), 2020),
                Parameter.query("toMonth", "Last month of the year `to`; not for years.", month(), 6),
                currency(),
                Parameter.query(
                        "minValue",
                        "Only figures of at least this amount, in units of their currency.",
                        Schema.number(),
                        1000000),
                Parameter.query(
                        "maxValue",
                        "Only figures of at most this amount, in units of their currency.",
                        Schema.number(),
                        1000000),
                Parameter.list("datasets", "Only from these datasets, by id.", Schema.text(), codes("trade_annual")),
                Parameter.query(
                        "orderBy",
                        "In which order; in the one that begins soonest if it is left out.",
                        Schema.oneOf(TradeFlowOrder.class),
                        TradeFlowOrder.PERIOD.name()),
                FileDescription.AS_OF,
                COMMENTS,
                FileDescription.SPREADSHEET_SAFE);
    }

    private static List<Parameter> ofSeries() {
        return List.of(
                Parameter.list(
                        "reporters",
                        "Who reports, by code; China (`CHN`) if it is left out, `" + SeriesRequest.ALL
                                + "` for whoever does.",
                        Schema.text(),
                        codes("CHN")),
                Parameter.list(
                        "partners", "With whom, by code; all if it is left out.", Schema.text(), codes("LAO", "VNM")),
                currency(),
                Parameter.query("from", "First year.", Schema.integer(), 2019),
                Parameter.query("to", "Last year.", Schema.integer(), 2020),
                FileDescription.AS_OF,
                COMMENTS,
                FileDescription.SPREADSHEET_SAFE);
    }

    private static Parameter currency() {
        return Parameter.query(
                "currency", "Only figures in this currency.", Schema.oneOf(Currency.class), Currency.USD.name());
    }

    private static JsonObject month() {
        return Schema.integer(JANUARY, DECEMBER);
    }

    private static JsonArray codes(String... codes) {
        return new JsonArray(List.of(codes));
    }
}
