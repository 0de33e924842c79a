package io.lancang.trade.bench;

import io.lancang.kit.fixture.ServiceDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What figures and their sums take on disk, and how evenly they would lie on the shards of Citus. */
final class Sizes {
    private static final String TABLES = """
            select name, sum(pg_table_size(t.relid))::bigint as rows, sum(pg_indexes_size(t.relid))::bigint as indexes
            from unnest(array['trade_flow', 'trade_rollup', 'trade_product_rollup', 'trade_product_year', 'trade_flow_tally',
                              'trade_level_total', 'trade_amount_tally']) with ordinality as each (name, place)
            cross join lateral (select relid from pg_partition_tree(name) where isleaf
                                union select to_regclass(name) where not exists (select from pg_partition_tree(name))) as t
            group by name, place order by place
            """;

    private Sizes() {}

    /** Lines that tell it. */
    static List<String> of(ServiceDatabase database, long figures) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            long all = 0;
            try (ResultSet table = statement.executeQuery(TABLES)) {
                while (table.next()) {
                    long rows = table.getLong("rows");
                    long indexes = table.getLong("indexes");
                    all += rows + indexes;
                    lines.add("  %-20s %,9.1f MB of rows, %,9.1f MB of indexes: %6.1f bytes a figure"
                            .formatted(
                                    table.getString("name"),
                                    rows / 1e6,
                                    indexes / 1e6,
                                    (double) (rows + indexes) / figures));
                }
            }
            lines.add("  all of them %,.1f MB, %.1f bytes a figure".formatted(all / 1e6, (double) all / figures));
            lines.add(shares(statement, "partner_code", "trade_flow"));
            lines.add(shares(statement, "partner_code", "trade_rollup"));
            lines.add(shares(statement, "product_code", "trade_product_rollup"));
        }
        return lines;
    }

    /** 32 shards, as Citus makes them: equal ranges of the hash that PostgreSQL has for texts. */
    private static String shares(Statement statement, String key, String table) throws SQLException {
        try (ResultSet shares = statement.executeQuery("""
            select round(100.0 * max(figures) / sum(figures), 1), round(100.0 * max(node) / sum(figures), 1), round(100.0 * max(partner) / sum(figures), 1)
            from (
              select shard, figures, sum(figures) over (partition by shard %% 4) as node, partner
              from (
                select (hashtext(%1$s)::bigint + 2147483648) >> 27 as shard, sum(figures) as figures, max(figures) as partner
                from (select %1$s, count(*) as figures from %2$s where superseded_by is null group by 1) as k group by 1
              ) as s
            ) as n
            """.formatted(key, table))) {
            shares.next();
            return "  %s by %s: %s %% in the fullest of 32 shards, %s %% on the fullest of 4 nodes, %s %% of the largest key"
                    .formatted(table, key, shares.getString(1), shares.getString(2), shares.getString(3));
        }
    }
}
