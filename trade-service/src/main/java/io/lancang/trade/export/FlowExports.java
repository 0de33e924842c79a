package io.lancang.trade.export;

import io.lancang.kit.export.CsvFormat;
import io.lancang.kit.export.Export;
import io.lancang.kit.export.ExportConfig;
import io.lancang.kit.export.ExportFormat;
import io.lancang.kit.export.NdjsonFormat;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.ledger.OrderedFigures;
import io.lancang.trade.ledger.TradeFlowOrder;
import io.lancang.trade.selection.ListedSql;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SelectionSql;
import io.lancang.trade.selection.SqlParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes files of selected figures. Each has the columns of the service's own import format, and dataset and release. */
@Singleton
final class FlowExports {
    /** What is cited in full; a file of more releases says how many more there are. */
    private static final int MOST_CITED = 50;

    /** Codes of figures compare by bytes, and the index of products by the collation of the database: it is asked in its own. */
    private static final String COLUMNS = """
            select case f.frequency when 'A' then to_char(f.period, 'YYYY')
                                    when 'M' then to_char(f.period, 'YYYY-MM')
                                    else to_char(f.period, 'YYYY-"01/"YYYY-MM') end as period,
                   f.reporter_code as reporter, f.partner_code as partner,
                   case f.flow {flows} end as flow,
                   nullif(p.classification, 'ALL') as classification, p.code as product, f.currency, f.amount,
                   f.valuation,
                   case f.quality {qualities} end as quality,
                   f.source_id as source, d.code as dataset, f.release_id as release, f.quantity, f.quantity_unit,
                   f.quantity_estimated, f.net_weight as net_weight_kg, f.weight_estimated as net_weight_estimated
            from {figures}
            join product p on p.key = f.product_code collate "default"
            join dataset d on d.id = f.dataset_id
            """.replace(
                    "{flows}", words(Arrays.stream(Flow.values()), Flow::code, Flow::word))
            .replace("{qualities}", words(Quality.ofDatasets().stream(), Quality::code, Quality::name));

    private final ExportConfig config;

    FlowExports(ExportConfig config) {
        this.config = config;
    }

    /** The branches of a {@code case} that tells the words of files by the codes of the database. */
    private static <T> String words(Stream<T> values, Function<T, String> code, Function<T, String> word) {
        return values.map(value -> "when '" + code.apply(value) + "' then '" + word.apply(value) + "'")
                .collect(Collectors.joining(" "));
    }

    /** The formats of files. */
    enum Kind {
        CSV("csv"),
        NDJSON("ndjson");

        private final String extension;

        Kind(String extension) {
            this.extension = extension;
        }

        String fileName() {
            return "trade-flows." + extension;
        }
    }

    /** The file of a selection, which cites what the connection finds. */
    Uni<Export> of(Kind kind, FlowRequest request, Selection selection, SqlConnection connection) {
        SqlParameters parameters = new SqlParameters();
        String sql = """
                select d.code, d.title, r.id, r.file_name, r.sha256, r.loaded_at, c.figures
                from (%s group by 1, 2) c
                join dataset d on d.id = c.dataset_id
                join release r on r.id = c.release_id
                order by d.id, r.id
                """.formatted(counted(selection, parameters));
        Uni<RowSet<Row>> cited = connection.preparedQuery(sql).execute(parameters.tuple());
        Uni<RowSet<Row>> ready = request.order() == null
                ? cited
                : cited.call(
                        () -> connection.query(OrderedFigures.FIRST_ROWS_FIRST).execute());
        return ready.map(rows -> {
            List<Citation> citations = StreamSupport.stream(rows.spliterator(), false)
                    .map(FlowExports::citationOf)
                    .toList();
            return export(kind, request, selection, citations);
        });
    }

    /** Where it is kept how many figures there are, they are not counted, which would take as long as to read them all. */
    private static String counted(Selection selection, SqlParameters parameters) {
        return ListedSql.isTallied(selection)
                ? "select f.dataset_id, f.brought_by as release_id, sum(f.figures)::bigint as figures"
                        + " from trade_flow_tally f where " + ListedSql.ofTally(selection, parameters)
                : "select f.dataset_id, f.release_id, count(*) as figures from trade_flow f where "
                        + ListedSql.ofFigures(selection, parameters);
    }

    private static Citation citationOf(Row row) {
        return new Citation(
                row.getString("code"),
                row.getString("title"),
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getOffsetDateTime("loaded_at"),
                row.getLong("figures"));
    }

    private Export export(Kind kind, FlowRequest request, Selection selection, List<Citation> cited) {
        SqlParameters parameters = new SqlParameters();
        TradeFlowOrder order = request.order();
        OrderedFigures figures = order == null
                ? new OrderedFigures(
                        "(select f.* from trade_flow f where " + SelectionSql.condition(selection, parameters) + ") f",
                        "")
                : OrderedFigures.of(selection, order, parameters);
        return new Export(
                kind.fileName(),
                COLUMNS.replace("{figures}", figures.from()) + figures.orderBy(),
                parameters.tuple(),
                formatOf(kind, request, cited),
                cited.isEmpty() ? Map.of() : Map.of("link", links(cited)));
    }

    private ExportFormat formatOf(Kind kind, FlowRequest request, List<Citation> cited) {
        Boolean asked = request.spreadsheetSafe();
        boolean safe = asked == null ? config.spreadsheetSafe() : asked;
        return switch (kind) {
            case CSV -> request.withComments() ? new CsvFormat(comments(cited), safe) : new CsvFormat(safe);
            case NDJSON -> new NdjsonFormat();
        };
    }

    private static List<String> comments(List<Citation> cited) {
        List<String> comments = new ArrayList<>();
        cited.stream().limit(MOST_CITED).map(Citation::sentence).forEach(comments::add);
        if (cited.size() > MOST_CITED) {
            comments.add(
                    "and " + (cited.size() - MOST_CITED) + " further releases: see the columns dataset and release");
        }
        comments.add("What is not here is not known; it is no zero.");
        return comments;
    }

    private static String links(List<Citation> cited) {
        return cited.stream()
                .limit(MOST_CITED)
                .map(citation ->
                        "</releases/" + citation.release() + ">; rel=\"cite-as\"; title=\"" + citation.dataset() + "\"")
                .collect(Collectors.joining(", "));
    }
}
