package io.lancang.trade.world;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test that makes {@link SmallWorld} and forgets it. It has the profile of {@link io.lancang.trade.Impatient}: the service of most tests may
 * have learned a moment ago which years there are.
 */
abstract class InSmallWorld extends TradeServiceTest {
    static final double EXACT = 1e-9;

    @Inject
    @Nullable
    DataSource database;

    @BeforeEach
    void make() throws SQLException {
        SmallWorld.make(Objects.requireNonNull(database));
    }

    @AfterEach
    void forget() throws SQLException {
        SmallWorld.forget(Objects.requireNonNull(database));
    }

    /** Puts something more into the world of one test. */
    void execute(String statements) throws SQLException {
        SmallWorld.execute(Objects.requireNonNull(database), statements);
    }

    /**
     * Counts figures as a load does.
     *
     * @param which the condition on figures {@code f}
     */
    void tally(String which) throws SQLException {
        execute("""
                insert into trade_flow_tally (dataset_id, frequency, period, reporter_code, partner_code, flow, currency,
                                              classification, level, brought_by, figures, release_id)
                select f.dataset_id, f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.currency, p.classification,
                       p.level, 1, count(*), 1
                from trade_flow f join product p on p.key = f.product_code
                where f.superseded_by is null and %s
                group by 1, 2, 3, 4, 5, 6, 7, 8, 9
                """.formatted(which));
    }

    static JsonPath series(String kind, String code, String arguments, String fields) {
        return Graph.data("{ it: " + kind + "(code: \"" + code + "\") { trade" + arguments + " { " + fields + " } } }")
                .setRootPath("data.it.trade");
    }

    static JsonPath partner(String code, String arguments, String fields) {
        return series("partner", code, arguments, fields);
    }

    static JsonPath bloc(String arguments, String fields) {
        return series("bloc", "QMX", arguments, fields);
    }

    static JsonPath trade(String kind, String code, String fields) {
        return Graph.data("{ it: " + kind + "(code: \"" + code + "\") { trade { " + fields + " } } }")
                .setRootPath("data.it.trade");
    }
}
