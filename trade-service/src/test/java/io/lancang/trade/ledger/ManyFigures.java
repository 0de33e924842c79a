package io.lancang.trade.ledger;

import io.lancang.kit.fixture.Steward;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.Selector;
import io.lancang.trade.selection.SqlParameters;
import io.lancang.trade.selection.TradeFlowFilter;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A dataset with many figures, whose amounts are 0 to 47,999, each once and in no order, and what statements read of it. */
class ManyFigures extends TradeServiceTest {
    static final String DATASET = "many_figures";
    static final List<String> PARTNERS = List.of("AUS", "DEU", "FRA", "JPN", "KOR", "LAO", "THA", "USA", "VNM", "ZAF");
    /** In each month of two years, with each partner, of each subheading. */
    static final int MONTHS = 24;

    static final int PRODUCTS = 200;

    @Inject
    Pool pool;

    @Inject
    Selector selector;

    private static boolean isLoaded;

    @BeforeEach
    void loadManyFigures() {
        if (isLoaded) {
            return;
        }
        RestAssured.given()
                .auth()
                .oauth2(Steward.token("steward"))
                .contentType("application/json")
                .body("""
                        {"title": "Many", "definition": "Made by a rule", "source": {"id": "GACC_2024", "title": "Rule"}}
                        """)
                .put("/datasets/" + DATASET)
                .then()
                .statusCode(204);
        RestAssured.given()
                .auth()
                .oauth2(Steward.token("steward"))
                .contentType("text/csv")
                .body(file().getBytes(StandardCharsets.UTF_8))
                .post("/releases?dataset=" + DATASET)
                .then()
                .statusCode(201);
        isLoaded = true;
    }

    static List<String> products() {
        return Graph.data("{ products(classification: HS2022, level: 6, first: " + PRODUCTS + ") { nodes { code } } }")
                .getList("data.products.nodes.code");
    }

    private static String file() {
        List<String> products = products();
        StringBuilder rows = new StringBuilder("period,partner,flow,classification,product,currency,amount\n");
        int amount = 0;
        for (int month = 0; month < MONTHS; month++) {
            for (String partner : PARTNERS) {
                for (String product : products) {
                    // 7919 is prime to 48,000: every amount is there once, in no order.
                    amount = (amount + 7919) % (MONTHS * PARTNERS.size() * products.size());
                    rows.append("%d-%02d,%s,EXPORT,HS2022,%s,USD,%d%n"
                            .formatted(2023 + month / 12, month % 12 + 1, partner, product, amount));
                }
            }
        }
        return rows.toString();
    }

    record Statement(String sql, SqlParameters parameters) {}

    Selection selected(String goods, @Nullable Double least) {
        return selected(null, goods, least, null);
    }

    /** @param year the only one; both if null */
    Selection selected(@Nullable List<String> partners, String goods, @Nullable Double least, @Nullable Integer year) {
        return selected(partners, goods, least, null, year);
    }

    /** @param most no more than this; any if null */
    Selection selected(
            @Nullable List<String> partners,
            String goods,
            @Nullable Double least,
            @Nullable Double most,
            @Nullable Integer year) {
        boolean isNamed = "a product".equals(goods);
        Integer level = isNamed ? null : Integer.valueOf(goods.substring(goods.length() - 1));
        return selector.of(
                        new TradeFlowFilter(
                                null,
                                partners,
                                null,
                                null,
                                null,
                                null,
                                Classification.HS2022,
                                level,
                                isNamed ? List.of(products().getFirst()) : null,
                                null,
                                Frequency.MONTHLY,
                                year,
                                null,
                                year,
                                null,
                                null,
                                least,
                                most,
                                List.of(DATASET)),
                        Vantage.PRESENT)
                .await()
                .indefinitely();
    }

    List<List<String>> rows(Statement statement) {
        List<List<String>> rows = new ArrayList<>();
        execute(statement.sql(), statement.parameters())
                .forEach(row -> rows.add(IntStream.range(0, row.size())
                        .mapToObj(column -> String.valueOf(row.getValue(column)))
                        .toList()));
        return rows;
    }

    RowSet<Row> execute(String sql, SqlParameters parameters) {
        return pool.preparedQuery(sql).execute(parameters.tuple()).await().indefinitely();
    }

    /** How many figures of the dataset a statement looks at, those that it passes over among them. */
    long read(Statement statement) {
        JsonArray plans =
                new JsonArray(execute("explain (analyze, format json) " + statement.sql(), statement.parameters())
                        .iterator()
                        .next()
                        .getValue(0)
                        .toString());
        return RowsRead.of(plans.getJsonObject(0).getJsonObject("Plan"));
    }
}
