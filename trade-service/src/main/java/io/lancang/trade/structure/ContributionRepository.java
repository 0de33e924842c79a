package io.lancang.trade.structure;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.TradePoint;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what members contribute to points; the database computes the shares. */
@Singleton
class ContributionRepository {
    private static final String CONTRIBUTIONS = """
            , cell as (
              select c.key, c.period, c.partner_code, x.amount as exports, x.quality as exports_quality,
                     m.amount as imports, m.quality as imports_quality,
                     x.amount + m.amount as total
              from composition c
              left join candidate x
                on x.key = c.key and x.period = c.period and x.partner_code = c.partner_code and x.flow = 'X'
               and x.choice = 1
              left join candidate m
                on m.key = c.key and m.period = c.period and m.partner_code = c.partner_code and m.flow = 'M'
               and m.choice = 1
            ), compared as (
              select t.*, before.total as before
              from cell t
              left join cell before
                on before.key = t.key and before.partner_code = t.partner_code
               and before.period = (t.period - make_interval(months => $9::int))::date
            )
            select key, period, partner_code, exports, exports_quality::text as exports_quality,
                   imports, imports_quality::text as imports_quality, total,
                   (total * 100 / nullif(sum(total) over (partition by key, period), 0))::float8 as share,
                   ((total - before) * 100 / nullif(sum(before) filter (where total is not null)
                                                    over (partition by key, period), 0))::float8 as to_growth
            from compared
            order by key, period, total desc nulls last, partner_code
            """;

    private final PointRead read;

    ContributionRepository(Pool pool) {
        this.read = new PointRead(pool, CONTRIBUTIONS, period -> List.of(period.previous()));
    }

    /** What each member contributes to each point, largest first, who lacks a figure last. */
    Uni<Map<TradePoint, List<Contribution>>> contributions(List<TradePoint> points) {
        return read.rows(points).map(found -> {
            Map<TradePoint, List<Contribution>> contributions = new HashMap<>();
            found.forEach((point, rows) -> contributions.put(
                    point,
                    rows.stream().map(row -> contributionOf(row, point.terms())).toList()));
            return contributions;
        });
    }

    private static Contribution contributionOf(Row row, Terms terms) {
        Currency currency = terms.currency();
        Money exports = amountOf(row, "exports", currency, Valuation.FOB);
        Money imports = amountOf(row, "imports", currency, Valuation.CIF);
        BigDecimal total = row.getBigDecimal("total");
        return new Contribution(
                row.getString("partner_code"),
                exports,
                imports,
                total == null || exports == null || imports == null
                        ? null
                        : Money.of(total, currency, null, exports.quality().orWeaker(imports.quality())),
                row.getDouble("share"),
                row.getDouble("to_growth"),
                exports == null || imports == null,
                terms.vantage());
    }

    private static @Nullable Money amountOf(Row row, String flow, Currency currency, Valuation valuation) {
        BigDecimal amount = row.getBigDecimal(flow);
        return amount == null
                ? null
                : Money.of(amount, currency, valuation, Quality.ofCode(row.getString(flow + "_quality")));
    }
}
