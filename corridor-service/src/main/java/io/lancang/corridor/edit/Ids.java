package io.lancang.corridor.edit;

import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.regex.Pattern;

/** Rules for ids that a steward gives, and the tables of identities that they go to. */
final class Ids {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    private Ids() {}

    /** @throws ServiceException BAD_USER_INPUT if {@code id} is not of lower-case letters and digits joined by hyphens */
    static void check(String id) {
        if (id.length() > LONGEST || !FORM.matcher(id).matches()) {
            throw ServiceException.badInput(
                    "`id` is '" + id + "'; it must be of lower-case letters and digits, joined by hyphens, at most "
                            + LONGEST + " characters.",
                    "Send an id such as mohan or clr-05.");
        }
    }

    /**
     * Makes an id known; fails with BAD_USER_INPUT if something has it already, now or in the past.
     *
     * @param table the table of identities
     */
    static Uni<?> claim(SqlConnection connection, String table, String id) {
        return connection
                .preparedQuery("insert into " + table + " (id) values ($1) on conflict do nothing")
                .execute(Tuple.of(id))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw ServiceException.badInput(
                                "There is, or once was, a " + table + " '" + id + "'.", "Choose another id.");
                    }
                });
    }

    /** A text that is there and not blank. */
    static void requireText(String argument, String text) {
        if (text.isBlank()) {
            throw ServiceException.badInput("`" + argument + "` is blank and must not be.", "Send a text.");
        }
    }
}
