package io.lancang.trade.storage;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import io.lancang.kit.load.LoadRequest;
import io.lancang.kit.load.LoadResult;
import io.lancang.kit.load.ReleaseLoader;
import io.lancang.kit.load.WithdrawalEntry;
import io.lancang.kit.singlefact.Consent;
import io.lancang.trade.distribution.CitusStandIn;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.period.Frequency;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database with what figures are about, and a dataset whose files have a period, partner, product, amount and quality a row, and perhaps
 * reporter, currency, frequency, source and valuation: China, USD, months, the customs and that of the flow where they are left out. They are exports, but for those of a partner with
 * {@code /M} behind it.
 */
final class SampleFigures implements AutoCloseable {
    private static final String NUMBER = "900";
    private static final String OTHER_NUMBER = "901";
    private static final String HEADER =
            "period,partner,product,amount,quality,reporter,currency,frequency,source,valuation";
    /** The columns of a row that leaves the others out. */
    private static final int SHORT = 5;
    /** Those of a row with all but the valuation. */
    private static final int WITHOUT_VALUATION = 9;

    private static final String GACC = "GACC_2024";
    private static final String IMPORTS = "/M";
    private static final Dataset SAMPLE = dataset("sample", NUMBER);
    private static final Dataset OTHER = dataset("other", OTHER_NUMBER);

    private final ServiceDatabase database;
    private final ReleaseLoader loader;

    private SampleFigures(ServiceDatabase database) {
        this.database = database;
        this.loader = new ReleaseLoader(database.dataSource());
    }

    /** In the tables of today. */
    static SampleFigures ofToday() {
        return new SampleFigures(ServiceDatabase.start(new Terms()));
    }

    /**
     * In the tables as they were.
     *
     * @param version the last migration to run, before partners had successors and a past: what loads them now writes the one and looks at the other
     */
    static SampleFigures of(String version) throws SQLException, IOException {
        SampleFigures figures = new SampleFigures(ServiceDatabase.start());
        figures.loadTerms(version);
        return figures;
    }

    private static Dataset dataset(String code, String number) {
        return TradeFlowTable.dataset(code, number, List.of(HEADER.split(",")), (row, rows) -> {
            String partner = row.text("partner");
            String flow = flowWith(partner);
            new Figure(
                            number,
                            row.text("frequency"),
                            row.date("period").toString(),
                            row.text("reporter"),
                            partner.replace(IMPORTS, ""),
                            flow,
                            row.text("product"),
                            row.text("currency"),
                            row.amount("amount").toPlainString(),
                            row.text("valuation"),
                            row.text("quality"),
                            row.text("source"))
                    .addTo(rows);
        });
    }

    /** Makes the tables as they were and loads what figures refer to. Repeatable migrations are of today: these are made without. */
    private void loadTerms(String version) throws SQLException, IOException {
        Tables.migrations(database.dataSource())
                .repeatableSqlMigrationPrefix("none")
                .target(version)
                .load()
                .migrate();
        execute(
                "alter table partner add column succeeded_by text[];"
                        + "create table partner_past (code text, name_en text, name_zh text, region text, superseded_by bigint)");
        Terms.load(database.dataSource());
        execute("alter table partner drop column succeeded_by; drop table partner_past");
        // What loads write of figures today, until the migration that adds it.
        for (String table : List.of("trade_flow_row", "trade_flow")) {
            execute("alter table " + table + " add column quantity numeric, add column quantity_unit text,"
                    + " add column quantity_estimated boolean, add column net_weight numeric,"
                    + " add column weight_estimated boolean");
        }
    }

    /** Distributes all figures, on this one server. */
    void distribute() throws SQLException, IOException {
        CitusStandIn.install(database.dataSource());
        CitusStandIn.distribute(database.dataSource());
    }

    /** Brings the tables up to what they are today. */
    void migrate() throws SQLException {
        for (String table : List.of("trade_flow_row", "trade_flow")) {
            execute("alter table " + table + " drop column quantity, drop column quantity_unit,"
                    + " drop column quantity_estimated, drop column net_weight, drop column weight_estimated");
        }
        new Tables().fill(database.dataSource());
    }

    /** Forgets every figure that was loaded. */
    void clear() throws SQLException {
        execute(
                "truncate trade_flow, trade_rollup, trade_product_rollup, trade_product_year, trade_level_total, trade_flow_tally,"
                        + " trade_amount_tally");
        execute("delete from release where dataset in ('sample', 'other')");
    }

    /** Forgets every figure, and that the datasets ever had any: the next load is their first. */
    void clearPartitions() throws SQLException {
        clear();
        execute(
                "do $$ begin execute (select coalesce(string_agg('drop table ' || oid::regclass, '; '), 'select') from pg_class"
                        + " where relname ~ '_d(" + NUMBER + "|" + OTHER_NUMBER + ")$' and relkind = 'r'); end $$");
    }

    /** Loads a file that stands for the whole dataset, and returns its release. */
    long load(String... rows) throws SQLException, IOException {
        return ((LoadResult.Loaded) loader.load(SAMPLE, file(rows))).release();
    }

    /** Loads a file of another dataset, and returns its release. */
    long loadOther(String... rows) throws SQLException, IOException {
        return ((LoadResult.Loaded) loader.load(OTHER, file(rows))).release();
    }

    /** Loads a file that stands for its months. */
    LoadResult loadMonths(String... rows) throws SQLException, IOException {
        return loadMonths(LoadProgress.NONE, rows);
    }

    /** Loads a file that stands for its months, and tells how far it is. */
    LoadResult loadMonths(LoadProgress progress, String... rows) throws SQLException, IOException {
        return loader.load(new LoadRequest(
                SAMPLE,
                file(rows),
                Replacement.SLICES,
                LoadRequest.Outcome.PUBLISH,
                Consent.ALL,
                LoadRequest.Contention.REFUSE,
                progress));
    }

    LoadResult withdraw(long release) throws SQLException {
        return loader.withdraw(SAMPLE, release, WithdrawalEntry.NONE);
    }

    /** @param partner with {@code /M} behind it for imports */
    private static String flowWith(String partner) {
        return (partner.endsWith(IMPORTS) ? Flow.IMPORTS : Flow.EXPORTS).code();
    }

    private static String rest(String row) {
        String[] cells = row.split(",", -1);
        String valuation = "," + TradeFlowTable.valuationOf(flowWith(cells[1]));
        return switch (cells.length) {
            case SHORT -> ",CHN,USD," + Frequency.MONTHLY.code() + "," + GACC + valuation;
            case WITHOUT_VALUATION -> valuation;
            default -> "";
        };
    }

    private static ReleaseFile file(String... rows) {
        String content = HEADER + "\n"
                + Stream.of(rows).map(row -> row + rest(row) + "\n").collect(Collectors.joining());
        return new ReleaseFile() {
            @Override
            public String name() {
                return "sample.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    /** Rows with their values between blanks. */
    List<String> query(String sql) throws SQLException {
        return database.query(sql);
    }

    void execute(String sql) throws SQLException {
        database.execute(sql);
    }

    @Override
    public void close() {
        database.close();
    }
}
