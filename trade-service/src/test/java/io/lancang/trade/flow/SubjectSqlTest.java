package io.lancang.trade.flow;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubjectSqlTest extends TradeServiceTest {
    @Inject
    DataSource database;

    @Test
    void isPreparedAtOnceWhicheverParametersAStatementLeavesOut() throws Exception {
        String statement = SubjectSql.statement("select key, $8::text from subject", Vantage.PRESENT);

        try (Connection connection = database.getConnection();
                Statement prepare = connection.createStatement()) {
            assertDoesNotThrow(() -> prepare.execute("prepare whichever as " + statement));
            prepare.execute("deallocate whichever");
        }
    }
}
