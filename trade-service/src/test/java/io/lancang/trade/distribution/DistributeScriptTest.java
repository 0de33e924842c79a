package io.lancang.trade.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What {@code distribute.sql} makes of the tables, and what keeps it from that. */
class DistributeScriptTest {
    private static final Path REPEATED = Path.of("src/main/resources/db/migration");

    private final ServiceDatabase database = ServiceDatabase.start(new Tables());

    @AfterEach
    void stopDatabase() {
        database.close();
    }

    @Test
    void distributesFiguresByPartnerAndSumsOverPartnersByProduct() throws Exception {
        CitusStandIn.install(database.dataSource());

        CitusStandIn.distribute(database.dataSource());

        List<String> distributed = List.of(
                "trade_flow partner_code 1",
                "trade_flow_tally partner_code 1",
                "trade_product_rollup product_code 2",
                "trade_product_year product_code 2",
                "trade_rollup partner_code 1");
        assertEquals(distributed, query("select * from pg_dist_partition order by logicalrelid::text"));
        assertEquals(List.of(), query("select oid from pg_class where relname ~ '^trade_' and relkind = 'p'"));
        assertEquals(List.of(), query("select nspname from pg_namespace where nspname = 'lancang_undistributed'"));
        assertEquals(
                List.of("place_in_time", "quality_of_sum", "quality_over_partners", "weakest_quality"),
                query("select proname from pg_dist_object join pg_proc p on p.oid = objid order by 1"));
    }

    @Test
    void keepsEveryIndexWithUniquenessAmongFiguresOfThePresent() throws Exception {
        String indexes = """
                select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
                where not i.relispartition and t.relname in ('trade_flow', 'trade_flow_present', 'trade_flow_history', 'trade_rollup',
                  'trade_flow_tally', 'trade_product_rollup', 'trade_product_year') order by 1""";
        List<String> before = query(indexes);
        CitusStandIn.install(database.dataSource());

        CitusStandIn.distribute(database.dataSource());

        assertEquals(before, query(indexes));
        assertEquals(
                List.of("(superseded_by IS NULL)"),
                query("select pg_get_expr(indpred, indrelid) from pg_index"
                        + " where indrelid = 'trade_flow'::regclass and indpred is not null"));
    }

    @Test
    void leavesWhatIsDistributedAsItIs() throws Exception {
        CitusStandIn.install(database.dataSource());
        CitusStandIn.distribute(database.dataSource());
        execute(
                "insert into trade_flow_tally values (1, 'A', '2020-01-01', 'CHN', 'LAO', 'X', 'USD', 'HS2022', 6, 1, 1, 1)");
        List<String> tables = query("select * from pg_dist_partition order by 1");

        CitusStandIn.distribute(database.dataSource());

        assertEquals(tables, query("select * from pg_dist_partition order by 1"));
        assertEquals(List.of("LAO"), query("select partner_code from trade_flow_tally"));
    }

    @Test
    void saysWhatIsMissingAndChangesNothing() throws Exception {
        List<String> tables = query("select count(*) from pg_class");

        ServerErrorMessage withoutCitus = refused();
        assertEquals("Citus is not installed in database service", withoutCitus.getMessage());
        assertNotNull(withoutCitus.getHint());
        assertEquals(tables, query("select count(*) from pg_class"));

        CitusStandIn.install(database.dataSource());
        execute("update pg_dist_node set shouldhaveshards = false");
        assertEquals("No node of Citus keeps shards", refused().getMessage());
        execute("drop function name_figures_of_dataset");
        assertEquals(
                "The tables of database service are not those of this version",
                refused().getMessage());
    }

    /** Why the script makes tables without partitions. */
    @Test
    void couldNotDistributeFiguresAsTheyLieOtherwise() throws Exception {
        CitusStandIn.install(database.dataSource());

        assertEquals(
                "distributing multi-level partitioned tables is not supported",
                refused("select create_distributed_table('trade_flow', 'partner_code', colocate_with => 'none')")
                        .getMessage());
    }

    @Test
    void failsWhereAMigrationMakesSomethingUniqueWithoutTheKey() throws Exception {
        CitusStandIn.install(database.dataSource());
        execute("create unique index once on trade_product_year (period, reporter_code)");

        ServerErrorMessage refused = refused();

        assertEquals("cannot create constraint on \"trade_product_year\"", refused.getMessage());
        assertTrue(String.valueOf(refused.getDetail()).startsWith("once: "), refused.getDetail());
    }

    @Test
    void failsWhereAMigrationRefersToOrFromWhatIsDistributed() throws Exception {
        CitusStandIn.install(database.dataSource());
        CitusStandIn.distribute(database.dataSource());
        execute("alter table trade_flow add constraint of_partner foreign key (partner_code) references partner");

        assertEquals(
                "cannot create foreign key constraint of_partner",
                refused("select require_rules_of_distribution()").getMessage());
    }

    @Test
    void failsWhereAMigrationAddsATrigger() throws Exception {
        CitusStandIn.install(database.dataSource());
        CitusStandIn.distribute(database.dataSource());
        execute("create trigger heard after insert on trade_rollup for each row execute function notify_of_release()");

        assertEquals(
                "cannot distribute relation \"trade_rollup\" because it has triggers",
                refused("select require_rules_of_distribution()").getMessage());
    }

    /** Flyway runs them again in a later version, on a database that is distributed by then. */
    @Test
    void leavesTablesThatRepeatableMigrationsRunOnAgain() throws Exception {
        CitusStandIn.install(database.dataSource());
        CitusStandIn.distribute(database.dataSource());

        try (Stream<Path> files = Files.list(REPEATED)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("R__"))
                    .sorted()
                    .toList()) {
                execute(Files.readString(file));
            }
        }

        CitusStandIn.requireRules(database.dataSource());
    }

    private ServerErrorMessage refused() {
        return message(assertThrows(PSQLException.class, () -> CitusStandIn.distribute(database.dataSource())));
    }

    private ServerErrorMessage refused(String sql) {
        return message(assertThrows(PSQLException.class, () -> execute(sql)));
    }

    private static ServerErrorMessage message(PSQLException refused) {
        ServerErrorMessage message = refused.getServerErrorMessage();
        assertNotNull(message);
        return message;
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
