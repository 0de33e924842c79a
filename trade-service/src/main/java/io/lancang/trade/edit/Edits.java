package io.lancang.trade.edit;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.steward.Stewards;
import io.lancang.trade.catalogue.ReleaseEntity;
import io.lancang.trade.catalogue.SourceEntity;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Makes single changes: each a release of its own in one transaction, with its entry in the audit. */
@Singleton
class Edits implements PanacheRepositoryBase<EditEntity, Long> {
    private static final String DATASET = "single_facts";
    /**
     * The loader of files takes the same locks, so that a file and a single change of one dataset come one after the other, and
     * numbers of releases grow as readers see them.
     */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('lancang release ' || ?1, 0))::text"
                    + " || pg_advisory_xact_lock(hashtextextended('lancang publication', 0))::text";

    private final Stewards stewards;

    Edits(Stewards stewards) {
        this.stewards = stewards;
    }

    /** What a change found before it, and what it gives. */
    record Made<T>(JsonObject before, T result) {}

    /**
     * Makes a change. To be called in the threads of the request.
     *
     * @param write writes it as of the release with this number, in the session of the transaction; what fails undoes all
     * @return what {@code write} gives, when it is served; fails with UNAUTHENTICATED or FORBIDDEN without the role, and with NOT_FOUND
     *     for an unknown source
     */
    <T> Uni<T> make(Change change, LongFunction<Uni<Made<T>>> write) {
        String editor = stewards.require("Facts can be changed only");
        return OwnSession.write(() -> lock(change)
                .chain(() -> requireSource(change.source()))
                .chain(() -> publish(change))
                .chain(release -> write.apply(release)
                        .call(made -> persist(new EditEntity(release, editor, change, made.before())))
                        .map(Made::result)));
    }

    /** The entry of a release. */
    Uni<TradeEdit> of(long release) {
        return OwnSession.read(() -> find(release).map(EditEntity::told));
    }

    /** The entry of a release, in the current session; fails with NOT_FOUND if it is no single change. */
    Uni<EditEntity> find(long release) {
        return findById(release)
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound(
                        "Release " + release + " is no single change.", "`tradeEdits` lists them, latest first."));
    }

    /** A page of the audit, latest first. */
    Uni<List<TradeEdit>> page(@Nullable String subject, @Nullable Long before, int first) {
        long last = before == null ? Long.MAX_VALUE : before;
        return OwnSession.read(() -> (subject == null
                        ? find("release < ?1 order by release desc", last)
                        : find("subject = ?1 and release < ?2 order by release desc", subject, last))
                .range(0, first - 1)
                .list()
                .map(found -> found.stream().map(EditEntity::told).toList()));
    }

    /** That something was changed again, so that a change can no longer be undone. */
    static ServiceException changedSince(EditEntity edit) {
        return new ServiceException(
                ErrorCode.CONFLICT,
                "What release " + edit.release() + " changed of " + edit.subject() + " was changed again since.",
                "Make the change that is right now; `tradeEdits(subject: \"" + edit.subject() + "\")` tells what was"
                        + " changed.");
    }

    private static Uni<?> lock(Change change) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter(1, change.dataset())
                        .getSingleResult());
    }

    private static Uni<?> requireSource(@Nullable String id) {
        return id == null
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.find(SourceEntity.class, id))
                        .onItem()
                        .ifNull()
                        .failWith(() -> ServiceException.notFound(
                                "There is no source '" + id + "'.", "`sources` lists all; `registerSource` adds one."));
    }

    private static Uni<Long> publish(Change change) {
        ReleaseEntity release = new ReleaseEntity(
                DATASET,
                change.action() + " " + change.subject(),
                checksum(change.action() + change.content().encode()));
        return Panache.getSession()
                .chain((Mutiny.Session session) -> session.persist(release).chain(session::flush))
                .map(flushed -> release.number());
    }

    private static String checksum(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
