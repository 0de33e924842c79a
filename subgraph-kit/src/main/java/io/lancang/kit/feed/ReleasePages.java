package io.lancang.kit.feed;

import io.lancang.kit.event.PublishedRelease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads releases from the latest back. */
@Singleton
class ReleasePages {
    private static final String BEFORE = "select " + PublishedRelease.COLUMNS
            + " from release where $1::bigint is null or id < $1 order by id desc limit $2";

    private final Pool pool;

    ReleasePages(Pool pool) {
        this.pool = pool;
    }

    /**
     * Some releases, latest first.
     *
     * @param before only those with lower numbers; null for the latest of all
     */
    Uni<List<PublishedRelease>> before(@Nullable Long before, int most) {
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(before, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PublishedRelease::of)
                        .toList());
    }
}
