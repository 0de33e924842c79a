package io.lancang.trade.rate;

import io.lancang.kit.batch.Batches;
import io.lancang.trade.figure.CodeSql;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.SubjectSql;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.period.Period;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what points can be converted by: one statement for all points with the same terms. */
@Singleton
class PointRateRepository {
    /**
     * Figures are taken from the dataset that comes first among those with one. Its own amount counts only if each figure of the point's
     * has one. $9 is the currency.
     */
    private static final String BASES = CodeSql.in("""
            , candidate as (
              select c.key, c.period, f.flow, c.partner_code, f.dataset_id,
                     dense_rank() over (partition by c.key, c.period, f.flow order by {dataset order}) as choice
              from composition c
              join trade_flow f
                on f.partner_code = c.partner_code and f.period = c.period and f.frequency = $7::text::"char"
               and f.currency = $6 and f.product_code = 'TOTAL' and f.reporter_code = $8 and {sees f}
              join {datasets} d on d.id = f.dataset_id and {dataset counts}
            ), own as (
              select c.key, c.period, c.flow,
                     case when count(o.amount) = count(*) then sum(o.amount) end as amount, min(o.source_id) as source_id
              from candidate c
              left join trade_flow o
                on o.partner_code = c.partner_code and o.period = c.period and o.frequency = $7::text::"char"
               and o.flow = c.flow and o.dataset_id = c.dataset_id and o.product_code = 'TOTAL'
               and o.reporter_code = $8 and o.currency = $9 and {sees o}
              where c.choice = 1
              group by c.key, c.period, c.flow
            )
            select s.key, p.period, x.amount as exports, m.amount as imports,
                   coalesce(x.source_id, m.source_id) as own_source, r.cny_per_usd, r.source_id as rate_source
            from subject s
            cross join period p
            left join own x on x.key = s.key and x.period = p.period and x.flow = {exports}
            left join own m on m.key = s.key and m.period = p.period and m.flow = {imports}
            left join exchange_rate r on r.frequency = $7::text::"char" and r.period = p.period and {sees r}
            """);

    private final Pool pool;

    PointRateRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * What a point can be converted by.
     *
     * @param exports what its dataset gives for its exports in the other currency
     * @param imports the same for its imports
     */
    record Basis(
            @Nullable BigDecimal exports,
            @Nullable BigDecimal imports,
            @Nullable String ownSource,
            @Nullable BigDecimal average,
            @Nullable String averageSource) {
        static final Basis NONE = new Basis(null, null, null, null, null);
    }

    private record Place(String subject, LocalDate period) {}

    /** What each point can be converted to {@code target} by. */
    Uni<Map<TradePoint, Basis>> bases(List<TradePoint> points, Currency target) {
        return Batches.byArguments(points, TradePoint::terms, (terms, ofThem) -> bases(terms, ofThem, target));
    }

    private Uni<Map<TradePoint, Basis>> bases(Terms terms, List<TradePoint> points, Currency target) {
        List<Subject> subjects =
                points.stream().map(TradePoint::subject).distinct().toList();
        List<Period> periods =
                points.stream().map(TradePoint::period).distinct().toList();
        Tuple parameters = SubjectSql.parameters(subjects, periods, terms).addString(target.name());
        return pool.preparedQuery(SubjectSql.statement(BASES, terms.vantage()))
                .execute(parameters)
                .map(rows -> {
                    Map<Place, Basis> found = new HashMap<>();
                    rows.forEach(row ->
                            found.put(new Place(row.getString("key"), row.getLocalDate("period")), basisOf(row)));
                    Map<TradePoint, Basis> bases = new HashMap<>();
                    for (TradePoint point : points) {
                        Place place =
                                new Place(point.subject().key(), point.period().key());
                        bases.put(point, found.getOrDefault(place, Basis.NONE));
                    }
                    return bases;
                });
    }

    private static Basis basisOf(Row row) {
        return new Basis(
                row.getBigDecimal("exports"),
                row.getBigDecimal("imports"),
                row.getString("own_source"),
                row.getBigDecimal("cny_per_usd"),
                row.getString("rate_source"));
    }
}
