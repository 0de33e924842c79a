package io.lancang.integration.job;

import io.lancang.integration.access.Asker;
import io.lancang.integration.page.Moments;
import io.lancang.kit.connection.Direction;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads jobs. */
@Singleton
public class JobRepository implements PanacheRepositoryBase<JobEntity, String> {
    /** The job, in the current session; fails with NOT_FOUND if there is none. To a client, that of another one is one that there is not. */
    public Uni<JobEntity> require(Asker asker, String id) {
        return findById(id)
                .map(found -> found != null
                                && asker instanceof Asker.Owner owner
                                && !owner.id().equals(found.client())
                        ? null
                        : found)
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound(
                        "There is no job '" + Brief.value(id) + "'"
                                + (asker instanceof Asker.Owner owner ? " of '" + owner.id() + "'." : "."),
                        "`jobs { nodes { id export } }` lists those that there are."));
    }

    /** Fails with NOT_FOUND if there is none that may be seen. */
    public Uni<Job> byId(Asker asker, String id) {
        return OwnSession.read(() -> require(asker, id).map(JobEntity::asRecord));
    }

    /** The job whose result a link opens now; fails with NOT_FOUND if there is none. */
    public Uni<JobEntity> byLink(String link) {
        return OwnSession.read(
                () -> find("link = ?1 and state = ?2 and expiresAt > ?3", link, JobState.DONE, Moments.now())
                        .firstResult()
                        .onItem()
                        .ifNull()
                        .failWith(() -> ServiceException.notFound(
                                "There is no result at this address. Results are thrown away when they expire.",
                                "`job(id:)` or GET /jobs/ID says what became of it; order it anew if you want it.")));
    }

    /**
     * A page, latest first.
     *
     * @param client null for all
     */
    public Uni<Slice<Job>> page(PageArguments arguments, @Nullable String client, @Nullable JobState state) {
        // The list has the latest first.
        Direction moments = arguments.direction().opposite();
        List<String> keyset = arguments.keyset();
        Map<String, Object> values = new HashMap<>();
        String where = "1 = 1";
        if (client != null) {
            where += " and client = :client";
            values.put("client", client);
        }
        if (state != null) {
            where += " and state = :state";
            values.put("state", state);
        }
        if (keyset != null) {
            where += " and (createdAt {beyond} :at or createdAt = :at and id {beyond} :id)"
                    .replace("{beyond}", moments.beyond());
            values.put("at", arguments.read(keyset.getFirst(), OffsetDateTime::parse));
            values.put("id", keyset.getLast());
        }
        String query = where + " order by createdAt" + moments.order() + ", id" + moments.order();
        return OwnSession.read(() -> find(query, values)
                .range(0, arguments.size())
                .list()
                .map(rows ->
                        arguments.slice(rows.stream().map(JobEntity::asRecord).toList())));
    }
}
