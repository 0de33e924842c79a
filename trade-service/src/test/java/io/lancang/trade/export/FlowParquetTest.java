package io.lancang.trade.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.DuckDb;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports as Parquet, as DuckDB reads them. */
@QuarkusTest
class FlowParquetTest extends TradeServiceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    /** China's exports to Laos were 1,787,923,750 US dollars in 2019 and 1,497,753,150 in 2020: 3,285,676,900. */
    @Test
    void hasTheFiguresAndTheirTypes() throws Exception {
        save("trade-flows.parquet?datasets=trade_annual&partners=LAO&from=2019&to=2020", "laos.parquet");

        assertEquals(
                List.of("2 3285676900.0000000000 2019 2020 IMF_DOTS_2022"),
                query("select count(*), sum(amount), min(period), max(period), min(source) from 'laos.parquet'"
                        + " where flow = 'EXPORT'"));
        assertEquals(
                List.of(
                        "amount DECIMAL(38,10)",
                        "net_weight_estimated BOOLEAN",
                        "partner VARCHAR",
                        "quantity DECIMAL(38,10)"),
                query(
                        "select column_name, column_type from (describe from 'laos.parquet')"
                                + " where column_name in ('amount', 'net_weight_estimated', 'partner', 'quantity') order by 1"));
        assertEquals(List.of("4"), query("select count(*) from 'laos.parquet' where quantity is null"));
        assertTrue(query("select decode(value) from parquet_kv_metadata('laos.parquet') where decode(key) = 'notes'")
                .getFirst()
                .startsWith("IMF Direction of Trade Statistics: China by partner and year (trade_annual), release "));
    }

    /** More figures than one group of rows has. */
    @Test
    void hasEveryRowOfTheSameFileAsCsv() throws Exception {
        save("trade-flows.parquet", "all.parquet");
        save("trade-flows.csv?comments=false", "all.csv");
        String table = "read_csv('all.csv', header = true, all_varchar = true, nullstr = '')";
        String columns =
                "period, reporter, partner, flow, classification, product, currency, amount::decimal(38,10) as amount,"
                        + " valuation, quality, source, dataset, release::bigint as release, quantity::decimal(38,10) as quantity,"
                        + " quantity_unit, quantity_estimated::boolean as quantity_estimated";

        assertEquals(
                query("select count(*) from " + table),
                query("select sum(num_rows)::bigint from parquet_file_metadata('all.parquet')"));
        assertTrue(Integer.parseInt(query("select num_row_groups from parquet_file_metadata('all.parquet')")
                        .getFirst())
                > 1);
        assertEquals(
                List.of("0"),
                query("select count(*) from (select " + columns + " from 'all.parquet' except all select " + columns
                        + " from " + table + ")"));
        assertEquals(
                List.of("0"),
                query("select count(*) from (select " + columns + " from " + table + " except all select " + columns
                        + " from 'all.parquet')"));
    }

    /** However many rows come at once. */
    @Test
    void hasTenThousandRowsInEachGroupButTheLast() throws Exception {
        save("trade-flows.parquet", "all.parquet");

        assertEquals(
                List.of("10000"),
                query("select distinct row_group_num_rows from parquet_metadata('all.parquet') where row_group_id <"
                        + " (select max(row_group_id) from parquet_metadata('all.parquet'))"));
    }

    @Test
    void isOfTheSameFiguresAsLinesOfJson() throws Exception {
        save("trade-flows.parquet", "all.parquet");
        save("trade-flows.ndjson", "all.ndjson");
        String columns =
                "period, reporter, partner, flow, classification, product, currency, amount::decimal(38,10) as amount,"
                        + " valuation, quality, source, dataset, release, quantity::decimal(38,10) as quantity, quantity_unit";

        for (String tables :
                List.of("'all.parquet' except all {} 'all.ndjson'", "'all.ndjson' except all {} 'all.parquet'")) {
            assertEquals(
                    List.of("0"),
                    query("select count(*) from (select " + columns + " from "
                            + tables.replace("{}", "select " + columns + " from")
                                    .replace(
                                            "'all.ndjson'",
                                            "read_json('all.ndjson', columns = {period: 'varchar',"
                                                    + " reporter: 'varchar', partner: 'varchar', flow: 'varchar', classification: 'varchar',"
                                                    + " product: 'varchar', currency: 'varchar', amount: 'decimal(38,10)', valuation: 'varchar',"
                                                    + " quality: 'varchar', source: 'varchar', dataset: 'varchar', release: 'bigint',"
                                                    + " quantity: 'decimal(38,10)', quantity_unit: 'varchar'})")
                            + ")"));
        }
    }

    @Test
    void isAnEmptyTableWhereThereIsNothing() throws Exception {
        save("trade-flows.parquet?partners=LAO&minValue=1e18", "none.parquet");

        assertEquals(List.of("0"), query("select count(*) from 'none.parquet'"));
        assertEquals(List.of("18"), query("select count(*) from (describe from 'none.parquet')"));
    }

    /** Laos' exports of 2021 are missing: a row without an amount, which no sum counts. */
    @Test
    void hasSeriesWithWhatIsMissing() throws Exception {
        save("trade-annual.parquet?partners=LAO&currency=USD&from=2019&to=2021", "laos.parquet");

        assertEquals(
                List.of("3 2 3285676900.0000000000 NOT_COVERED"),
                query("select count(*), count(amount), sum(amount), max(gap_reason) from 'laos.parquet'"
                        + " where flow = 'EXPORT'"));
        assertEquals(
                List.of("amount DECIMAL(38,10)", "period VARCHAR"),
                query("select column_name, column_type from (describe from 'laos.parquet')"
                        + " where column_name in ('amount', 'period') order by 1"));
    }

    /** Of all reporters by year, and of China by month. */
    @ParameterizedTest
    @CsvSource({"trade-annual,ALL,15000", "trade-monthly,CHN,2000"})
    void hasEveryRowOfTheSameSeriesAsCsv(String file, String reporters, int atLeast) throws Exception {
        save(file + ".parquet?reporters=" + reporters, "series.parquet");
        save(file + ".csv?comments=false&reporters=" + reporters, "series.csv");
        String table = "read_csv('series.csv', header = true, all_varchar = true, nullstr = '')";
        String columns =
                "period, reporter, partner, flow, currency, amount::decimal(38,10) as amount, valuation, quality,"
                        + " gap_reason, source";

        int rows = Integer.parseInt(query("select count(*) from " + table).getFirst());
        assertTrue(rows > atLeast, rows + " rows");
        assertEquals(List.of("" + rows), query("select count(*) from 'series.parquet'"));
        assertEquals(
                List.of("0"),
                query("select count(*) from (select " + columns + " from 'series.parquet' except all select " + columns
                        + " from " + table + ")"));
    }

    private void save(String address, String file) throws IOException {
        HttpResponse<byte[]> answer = FlowFile.get(address);
        assertEquals(200, answer.statusCode());
        Files.write(folder.resolve(file), answer.body());
    }

    private List<String> query(String sql) throws SQLException {
        return DuckDb.query(folder, sql);
    }
}
