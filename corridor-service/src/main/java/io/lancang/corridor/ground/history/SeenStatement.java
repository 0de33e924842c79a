package io.lancang.corridor.ground.history;

import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as it is seen at present or from a moment of the past. Each view of the present, {@code current_x}, has a function {@code x_at(release)} with the same
 * rows as of a release, so that a statement is written once, for the present.
 *
 * @param sql the statement; it is the same for every moment of the past
 * @param parameters its own, and behind them the release if it sees the past
 */
public record SeenStatement(String sql, Tuple parameters) {
    /** What the argument {@code asOf} means here. */
    public static final String AS_OF =
            "Answers from what had been loaded at this moment, with all that is found below: segments, locations, zones,"
                    + " throughput, changes of status, doubts and sources as they were then. The present if left out. Below a partner"
                    + " the present is found, unless its field is given a moment, too.";

    private static final Pattern VIEW = Pattern.compile("\\bcurrent_(\\w+)");

    /**
     * A statement as it is seen from a vantage. The release is a parameter behind those of the statement, so that one prepared
     * statement serves every moment.
     *
     * @param present a statement that reads views of the present
     */
    public static SeenStatement of(String present, Tuple parameters, Vantage seen) {
        Long release = seen.release();
        Matcher views = VIEW.matcher(present);
        if (release == null || !views.find()) {
            return new SeenStatement(present, parameters);
        }
        Tuple all = Tuple.tuple();
        for (int position = 0; position < parameters.size(); position++) {
            all.addValue(parameters.getValue(position));
        }
        all.addLong(release);
        return new SeenStatement(views.replaceAll("$1_at(\\$" + all.size() + "::bigint)"), all);
    }

    /** The rows of a statement as they are seen from a vantage. */
    public static Uni<RowSet<Row>> rows(SqlClient client, String present, Tuple parameters, Vantage seen) {
        SeenStatement statement = of(present, parameters, seen);
        return client.preparedQuery(statement.sql()).execute(statement.parameters());
    }
}
