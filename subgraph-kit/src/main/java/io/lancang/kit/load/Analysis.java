package io.lancang.kit.load;

import io.lancang.kit.dataset.LoadProgress;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lets the planner know what a load changed, where that is enough to change a plan: to look at every partition of a large table
 * takes seconds, whatever was loaded. A table that keeps rows is looked at when it changed by a tenth since it was looked at
 * last, which is what PostgreSQL does by itself within a minute; a partitioned one, which PostgreSQL never looks at by itself,
 * when it has a tenth more or fewer rows than it had.
 */
final class Analysis {
    /** A tenth of a small table is nothing that a plan depends on. */
    private static final String WORTH = " > 1000 + 0.1 * greatest(";

    /** What the load looked at itself, within its transaction, still counts as changed. */
    private static final String CHANGED = """
            with asked as (
              select to_regclass(name) as root from unnest(?::text[]) as name
            ), part as (
              select a.root, coalesce(t.relid, a.root) as id, coalesce(t.isleaf, true) as is_leaf
              from asked a left join lateral pg_partition_tree(a.root) t on true
            ), kept as (
              select p.root, p.id, c.reltuples, pg_stat_get_live_tuples(p.id) as rows,
                     pg_stat_get_mod_since_analyze(p.id) as changed,
                     coalesce(pg_stat_get_last_analyze_time(p.id)
                                >= (select started_at from release_load where dataset = ?), false) as is_known
              from part p join pg_class c on c.oid = p.id where p.is_leaf and c.relkind = 'r'
            ), tree as (
              select k.root from kept k join pg_class r on r.oid = k.root and r.relkind = 'p'
              group by k.root, r.reltuples
              having abs(sum(k.rows) - greatest(r.reltuples, 0))""" + WORTH + """
            r.reltuples, 0)
            )
            select root::regclass::text as name from tree
            union all
            select id::regclass::text from kept
            where root not in (select root from tree) and not is_known and changed""" + WORTH + "reltuples, 0)";

    private final Connection connection;

    /** @param connection outside of a transaction, so that each table is seen as soon as it was looked at */
    Analysis(Connection connection) {
        this.connection = connection;
    }

    /** Looks at those of the tables that changed enough, and at those of their partitions that did. */
    void run(String dataset, Collection<String> tables, LoadProgress progress) throws SQLException {
        List<String> changed = changed(dataset, tables);
        try (Statement statement = connection.createStatement()) {
            for (String table : changed) {
                progress.step(LoadProgress.Phase.ANALYZING, changed.indexOf(table) + 1, changed.size());
                statement.execute("analyze " + table);
            }
        }
    }

    private List<String> changed(String dataset, Collection<String> tables) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
            Array names = connection.createArrayOf("text", tables.toArray());
            statement.setArray(1, names);
            statement.setString(2, dataset);
            List<String> changed = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    changed.add(rows.getString("name"));
                }
            }
            return changed;
        }
    }
}
