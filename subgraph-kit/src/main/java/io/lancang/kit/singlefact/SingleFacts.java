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
 * The rows of one table with history that were not written by files of its dataset. Names are written into SQL as they are: they come
 * from code, never from input.
 *
 * @param dataset whose files write the table
 * @param key the columns that tell one row of the present from another
 * @param values the other columns that files fill
 */
public record SingleFacts(Connection connection, String dataset, String table, List<String> key, List<String> values) {
    /** So many are named; more would be read by nobody. */
    public static final int MOST_NAMED = 20;

    private static final int LONGEST_VALUE = 60;

    /**
     * What a release of the dataset undid, in the order of the single facts: values that a single fact gave, that were in force, and
     * that are others now; rows that one gave or corrected, and that are gone. What a file has from an edit is not undone.
     *
     * @param release whose rows are in the table
     */
    public List<UndoneEdit> undoneBy(long release) throws SQLException {
        List<Long> edits = edits();
        // A file closes every row that it changes, and looking at each of those is a part of its load that is felt.
        return edits.isEmpty() ? List.of() : undoneBy(release, edits);
    }

    /** The releases of other datasets that wrote a row. */
    private List<Long> edits() throws SQLException {
        String sql = "select distinct e.release_id from " + table
                + " e where e.release_id in (select id from release where dataset <> ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, dataset);
            List<Long> edits = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    edits.add(found.getLong("release_id"));
                }
            }
            return edits;
        }
    }

    private List<UndoneEdit> undoneBy(long release, List<Long> edits) throws SQLException {
        String sql = """
                select e.release_id as edit, r.file_name as what,
                       coalesce(string_agg(distinct concat(v.name, ' ', left(coalesce(v.now, 'nothing'), %1$d), ' to ',
                                                           left(coalesce(v.later, 'nothing'), %1$d)), ', ')
                                  filter (where n.release_id is not null),
                                'gone') as changed
                from %2$s t
                join %2$s e on %3$s and e.release_id = any(?)
                join release r on r.id = e.release_id
                left join %2$s p on %4$s and p.superseded_by = e.release_id
                left join %2$s n on %5$s and n.release_id = ?
                cross join lateral (values %6$s) v (name, given, before, now, later)
                where t.superseded_by = ?
                  and not exists (select from %2$s f join release o on o.id = f.release_id
                                  where %7$s and o.dataset = ? and f.release_id > e.release_id and f.release_id < ?)
                  and v.given is distinct from v.before and v.now is not distinct from v.given
                  and (n.release_id is null or v.later is distinct from v.now)
                group by e.release_id, r.file_name
                order by e.release_id
                limit %8$d
                """.formatted(
                        LONGEST_VALUE,
                        table,
                        sameKey("e"),
                        sameKey("p"),
                        sameKey("n"),
                        valuesOf(values.isEmpty() ? key : values),
                        sameKey("f"),
                        Consent.MOST_EDITS + 1);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", edits.toArray()));
            statement.setLong(2, release);
            statement.setLong(3, release);
            statement.setString(4, dataset);
            statement.setLong(5, release);
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

    /** Whether any of these releases of other datasets wrote or closed a row. */
    public boolean changedBy(List<Long> releases, String scope) throws SQLException {
        if (releases.isEmpty()) {
            return false;
        }
        String sql = "select from " + table + " t where (" + scope
                + ") and (t.release_id = any(?) or t.superseded_by = any(?)) limit 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array ids = connection.createArrayOf("bigint", releases.toArray());
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            try (ResultSet changed = statement.executeQuery()) {
                return changed.next();
            }
        }
    }

    private String sameKey(String alias) {
        return joined(key, column -> alias + "." + column + " = t." + column, " and ");
    }

    private static String valuesOf(List<String> columns) {
        return joined(
                columns,
                column -> "('" + column + "', e." + column + "::text, p." + column + "::text, t." + column
                        + "::text, n." + column + "::text)",
                ", ");
    }

    private static String joined(List<String> columns, Function<String, String> part, String between) {
        return columns.stream().map(part).collect(Collectors.joining(between));
    }
}
