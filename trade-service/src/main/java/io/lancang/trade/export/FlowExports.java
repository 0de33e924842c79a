package io.lancang.trade.export;

import io.lancang.kit.export.CsvFormat;
import io.lancang.kit.export.Export;
import io.lancang.kit.export.ExportConfig;
import io.lancang.kit.export.ExportFormat;
import io.lancang.kit.export.NdjsonFormat;
import io.lancang.kit.export.Question;
import io.lancang.kit.parquet.ParquetFormat;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.ledger.OrderedFigures;
import io.lancang.trade.ledger.TradeFlowOrder;
import io.lancang.trade.selection.ListedSql;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SqlParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Makes files of selected figures. Each has the columns of the service's own import format, and dataset and release. */
@Singleton
final class FlowExports {
    /** What is cited in full; a file of more releases says how many more there are. */
    private static final int MOST_CITED = 50;

    /** So many figures are sorted before the first one is sent; more are read in the order of an index. */
    private static final int FEW = 40_000;

    /** What a file depends on beside releases: it cites titles, which may be edited. */
    private static final String TITLES =
            "(select md5(string_agg(d.code || ' ' || d.title, ',' order by d.id)) from dataset d)";

    private static final String DATASETS = "select id::int, code from dataset";

    private final ExportConfig config;

    FlowExports(ExportConfig config) {
        this.config = config;
    }

    /** The formats of files. */
    enum Kind {
        CSV("csv"),
        NDJSON("ndjson"),
        PARQUET("parquet");

        private final String extension;

        Kind(String extension) {
            this.extension = extension;
        }

        String fileName() {
            return "trade-flows." + extension;
        }

        String extension() {
            return extension;
        }

        /** What its files are, whatever figures they have. */
        String contentType() {
            return switch (this) {
                case CSV -> new CsvFormat(true).contentType();
                case NDJSON -> new NdjsonFormat().contentType();
                case PARQUET -> new ParquetFormat(List.of()).contentType();
            };
        }
    }

    /** What a file is made of. */
    Question question(Kind kind, FlowRequest request, Selection selection) {
        FlowRequest asked = new FlowRequest(
                request.filter(), request.order(), null, request.withComments(), isSpreadsheetSafe(request));
        boolean isOfToday = selection.who().members().composition() == Composition.CURRENT;
        return new Question(
                kind.fileName(),
                formatOf(kind, request, List.of()).contentType(),
                asked.toString(),
                selection.vantage(),
                isOfToday ? TITLES + " || current_date" : TITLES);
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
        return connection
                .preparedQuery(sql)
                .execute(parameters.tuple())
                .map(FlowExports::citations)
                .call(cited -> cited.stream().mapToLong(Citation::figures).sum() > FEW || request.order() != null
                        ? connection.query(OrderedFigures.FIRST_ROWS_FIRST).execute()
                        : Uni.createFrom().nullItem())
                .chain(cited -> connection
                        .query(DATASETS)
                        .execute()
                        .map(datasets -> export(kind, request, selection, cited, codes(datasets))));
    }

    private static Map<Integer, String> codes(RowSet<Row> datasets) {
        return StreamSupport.stream(datasets.spliterator(), false)
                .collect(Collectors.toMap(row -> row.getInteger("id"), row -> row.getString("code")));
    }

    private static List<Citation> citations(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(FlowExports::citationOf)
                .toList();
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

    private Export export(
            Kind kind, FlowRequest request, Selection selection, List<Citation> cited, Map<Integer, String> datasets) {
        List<FlowColumn> columns = FlowColumn.of(selection, datasets);
        SqlParameters parameters = new SqlParameters();
        TradeFlowOrder order = request.order();
        OrderedFigures figures = order == null
                ? OrderedFigures.asRead(selection, parameters)
                : OrderedFigures.of(selection, order, parameters);
        String read = columns.stream()
                .map(column -> column.sql() + " as " + column.name())
                .collect(Collectors.joining(", ", "select ", " from "));
        return new Export(
                read + figures.from() + figures.orderBy(),
                parameters.tuple(),
                new FlowFormat(formatOf(kind, request, cited), columns),
                cited.isEmpty() ? Map.of() : Map.of("link", links(cited)));
    }

    private boolean isSpreadsheetSafe(FlowRequest request) {
        Boolean asked = request.spreadsheetSafe();
        return asked == null ? config.spreadsheetSafe() : asked;
    }

    private ExportFormat formatOf(Kind kind, FlowRequest request, List<Citation> cited) {
        boolean safe = isSpreadsheetSafe(request);
        return switch (kind) {
            case CSV -> request.withComments() ? new CsvFormat(comments(cited), safe) : new CsvFormat(safe);
            case NDJSON -> new NdjsonFormat();
            case PARQUET -> new ParquetFormat(comments(cited));
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
