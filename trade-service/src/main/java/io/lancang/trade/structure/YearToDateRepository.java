package io.lancang.trade.structure;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.period.Period;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums months of a year up to each point's. The database sums; a month without a figure makes the sum undefined. */
@Singleton
class YearToDateRepository {
    private static final String SUMS = """
            , monthly as (
              select key, period, flow, dataset_id, sum(amount) as amount, count(*) as cells,
                     bool_or(quality = 'E') as estimated
              from candidate where choice = 1 and $9::int = 1 group by key, period, flow, dataset_id
            ), composed as (
              select key, period, count(*) as members from composition group by key, period
            ), running as (
              select m.key, m.period, m.flow, m.dataset_id,
                     sum(m.amount) over months as amount, count(*) over months as months,
                     bool_or(m.cells < c.members) over months as partial, bool_or(m.estimated) over months as estimated
              from monthly m join composed c on c.key = m.key and c.period = m.period
              window months as (partition by m.key, m.flow, m.dataset_id, extract(year from m.period)
                                order by m.period)
            ), complete as (
              select * from running where months = extract(month from period)
            ), summed as (
              select x.key, x.period, x.amount + m.amount as total
              from complete x
              join complete m on m.key = x.key and m.period = x.period and x.flow = 'X' and m.flow = 'M'
            )
            select s.key, p.period, x.amount as exports, m.amount as imports, b.total,
                   coalesce(x.partial, false) or coalesce(m.partial, false) as partial,
                   coalesce(x.estimated, false) or coalesce(m.estimated, false) as estimated,
                   ((b.total - before.total) * 100 / nullif(before.total, 0))::float8 as growth
            from subject s cross join period p
            left join complete x on x.key = s.key and x.period = p.period and x.flow = 'X'
            left join complete m on m.key = s.key and m.period = p.period and m.flow = 'M'
            left join summed b on b.key = s.key and b.period = p.period
            left join summed before on before.key = s.key and before.period = (p.period - interval '1 year')::date
            """;

    private final PointRead read;

    YearToDateRepository(Pool pool) {
        this.read = new PointRead(pool, SUMS, YearToDateRepository::monthsOfBothYears);
    }

    /** The sums up to each point that is about a month. */
    Uni<Map<TradePoint, YearToDate>> sums(List<TradePoint> points) {
        return read.rows(points).map(found -> {
            Map<TradePoint, YearToDate> sums = new HashMap<>();
            found.forEach((point, rows) -> {
                Integer month = point.period().month();
                if (month != null && !rows.isEmpty()) {
                    sums.put(point, sumOf(point, month, rows.getFirst()));
                }
            });
            return sums;
        });
    }

    private static List<Period> monthsOfBothYears(Period last) {
        List<Period> months = new ArrayList<>();
        for (Period month = last; month.year() == last.year(); month = month.previous()) {
            months.add(month);
            months.add(month.yearEarlier());
        }
        return months;
    }

    private static YearToDate sumOf(TradePoint point, int months, Row row) {
        Currency currency = point.terms().currency();
        Quality quality = row.getBoolean("estimated") ? Quality.ESTIMATED : Quality.DERIVED;
        BigDecimal exports = row.getBigDecimal("exports");
        BigDecimal imports = row.getBigDecimal("imports");
        BigDecimal total = row.getBigDecimal("total");
        return new YearToDate(
                months,
                amount(exports, currency, Valuation.FOB, quality),
                amount(imports, currency, Valuation.CIF, quality),
                amount(total, currency, null, quality),
                total == null || exports == null || imports == null
                        ? null
                        : Money.of(exports.subtract(imports), currency, null, quality),
                row.getDouble("growth"),
                gapOf(point, total == null, row.getBoolean("partial")));
    }

    private static @Nullable Money amount(
            @Nullable BigDecimal amount, Currency currency, @Nullable Valuation valuation, Quality quality) {
        return amount == null ? null : Money.of(amount, currency, valuation, quality);
    }

    private static @Nullable Gap gapOf(TradePoint point, boolean incomplete, boolean partial) {
        if (incomplete) {
            return Gap.of(
                    GapReason.PART_OF_PERIOD,
                    "A month from January to " + point.period().label() + " has no figure for "
                            + point.subject().label() + ", so that there is no sum.");
        }
        return partial
                ? Gap.of(
                        GapReason.MEMBERS_MISSING,
                        "Some members lack a figure in some month; the sums leave those out. The points name them.")
                : null;
    }
}
