package io.lancang.corridor.feature.throughput;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.ground.fact.ThroughputMetric;
import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ranks border crossings by what passes through them: two statements. */
@Singleton
class CrossingRanking {
    /** Of each crossing the figure whose period ended last, the longer one if two ended on a day; as much a day as it says. */
    private static final String LATEST = """
            select x.*, x.value / (x.period_end - x.period_start + 1) as per_day, rank() over (order by
                     x.value / (x.period_end - x.period_start + 1) desc) as place
            from (select distinct on (t.location) t.location, t.id, t.metric, t.period_start, t.period_end, t.value, t.unit,
                         t.basis, t.note, t.countries
                  from current_throughput t join current_location l on l.id = t.location
                  where l.kind = 'BORDER_CROSSING' and t.metric = $1 and t.unit = $2 and t.basis = 'PERIOD'
                    and t.period_start is not null and t.period_end is not null
                  order by t.location, t.period_end desc, t.period_start, t.id) x
            order by place, x.location limit $3
            """;

    private final FactRepository facts;
    private final LocationRepository locations;

    CrossingRanking(FactRepository facts, LocationRepository locations) {
        this.facts = facts;
        this.locations = locations;
    }

    private record Ranked(int place, String location, Throughput throughput, double perDay) {}

    Uni<List<CrossingRank>> by(ThroughputMetric metric, String unit, int first, Vantage seen) {
        return facts.rows(LATEST, Tuple.of(metric.name(), unit, first), seen).chain(rows -> {
            List<Ranked> ranked = new ArrayList<>();
            rows.forEach(row -> ranked.add(new Ranked(
                    Math.toIntExact(row.getLong("place")),
                    row.getString("location"),
                    ThroughputRepository.throughput(row, seen),
                    row.getDouble("per_day"))));
            List<String> ids = ranked.stream().map(Ranked::location).toList();
            return locations.byIds(ids, seen).map(byId -> complete(ranked, byId));
        });
    }

    private static List<CrossingRank> complete(List<Ranked> ranked, Map<String, Location> byId) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<CrossingRank> complete = new ArrayList<>();
        for (Ranked each : ranked) {
            Location location = byId.get(each.location());
            if (location != null) {
                complete.add(CrossingRank.of(each.place(), location, each.throughput(), each.perDay(), today));
            }
        }
        return complete;
    }
}
