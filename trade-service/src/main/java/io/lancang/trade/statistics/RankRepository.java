package io.lancang.trade.statistics;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.flow.Period;
import io.lancang.trade.flow.Terms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the places of partners among all countries and former states: one statement for any number of partners and
 * periods in the same terms.
 */
@Singleton
class RankRepository {
    private final Pool pool;

    RankRepository(Pool pool) {
        this.pool = pool;
    }

    /** A partner in a period, in the terms that its trade is ranked by. */
    record Place(String partner, Period period, Terms terms) {
        Place yearEarlier() {
            return new Place(partner, period.yearEarlier(), terms);
        }
    }

    /** The rank by total trade of each place that has one. */
    Uni<Map<Place, Integer>> ranks(List<Place> places) {
        return Batches.byArguments(places, Place::terms, this::ranks);
    }

    private Uni<Map<Place, Integer>> ranks(Terms terms, List<Place> places) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfLocalDate(places.stream()
                        .map(place -> place.period().key())
                        .distinct()
                        .toArray(LocalDate[]::new))
                .addArrayOfString(places.stream().map(Place::partner).distinct().toArray(String[]::new))
                .addString(terms.currency().name())
                .addString(terms.frequency().code());
        return pool.preparedQuery(sql(terms.vantage())).execute(parameters).map(rows -> {
            Map<Place, Integer> ranks = new HashMap<>();
            for (Row row : rows) {
                Period period = Period.of(terms.frequency(), row.getLocalDate("period"));
                ranks.put(new Place(row.getString("partner_code"), period, terms), row.getInteger("rank"));
            }
            return ranks;
        });
    }

    private static String sql(Vantage vantage) {
        return """
                with total as (
                  select f.period, f.partner_code, sum(f.amount) as amount, min(d.precedence) as precedence
                  from trade_flow f
                  join dataset d on d.id = f.dataset_id and d.precedence is not null
                  join partner p on p.code = f.partner_code and p.kind <> 'AGGREGATE' and p.code <> 'CHN'
                  where f.period = any($1::date[]) and f.currency = $3 and f.frequency = $4::text::"char"
                    and f.flow in ('X', 'M') and f.product_code = 'TOTAL' and f.reporter_code = 'CHN' and %s
                  group by f.period, f.partner_code, f.dataset_id having count(*) = 2
                ), chosen as (
                  select *, dense_rank() over (partition by period order by precedence) as choice from total
                ), ranked as (
                  select period, partner_code, rank() over (partition by period order by amount desc)::int as rank
                  from chosen where choice = 1
                )
                select period, partner_code, rank from ranked where partner_code = any($2::text[])
                """.formatted(vantage.sees("f"));
    }
}
