package io.lancang.trade.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A rolling upgrade migrates while pods of the release before still answer, over connections with statements that are prepared. */
@QuarkusTest
class AddedColumnsTest extends TradeServiceTest {
    private static final String QUESTIONS = """
            {
              partner(code: "LAO") { name succeededBy { code } trade(from: 2020) { points { period { start } } } }
              partners(first: 3, filter: {bloc: "ASEAN"}) { totalCount edges { node { code } } }
              past: partners(first: 3, orderBy: NAME, asOf: "2099-01-01T00:00:00Z") { edges { node { code name } } }
              bloc(code: "ASEAN") { members { partner { code } } }
              datasets { id sources { title } }
              headlines { amount { amount } }
              tradeFlows(first: 3, filter: {partners: ["LAO"]}) { edges { node { partner { code } dataset { id } } } }
            }
            """;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    AgroalDataSource dataSource;

    @Test
    void areNoticedByNobodyWhoReads() throws SQLException {
        String before = Graph.data(QUESTIONS).prettify();
        alter("add column added_meanwhile text");
        try {
            // More often than there are connections: each has its own statements.
            for (int i = 0; i < 30; i++) {
                assertEquals(before, Graph.data(QUESTIONS).prettify());
            }
        } finally {
            alter("drop column added_meanwhile");
        }
        assertEquals(before, Graph.data(QUESTIONS).prettify());
    }

    private void alter(String how) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    declare name regclass;
                    begin
                      for name in select oid::regclass from pg_class where relkind in ('r', 'p') and not relispartition
                                                                       and relnamespace = 'public'::regnamespace loop
                        execute format('alter table %%s %s', name);
                      end loop;
                    end $$
                    """.formatted(how));
        }
    }
}
