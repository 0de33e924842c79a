package io.lancang.kit.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Reads which releases were published after those that it has read. Notices only say when to look: the table is what
 * counts, so that nothing is missed while the database restarts and nothing comes twice.
 *
 * <p>For one subscription; its reads follow one another.
 */
final class ReleaseTail {
    private static final Logger LOG = Logger.getLogger(ReleaseTail.class);
    private static final long NOTHING_READ = -1;
    private static final int PAGE = 500;
    private static final String LATEST = "select coalesce(max(id), 0) as id from release";
    private static final String AFTER =
            "select " + PublishedRelease.COLUMNS + " from release where id > $1 order by id";

    private final Pool pool;
    private final Multi<Notice> notices;
    private volatile long last = NOTHING_READ;

    ReleaseTail(Pool pool, Multi<Notice> notices) {
        this.pool = pool;
        this.notices = notices;
    }

    /** Every release after now. Ends only by being cancelled. */
    Multi<PublishedRelease> follow() {
        // As a stream of one: a Uni's own way to a Multi leaves one running that begins while it is cancelled.
        return begin().replaceWith(true)
                .toMulti()
                .onItem()
                .transformToMultiAndConcatenate(begun -> notices)
                .onItem()
                .transformToMultiAndConcatenate(notice -> read())
                .onFailure()
                .invoke(failure -> LOG.warnf("Cannot read releases, will try again: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(Notices.FIRST_RETRY, Notices.LONGEST_RETRY)
                .indefinitely();
    }

    /** Where it begins is read before the first notice, and not again after a failure. */
    private Uni<Void> begin() {
        return Uni.createFrom()
                .deferred(() ->
                        last == NOTHING_READ ? readLatest() : Uni.createFrom().voidItem());
    }

    private Uni<Void> readLatest() {
        return pool.query(LATEST)
                .execute()
                .invoke(rows -> last = rows.iterator().next().getLong("id"))
                .replaceWithVoid();
    }

    private Multi<PublishedRelease> read() {
        Uni<RowSet<Row>> found = pool.preparedQuery(AFTER).execute(Tuple.of(last));
        return found.onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .map(PublishedRelease::of)
                .invoke(release -> last = release.id());
    }

    /** Reads what was published after a release, in pages. */
    static Multi<PublishedRelease> readAfter(Pool pool, long release) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicLong(release),
                        last -> pool.preparedQuery(AFTER + " limit " + PAGE)
                                .execute(Tuple.of(last.get()))
                                .map(rows -> {
                                    List<PublishedRelease> page = new ArrayList<>();
                                    rows.forEach(row -> page.add(PublishedRelease.of(row)));
                                    page.forEach(found -> last.set(found.id()));
                                    return page;
                                }))
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page));
    }
}
