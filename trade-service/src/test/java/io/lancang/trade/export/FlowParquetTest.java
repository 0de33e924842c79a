package io.lancang.trade.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void isAnEmptyTableWhereThereIsNothing() throws Exception {
        save("trade-flows.parquet?partners=LAO&minValue=1e18", "none.parquet");

        assertEquals(List.of("0"), query("select count(*) from 'none.parquet'"));
        assertEquals(List.of("18"), query("select count(*) from (describe from 'none.parquet')"));
    }

    private void save(String address, String file) throws IOException {
        HttpResponse<byte[]> answer = FlowFile.get(address);
        assertEquals(200, answer.statusCode());
        Files.write(folder.resolve(file), answer.body());
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection duckdb = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = duckdb.createStatement()) {
            statement.execute("set file_search_path = '" + folder + "'");
            try (ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                        cells.add(String.valueOf(found.getString(column)));
                    }
                    rows.add(String.join(" ", cells));
                }
            }
        }
        return rows;
    }
}
