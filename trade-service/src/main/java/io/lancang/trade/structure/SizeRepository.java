package io.lancang.trade.structure;

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

/** Reads how large the subjects of points are: gross domestic product and population, summed over members. */
@Singleton
class SizeRepository {
    /** The world's trade with a reporter is measured by the reporter's own size. */
    private static final String SIZES = """
            , measured as (
              select key, period, case partner_code when 'WORLD' then $8 else partner_code end as partner_code
              from composition
            )
            select m.key, m.period, count(*)::int as members,
                   sum(i.gdp_usd) as gdp, count(i.gdp_usd)::int as with_gdp,
                   sum(i.population) as population, count(i.population)::int as with_population
            from measured m
            left join indicator i
              on i.partner_code = m.partner_code and i.year = extract(year from m.period) and {sees i}
            where $9::int = 12
            group by m.key, m.period
            """;

    private final PointRowsRepository read;

    SizeRepository(Pool pool) {
        this.read = new PointRowsRepository(pool, SIZES);
    }

    /** The size of a subject in a year; null where a member has none. */
    record Size(@Nullable BigDecimal gdp, @Nullable BigDecimal population) {
        static final Size UNKNOWN = new Size(null, null);
    }

    /** The sizes of all points. */
    Uni<Map<TradePoint, Size>> sizes(List<TradePoint> points) {
        return read.rows(points).map(found -> {
            Map<TradePoint, Size> sizes = new HashMap<>();
            found.forEach((point, rows) -> sizes.put(point, rows.isEmpty() ? Size.UNKNOWN : sizeOf(rows.getFirst())));
            return sizes;
        });
    }

    private static Size sizeOf(Row row) {
        int members = row.getInteger("members");
        return new Size(
                row.getInteger("with_gdp") == members ? row.getBigDecimal("gdp") : null,
                row.getInteger("with_population") == members ? row.getBigDecimal("population") : null);
    }
}
