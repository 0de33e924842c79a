package io.lancang.kit.singlefact;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The names of one table that were not given by files of its dataset. The table has the present; a table with {@code _past} behind its
 * name has what was before each release that changed it. Names of tables and columns are written into SQL as they are: they come from
 * code, never from input.
 *
 * @param dataset whose files write the table
 * @param key the columns that tell one row from another
 * @param remembered the columns whose former values are kept
 */
public record SingleTerms(
        Connection connection, String dataset, String table, List<String> key, List<String> remembered) {
    private static final int LONGEST_VALUE = 60;

    /**
     * What a release of the dataset undid, in the order of the single facts: values that one gave, that were in force, and that are
     * others now. A value was given by the release behind the last state with another one.
     *
     * @param release whose rows are in the table
     */
    public List<UndoneEdit> undoneBy(long release) throws SQLException {
        String sql = """
                select r.id as edit, r.file_name as what,
                       string_agg(concat(v.name, ' ', left(coalesce(v.now, 'nothing'), %1$d), ' to ',
                                         left(coalesce(v.later, 'nothing'), %1$d)), ', ' order by v.name, %2$s) as changed
                from %3$s_past b
                join %3$s c on %4$s
                cross join lateral (values %5$s) v (name, now, later)
                cross join lateral (
                  select max(q.superseded_by) as id from %3$s_past q cross join lateral (values %6$s) w (name, was)
                  where %7$s and q.superseded_by < b.superseded_by and w.name = v.name and w.was is distinct from v.now) g
                join release r on r.id = g.id and r.dataset <> ?
                where b.superseded_by = ? and v.later is distinct from v.now
                group by r.id, r.file_name
                order by r.id
                limit %8$d
                """.formatted(
                        LONGEST_VALUE,
                        joined(key, column -> "b." + column, ", "),
                        table,
                        sameKey("c"),
                        joined(
                                remembered,
                                column -> "('" + column + "', b." + column + "::text, c." + column + "::text)",
                                ", "),
                        joined(remembered, column -> "('" + column + "', q." + column + "::text)", ", "),
                        sameKey("q"),
                        Consent.MOST_EDITS + 1);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, dataset);
            statement.setLong(2, release);
            List<UndoneEdit> undone = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    undone.add(
                            new UndoneEdit(found.getLong("edit"), found.getString("what"), found.getString("changed")));
                }
            }
            return undone;
        }
    }

    /** Whether any of these releases of other datasets changed a name. */
    public boolean changedBy(List<Long> releases) throws SQLException {
        String sql = "select from " + table + "_past where superseded_by = any(?) limit 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array ids = connection.createArrayOf("bigint", releases.toArray());
            statement.setArray(1, ids);
            try (ResultSet changed = statement.executeQuery()) {
                return changed.next();
            }
        }
    }

    private String sameKey(String alias) {
        return joined(key, column -> alias + "." + column + " = b." + column, " and ");
    }

    private static String joined(List<String> columns, Function<String, String> part, String between) {
        return columns.stream().map(part).collect(Collectors.joining(between));
    }
}
