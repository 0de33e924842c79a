package io.lancang.trade.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says of each figure, beside what the database says of it in the words of files. */
@QuarkusTest
class FlowWordsTest extends TradeServiceTest {
    private static final String WORDS = """
            select %s, f.reporter_code, f.partner_code,
                   case f.flow when 'X' then 'EXPORT' when 'M' then 'IMPORT' when 'x' then 'RE_EXPORT' else 'RE_IMPORT' end,
                   %s, %s, f.currency, f.amount, f.valuation,
                   case f.quality when 'R' then 'REPORTED' when 'D' then 'DERIVED' when 'C' then 'RECONCILED' else 'ESTIMATED' end,
                   f.source_id, d.code, f.release_id, f.quantity, f.quantity_unit,
                   case when f.quantity_estimated then 'true' when not f.quantity_estimated then 'false' end,
                   f.net_weight, case when f.weight_estimated then 'true' when not f.weight_estimated then 'false' end
            from trade_flow f join dataset d on d.id = f.dataset_id
            where f.superseded_by is null and f.reporter_code = '%s' and f.frequency = '%s' and %s
              and f.partner_code not in (select code from partner where kind = 'AGGREGATE')
            order by f.partner_code, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.dataset_id
            """;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    DataSource dataSource;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHN|A|to_char(f.period, 'YYYY')|frequency=ANNUAL",
                "LAO|A|to_char(f.period, 'YYYY')|reporters=LAO",
                "CHN|M|to_char(f.period, 'YYYY-MM')|frequency=MONTHLY",
                "CHN|C|to_char(f.period, 'YYYY-\"01/\"YYYY-MM')|frequency=CUMULATIVE"
            })
    void saysOfAllGoodsWhatTheTableHas(String reporter, String frequency, String period, String question)
            throws SQLException {
        List<List<String>> expected =
                expected(WORDS.formatted(period, "null", "'TOTAL'", reporter, frequency, "f.product_code = 'TOTAL'"));

        assertTrue(expected.size() > 1, "there are " + expected.size());
        assertEquals(expected, file(question));
    }

    @Test
    void saysOfProductsWhatTheTableHas() throws SQLException {
        List<List<String>> expected = expected(WORDS.formatted(
                "to_char(f.period, 'YYYY')",
                "'SITC3'",
                "substr(f.product_code, 4)",
                "CHN",
                "A",
                "f.product_code in (select key from product where classification = 'SITC3' and level = 1)"));

        assertTrue(expected.size() > 1, "there are " + expected.size());
        assertEquals(expected, file("classification=SITC3&level=1"));
    }

    private static List<List<String>> file(String question) {
        return CsvReader.builder()
                .ofCsvRecord(FlowFile.text(FlowFile.get("trade-flows.csv?comments=false&" + question)))
                .stream()
                .skip(1)
                .map(CsvRecord::getFields)
                .toList();
    }

    private List<List<String>> expected(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(Objects.requireNonNullElse(found.getString(column), ""));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
