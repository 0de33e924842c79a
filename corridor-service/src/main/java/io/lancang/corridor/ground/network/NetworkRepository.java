package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.history.SeenStatement;
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
        return Snapshot.of(
                        pool,
                        snapshot -> rows(snapshot, seen(SIZE, seen))
                                .map(NetworkRepository::size)
                                .invoke(size -> size.check(most))
                                .map(NetworkBuilder::new)
                                .call(builder -> each(snapshot, seen(PLACES, seen), row -> addPlace(builder, row)))
                                .call(builder -> each(
                                        snapshot, seen(LinkRows.statement(day), seen), new LinkRows(builder, day))))
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
}
