package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.FormerStatuses;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Specification;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.travel.LinkTravel;
import io.lancang.kit.database.Snapshot;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the whole network, in pieces, so that hundreds of thousands of rows never wait in memory as rows. */
@Singleton
class NetworkRepository {
    private static final String SIZE = """
            select p.*, l.* from
              (select count(*)::int as places, (count(unlocode) + count(iata))::int as codes,
                      coalesce(sum(octet_length(id)), 0)::bigint as place_text from current_location) p,
              (select count(*)::int as links, coalesce(sum(octet_length(id)), 0)::bigint as link_text from current_segment) l
            """;
    private static final String PLACES =
            "select id, country, latitude, longitude, unlocode, iata from current_location order by id";
    /** A line that two corridors share is one way: twice, it would look like a way around itself. */
    private static final String LINKS = """
            select s.id, s.corridor, s.from_location, s.to_location, s.mode, s.length_km, s.great_circle_km,
                   s.counts_in_length, s.whole_of, s.spec,
                   s.mode = 'ROAD' and s.name || ' ' || coalesce(s.spec, '') ~* '\\m(expressway|motorway)\\M' as expressway,
                   s.status, s.opened, h.changed_on, h.from_statuses, %s
            where s.counted_in is null or not exists (
              select from current_segment o where o.id = s.counted_in and o.mode = s.mode
                and (o.from_location, o.to_location) in
                  ((s.from_location, s.to_location), (s.to_location, s.from_location)))
            order by s.corridor, s.position
            """;

    private static final String SEGMENTS =
            "from current_segment s left join " + FormerStatuses.OF_SEGMENTS + " h on h.segment = s.id";
    /** What was announced matters to days to come alone. */
    private static final String LINKS_OF_NOW =
            LINKS.formatted("false as announced, null::date as first_day, null::date as last_day " + SEGMENTS);

    private static final String LINKS_OF_DAYS_TO_COME =
            LINKS.formatted("coalesce(a.announced, false) as announced, a.first_day, a.last_day " + SEGMENTS
                    + " left join current_opening a on a.segment = s.id");

    private final Pool pool;

    NetworkRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * The day that a network is of.
     *
     * @param asked the day
     * @param today the day on which it was asked for
     */
    record Day(LocalDate asked, LocalDate today) {
        boolean isToCome() {
            return asked.isAfter(today);
        }
    }

    /** How large the network is as it is seen from a vantage. */
    Uni<NetworkSize> size(Vantage seen) {
        return SeenStatement.rows(pool, SIZE, Tuple.tuple(), seen).map(NetworkRepository::size);
    }

    private static SeenStatement seen(String present, Vantage seen) {
        return SeenStatement.of(present, Tuple.tuple(), seen);
    }

    private static NetworkSize size(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new NetworkSize(
                row.getInteger("places"),
                row.getInteger("codes"),
                row.getLong("place_text"),
                row.getInteger("links"),
                row.getLong("link_text"));
    }

    /**
     * The network as it is, or as it stood on {@code day}, as it is seen from a vantage; fails with LIMIT_EXCEEDED, before
     * anything is read, if there is no room for it.
     *
     * @param day null for now
     * @param most bytes of memory that it may take
     */
    Uni<Network> read(@Nullable Day day, Vantage seen, long most) {
        String links = day != null && day.isToCome() ? LINKS_OF_DAYS_TO_COME : LINKS_OF_NOW;
        return Snapshot.of(
                        pool,
                        snapshot -> rows(snapshot, seen(SIZE, seen))
                                .map(NetworkRepository::size)
                                .invoke(size -> size.check(most))
                                .map(NetworkBuilder::new)
                                .call(builder -> each(snapshot, seen(PLACES, seen), row -> addPlace(builder, row)))
                                .call(builder -> each(snapshot, seen(links, seen), row -> addLink(builder, row, day))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(NetworkBuilder::build);
    }

    private static Uni<RowSet<Row>> rows(Snapshot snapshot, SeenStatement statement) {
        return snapshot.rows(statement.sql(), statement.parameters());
    }

    private static Uni<Void> each(Snapshot snapshot, SeenStatement statement, Consumer<Row> action) {
        return snapshot.each(statement.sql(), statement.parameters(), action);
    }

    private static void addPlace(NetworkBuilder builder, Row row) {
        Double latitude = row.getDouble("latitude");
        Place.Point point = latitude == null ? null : new Place.Point(latitude, row.getDouble("longitude"));
        builder.add(
                new Place(row.getString("id"), row.getString("country"), point),
                row.getString("unlocode"),
                row.getString("iata"));
    }

    private static void addLink(NetworkBuilder builder, Row row, @Nullable Day day) {
        Mode mode = Mode.valueOf(row.getString("mode"));
        Status now = Status.valueOf(row.getString("status"));
        PartialDate opened = PartialDate.stored(row.getString("opened"));
        List<Integer> gaugesMm = Specification.of(mode, row.getString("spec")).gaugesMm();
        builder.add(
                row.getString("corridor"),
                new NetworkBuilder.LinkRow(
                        row.getString("id"),
                        row.getString("from_location"),
                        row.getString("to_location"),
                        mode,
                        state(row, day, now, opened),
                        gaugesMm,
                        LinkTravel.of(mode, gaugesMm, row.getBoolean("expressway"), row.getString("spec")),
                        row.getDouble("length_km"),
                        row.getDouble("great_circle_km")),
                row.getBoolean("counts_in_length"),
                Set.of(row.getArrayOfStrings("whole_of")));
    }

    private static StatusOnDay state(Row row, @Nullable Day day, Status now, @Nullable PartialDate opened) {
        if (day == null) {
            return StatusOnDay.now(now);
        }
        StatusOnDay.Announced announced = row.getBoolean("announced")
                ? new StatusOnDay.Announced(row.getLocalDate("first_day"), row.getLocalDate("last_day"))
                : null;
        Status then = FormerStatuses.of(row).on(day.asked(), now);
        return StatusOnDay.on(day.asked(), day.today(), then, opened, announced);
    }
}
