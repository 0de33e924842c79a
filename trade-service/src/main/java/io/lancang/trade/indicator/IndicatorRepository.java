package io.lancang.trade.indicator;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.figure.Quality;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads indicators of any number of partners in one statement. */
@Singleton
class IndicatorRepository {
    private final Pool pool;

    IndicatorRepository(Pool pool) {
        this.pool = pool;
    }

    /** The indicators from one year to another, by code of the partner and ascending; a bound that is null is none. */
    Uni<Map<String, List<Indicator>>> indicators(
            List<String> partners, @Nullable Integer from, @Nullable Integer to, Vantage vantage) {
        String sql = """
                select i.partner_code, i.year::int as year, i.gdp_usd, i.population::int as population
                from indicator i
                where i.partner_code = any($1) and ($2::int is null or i.year >= $2)
                  and ($3::int is null or i.year <= $3) and %s
                order by i.partner_code, i.year
                """.formatted(vantage.sees("i"));
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(partners.toArray(String[]::new))
                .addInteger(from)
                .addInteger(to);
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            Map<String, List<Indicator>> indicators = new HashMap<>();
            for (Row row : rows) {
                indicators
                        .computeIfAbsent(row.getString("partner_code"), code -> new ArrayList<>())
                        .add(indicatorOf(row));
            }
            return indicators;
        });
    }

    private static Indicator indicatorOf(Row row) {
        BigDecimal gdp = row.getBigDecimal("gdp_usd");
        Integer population = row.getInteger("population");
        return new Indicator(
                row.getInteger("year"),
                gdp == null ? null : Money.of(gdp, Currency.USD, null, Quality.REPORTED),
                population,
                gdp == null || population == null || population == 0
                        ? null
                        : Percent.fold(BigDecimal.valueOf(population), gdp));
    }
}
