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
 * and amounts a thousand times those of the periods beside them, as if a unit had been mistaken.
 */
final class FlowDoubts implements DoubtFinder {
    /** One pass over the rows: pairs of reporter and partner are few. */
    private static final String PAIRS = """
            with pair as (
              select reporter_code, partner_code, min(line_number)::bigint as line, max(period) as last,
                     min(line_number) filter (where period > current_date)::bigint as later_line
              from {staged} group by reporter_code, partner_code
            )
            select p.reporter_code as reporter, p.partner_code as partner, p.line, p.later_line, p.last::text as last,
                   p.reporter_code = p.partner_code and p.reporter_code <> 'WORLD' as is_own,
                   exists (select from trade_flow_tally t where t.superseded_by is null
                             and t.reporter_code = p.reporter_code and t.dataset_id <> {dataset})
                   and not exists (select from trade_flow_tally t where t.superseded_by is null
                             and t.reporter_code = p.reporter_code and t.partner_code = p.partner_code
                             and t.dataset_id <> {dataset})
                   as is_stranger
            from pair p order by p.line
            """;

    /** All goods alone: those of products go up and down. */
    private static final String STEPS = """
            with wanted as (
              select distinct reporter_code, partner_code, flow, currency, frequency from {staged} where product_code = 'TOTAL'
            ), known as (
              select s.reporter_code, s.partner_code, s.flow, s.currency, s.frequency, s.period, s.amount,
                     s.line_number::bigint as line
              from {staged} s where s.product_code = 'TOTAL'
              union all
              select f.reporter_code, f.partner_code, f.flow, f.currency, f.frequency, f.period, max(f.amount), null
              from wanted w join trade_flow f using (reporter_code, partner_code, flow, currency, frequency)
              where f.product_code = 'TOTAL' and f.superseded_by is null
                and not exists (select from {staged} s where s.product_code = 'TOTAL' and s.reporter_code = f.reporter_code
                                  and s.partner_code = f.partner_code and s.flow = f.flow and s.currency = f.currency
                                  and s.frequency = f.frequency and s.period = f.period)
              group by 1, 2, 3, 4, 5, 6
            ), beside as (
              select *, lag(nullif(amount, 0)) over series as before, lead(nullif(amount, 0)) over series as after
              from known
              window series as (partition by reporter_code, partner_code, flow, currency, frequency order by period)
            )
            select line, partner_code as partner, amount::text as amount, coalesce(before, after)::text as neighbour,
                   amount > coalesce(before, after) as is_more
            from beside
            where line is not null and amount > 0 and coalesce(before, after) is not null
              and (amount >= 1000 * greatest(before, after) or amount * 1000 <= least(before, after))
            order by line limit 100
            """;

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
            try (ResultSet pairs = statement.executeQuery(
                    PAIRS.replace("{staged}", RowCheck.STAGED).replace("{dataset}", dataset))) {
                while (pairs.next()) {
                    tellPair(pairs, doubts);
                }
            }
            try (ResultSet steps = statement.executeQuery(STEPS.replace("{staged}", RowCheck.STAGED))) {
                while (steps.next()) {
                    tellStep(steps, doubts);
                }
            }
        }
    }

    private void tellPair(ResultSet pair, Consumer<Doubt> doubts) throws SQLException {
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

    private void tellStep(ResultSet step, Consumer<Doubt> doubts) throws SQLException {
        doubts.accept(new Doubt(
                step.getLong("line"),
                words.amount(),
                step.getString("amount") + (step.getBoolean("is_more") ? " is 1,000 times " : " is a thousandth of ")
                        + step.getString("neighbour")
                        + ", the figure beside it, or further from it: is the unit the same?"));
    }
}
