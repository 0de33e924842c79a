package io.lancang.kit.history;

import io.lancang.kit.argument.Years;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what had been loaded at a moment. */
@Singleton
public class Vantages {
    /** What the argument {@code asOf} means. */
    public static final String AS_OF =
            "Answers from what had been loaded at this moment: later releases and what they revised are not seen. The"
                    + " present if left out.";

    private static final String RELEASE_AT = """
            select asked.at, max(r.id) filter (where r.loaded_at <= asked.at) as release, min(r.loaded_at) as first
            from unnest($1::timestamptz[]) as asked (at) cross join release r
            group by asked.at
            """;

    private final Pool pool;

    Vantages(Pool pool) {
        this.pool = pool;
    }

    /** A moment that somebody asks about. */
    record Moment(OffsetDateTime at) {
        Moment {
            Years.check("asOf", at);
        }
    }

    private record Found(@Nullable Long release, OffsetDateTime first) {}

    /**
     * The vantage of {@code asOf}, the present if null. Fails with BAD_USER_INPUT for a moment before the first release.
     * To be called from within a resolver, before anything asynchronous happens.
     */
    public Uni<Vantage> at(@Nullable OffsetDateTime asOf) {
        if (asOf == null) {
            return Uni.createFrom().item(Vantage.PRESENT);
        }
        return Batches.load("vantages", new Moment(asOf), this::find).map(found -> vantage(asOf, found));
    }

    /** The same by a statement of its own: for what is read for many at once, and for requests that are none of the graph. */
    public Uni<Vantage> lookUp(@Nullable OffsetDateTime asOf) {
        if (asOf == null) {
            return Uni.createFrom().item(Vantage.PRESENT);
        }
        Moment moment = new Moment(asOf);
        return find(List.of(moment)).map(found -> vantage(asOf, Objects.requireNonNull(found.get(moment))));
    }

    private static Vantage vantage(OffsetDateTime asOf, Found found) {
        if (found.release() == null) {
            throw ServiceException.badInput(
                    "`asOf` is " + asOf + ", before the first release was loaded (" + found.first() + ").",
                    "Ask for a moment since then, or leave `asOf` out for the present.");
        }
        return new Vantage(found.release());
    }

    private Uni<Map<Moment, Found>> find(List<Moment> moments) {
        Tuple moment = Tuple.of(moments.stream().map(Moment::at).toArray(OffsetDateTime[]::new));
        return pool.preparedQuery(RELEASE_AT).execute(moment).map(rows -> {
            Map<Instant, Found> byInstant = new HashMap<>();
            for (Row row : rows) {
                byInstant.put(
                        instant(row.getOffsetDateTime("at")),
                        new Found(row.getLong("release"), row.getOffsetDateTime("first")));
            }
            return moments.stream()
                    .collect(Collectors.toMap(
                            each -> each, each -> Objects.requireNonNull(byInstant.get(instant(each.at())))));
        });
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant instant(OffsetDateTime moment) {
        return moment.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
