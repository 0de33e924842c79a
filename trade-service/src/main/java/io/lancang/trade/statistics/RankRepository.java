package io.lancang.trade.statistics;

import io.lancang.trade.figure.Currency;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads the places of partners among all countries and former states, for any number of years in one statement. */
@Singleton
class RankRepository {
    private static final String RANKS = """
            with wanted as (
              select distinct period, currency from unnest($1::date[], $2::text[]) as w (period, currency)
            ), total as (
              select w.period, w.currency, f.partner_code, sum(f.amount) as amount, min(d.precedence) as precedence
              from wanted w
              join trade_flow f
                on f.period = w.period and f.currency = w.currency and f.frequency = 'A'
               and f.product_code = 'TOTAL' and f.reporter_code = 'CHN' and f.superseded_by is null
              join dataset d on d.id = f.dataset_id
              join partner p on p.code = f.partner_code and p.kind <> 'AGGREGATE' and p.code <> 'CHN'
              group by w.period, w.currency, f.partner_code, f.dataset_id having count(*) = 2
            ), chosen as (
              select *, dense_rank() over (partition by period, currency order by precedence) as choice from total
            ), ranked as (
              select period, currency, partner_code,
                     rank() over (partition by period, currency order by amount desc)::int as rank
              from chosen where choice = 1
            )
            select extract(year from period)::int as year, currency, partner_code, rank
            from ranked where partner_code = any($3::text[])
            """;

    private final Pool pool;

    RankRepository(Pool pool) {
        this.pool = pool;
    }

    /** A partner in a year and a currency. */
    record Place(String partner, int year, Currency currency) {}

    /** The rank by total trade of each place that has one. */
    Uni<Map<Place, Integer>> ranks(Collection<Place> places) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfLocalDate(places.stream()
                        .map(place -> LocalDate.of(place.year(), 1, 1))
                        .toArray(LocalDate[]::new))
                .addArrayOfString(
                        places.stream().map(place -> place.currency().name()).toArray(String[]::new))
                .addArrayOfString(places.stream().map(Place::partner).distinct().toArray(String[]::new));
        return pool.preparedQuery(RANKS).execute(parameters).map(rows -> {
            Map<Place, Integer> ranks = new HashMap<>();
            for (Row row : rows) {
                Place place = new Place(
                        row.getString("partner_code"),
                        row.getInteger("year"),
                        Currency.valueOf(row.getString("currency")));
                ranks.put(place, row.getInteger("rank"));
            }
            return ranks;
        });
    }
}
