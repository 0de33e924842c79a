package io.lancang.corridor.changes.release;

import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.dataset.RowCheck;
import java.sql.ResultSet;
import java.sql.Statement;

/** The rule that what a row names is another row of its own dataset: of the file, or, where they stay, of those beside it. */
final class Siblings {
    private Siblings() {}

    /**
     * The rule for a column.
     *
     * @param column of the table, and of the file
     * @param names SQL expression of an array of ids, of the row {@code s}
     * @param view the rows that stay beside those of the file
     * @param meaning what a row is called
     */
    static RowCheck known(String column, String names, String view, String meaning) {
        String unknown =
                "select s." + RowCheck.LINE + " as line, n.name, n.name = s.id as itself from " + RowCheck.STAGED
                        + " s cross join unnest(" + names + ") n (name) where n.name = s.id or not exists (select from "
                        + RowCheck.STAGED + " o where o.id = n.name)";
        String orStays = " and (n.name = s.id or not exists (select from " + view + " v where v.id = n.name))";
        return (connection, beside, rejections) -> {
            String sql = unknown + (beside.replacement() != Replacement.DATASET ? orStays : "") + " order by 1, 2";
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(RowDoubts.PIECE);
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        String name = rows.getString("name");
                        if (!beside.refused().contains(name)) {
                            rejections.accept(new Rejection(
                                    rows.getLong("line"),
                                    column,
                                    "'" + name + "'"
                                            + (rows.getBoolean("itself")
                                                    ? " is the " + meaning + " itself"
                                                    : " is no known " + meaning)));
                        }
                    }
                }
            }
        };
    }
}
