package io.lancang.trade.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which products of two classifications are alike, of concordances that differ in one thing. */
@QuarkusTest
class ConcordanceTest extends TradeServiceTest {
    @Inject
    DataSource database;

    /** Machinery and animals of 2022 are like sections 7 and 0; the same codes of 1992 and of SITC 4 are like others, and two were put right. */
    @BeforeEach
    void make() throws SQLException {
        execute("""
                insert into product_concordance
                  (hs_classification, hs_code, sitc_classification, sitc_code, source_id, release_id, superseded_by)
                values
                  ('HS2022', '84', 'SITC3', '7', 'CONCORDANCE_R', 1, null),
                  ('HS2022', '01', 'SITC3', '0', 'CONCORDANCE_R', 1, null),
                  ('HS1992', '84', 'SITC3', '6', 'CONCORDANCE_R', 1, null),
                  ('HS1992', '85', 'SITC4', '7', 'CONCORDANCE_R', 1, null),
                  ('HS2022', '84', 'SITC3', '5', 'CONCORDANCE_R', 1, 1),
                  ('HS2022', '86', 'SITC3', '7', 'CONCORDANCE_R', 1, 1)
                """);
    }

    @AfterEach
    void forget() throws SQLException {
        execute("delete from product_concordance where length(hs_code) = 2 and length(sitc_code) = 1");
    }

    @Test
    void isOfTheSameClassificationAndOfWhatStands() {
        assertEquals(List.of("7"), alike("HS2022", "84", "SITC3"));
        assertEquals(List.of("84"), alike("SITC3", "7", "HS2022"));
        assertEquals(List.of(), alike("SITC3", "7", "HS1992"));
    }

    private static List<String> alike(String classification, String code, String other) {
        return Graph.data("{ product(classification: " + classification + ", code: \"" + code
                        + "\") { concordance { classification code } } }")
                .getList("data.product.concordance.findAll { it.classification == '" + other + "' }.code");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }
}
