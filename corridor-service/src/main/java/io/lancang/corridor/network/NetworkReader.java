package io.lancang.corridor.network;

import io.lancang.corridor.corridor.FormerStatuses;
import io.lancang.corridor.corridor.Specification;
import io.lancang.corridor.fact.Mode;
import io.lancang.corridor.fact.PartialDate;
import io.lancang.corridor.fact.Status;
import io.lancang.corridor.history.Past;
import io.lancang.corridor.travel.LinkTravel;
import io.lancang.kit.database.Snapshot;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the whole network, in pieces, so that hundreds of thousands of rows never wait in memory as rows. */
@Singleton
class NetworkReader {
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
                   s.mode = 'ROAD' and s.name || ' ' || coalesce(s.spec, '') ~* '\\m(expressway|motorway)\\M' as expressway, s.status, s.opened, h.changed_on, h.from_statuses
            from current_segment s left join %s h on h.segment = s.id
            where s.counted_in is null or not exists (
              select from current_segment o where o.id = s.counted_in and o.mode = s.mode
                and (o.from_location, o.to_location) in
                  ((s.from_location, s.to_location), (s.to_location, s.from_location)))
            order by s.corridor, s.position
            """.formatted(FormerStatuses.OF_SEGMENTS);

    private final Pool pool;

    NetworkReader(Pool pool) {
        this.pool = pool;
    }

    /** How large the network is as it is seen from a vantage. */
    Uni<NetworkSize> size(Vantage seen) {
        return pool.query(Past.seen(SIZE, seen)).execute().map(NetworkReader::size);
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
     * @param most bytes of memory that it may take
     */
    Uni<Network> read(@Nullable LocalDate day, Vantage seen, long most) {
        return Snapshot.of(
                        pool,
                        snapshot -> snapshot.rows(Past.seen(SIZE, seen))
                                .map(NetworkReader::size)
                                .invoke(size -> size.check(most))
                                .map(NetworkBuilder::new)
                                .call(builder -> snapshot.each(Past.seen(PLACES, seen), row -> addPlace(builder, row)))
                                .call(builder ->
                                        snapshot.each(Past.seen(LINKS, seen), row -> addLink(builder, row, day))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(NetworkBuilder::build);
    }

    private static void addPlace(NetworkBuilder builder, Row row) {
        Double latitude = row.getDouble("latitude");
        Place.Point point = latitude == null ? null : new Place.Point(latitude, row.getDouble("longitude"));
        builder.add(
                new Place(row.getString("id"), row.getString("country"), point),
                row.getString("unlocode"),
                row.getString("iata"));
    }

    private static void addLink(NetworkBuilder builder, Row row, @Nullable LocalDate day) {
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
                        day == null ? now : FormerStatuses.of(row).on(day, now).on(day, opened),
                        gaugesMm,
                        LinkTravel.of(mode, gaugesMm, row.getBoolean("expressway"), row.getString("spec")),
                        row.getDouble("length_km"),
                        row.getDouble("great_circle_km")),
                row.getBoolean("counts_in_length"),
                Set.of(row.getArrayOfStrings("whole_of")));
    }
}
