package io.lancang.trade.intake;

import io.lancang.kit.dataset.Doubt;
import io.lancang.kit.dataset.DoubtFinder;
import io.lancang.kit.dataset.RowCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is odd about figures of trade: periods to come, trade with oneself, partners that the reporter had no figure of before,
 * and amounts of all goods, or of the products of a level together, a thousand times those of the periods beside them, as if a unit
 * had been mistaken.
 */
final class FlowDoubts implements DoubtFinder {
    private final String dataset;
    private final FlowWords words;

    /** @param dataset number of the dataset that is loaded into */
    FlowDoubts(String dataset, FlowWords words) {
        this.dataset = dataset;
        this.words = words;
    }

    /** New parts of the table are taken out of the stage when they are published. */
    @Override
    public boolean isBeforePublication() {
        return true;
    }

    @Override
    public void find(Connection connection, Consumer<Doubt> doubts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists flow_doubt");
            statement.execute(FlowDoubtSql.SUMS.replace("{staged}", RowCheck.STAGED));
            statement.execute("analyze flow_doubt");
            try (ResultSet pairs = statement.executeQuery(FlowDoubtSql.PAIRS.replace("{dataset}", dataset))) {
                while (pairs.next()) {
                    doubtPair(pairs, doubts);
                }
            }
            try (ResultSet steps = statement.executeQuery(FlowDoubtSql.STEPS)) {
                while (steps.next()) {
                    doubtStep(steps, "", doubts);
                }
            }
            try (ResultSet steps = statement.executeQuery(FlowDoubtSql.STEPS_OF_PRODUCTS)) {
                while (steps.next()) {
                    doubtStep(steps, sumOf(steps), doubts);
                }
            }
        }
    }

    private static String sumOf(ResultSet step) throws SQLException {
        return "of " + step.getString("classification") + " at level " + step.getInt("level") + ", "
                + step.getLong("figures") + " figures of this period together: ";
    }

    private void doubtPair(ResultSet pair, Consumer<Doubt> doubts) throws SQLException {
        String reporter = pair.getString("reporter");
        String partner = pair.getString("partner");
        @Nullable Long laterLine = pair.getObject("later_line", Long.class);
        if (laterLine != null) {
            doubts.accept(new Doubt(
                    laterLine, words.period(), "is a period to come: the file reaches to " + pair.getString("last")));
        }
        if (pair.getBoolean("is_own")) {
            doubts.accept(new Doubt(
                    pair.getLong("line"),
                    words.partner(),
                    reporter + " trades with itself: reporter and partner are the same"));
        } else if (pair.getBoolean("is_stranger")) {
            doubts.accept(new Doubt(
                    pair.getLong("line"),
                    words.partner(),
                    partner + " is no partner that any other dataset has figures of by " + reporter));
        }
    }

    /** @param what what the amount is of, if it is no figure of the row */
    private void doubtStep(ResultSet step, String what, Consumer<Doubt> doubts) throws SQLException {
        doubts.accept(new Doubt(
                step.getLong("line"),
                words.amount(),
                what + step.getString("amount")
                        + (step.getBoolean("is_more") ? " is 1,000 times " : " is a thousandth of ")
                        + step.getString("neighbour")
                        + ", the figure beside it, or further from it: is the unit the same?"));
    }
}
