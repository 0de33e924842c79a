package io.lancang.kit.edit;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.provenance.SourceEntity;
import io.lancang.kit.steward.Stewards;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes single changes: each a release of its own in one transaction, with its entry in the audit. What the service calls what is named
 * in errors is a bean of its own.
 */
@Singleton
public final class Edits {
    private static final String DATASET = "single_facts";
    /**
     * The loader of files takes the same locks, so that a file and a single change of one dataset come one after the other, and
     * numbers of releases grow as readers see them.
     */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('lancang ' || ?1, 0))::text";

    private final Stewards stewards;
    private final EditTerms terms;

    Edits(Stewards stewards, EditTerms terms) {
        this.stewards = stewards;
        this.terms = terms;
    }

    /**
     * What a change found before it, and what it gives.
     *
     * @param before as the audit keeps it; empty if there was nothing
     */
    public record Made<T>(JsonObject before, T result) {}

    /**
     * Makes a change. To be called in the threads of the request.
     *
     * @param write writes it as of the release with this number, in the session of the transaction; what fails undoes all
     * @return what {@code write} gives, when it is served; fails with UNAUTHENTICATED or FORBIDDEN without the role, and with NOT_FOUND
     *     for an unknown source
     */
    public <T> Uni<T> make(Change change, LongFunction<Uni<Made<T>>> write) {
        String editor = stewards.require("Facts can be changed only");
        return OwnSession.write(() -> oneByOne(change.datasets(), dataset -> lock("release " + dataset))
                .chain(() -> lock("publication"))
                .chain(() -> requireSource(change.source()))
                .chain(() -> publish(change))
                .chain(release -> write.apply(release)
                        .call(made -> keep(new EditEntity(release, editor, change, made.before())))
                        .map(Made::result)));
    }

    /** What {@code read} makes of the entry of a release; fails with NOT_FOUND if it is no single change. */
    public <T> Uni<T> of(long release, Function<EditEntity, T> read) {
        return OwnSession.read(() -> find(release).map(read));
    }

    /** Entries of the audit in the direction in which they are wanted: so many at most. */
    public <T> Uni<List<T>> page(WantedEdits wanted, int limit, Function<EditEntity, T> read) {
        return OwnSession.read(() -> Panache.getSession()
                .chain(session -> wanted.in(session.createSelectionQuery(
                                "from EditEntity" + wanted.where() + wanted.order(), EditEntity.class))
                        .setMaxResults(limit)
                        .getResultList()
                        .map(found -> found.stream().map(read).toList())));
    }

    /** How many entries all pages have together. */
    public Uni<Long> count(WantedEdits wanted) {
        WantedEdits all = wanted.onAnyPage();
        return OwnSession.read(() -> Panache.getSession()
                .chain(session -> all.in(session.createSelectionQuery(
                                "select count(*) from EditEntity" + all.where(), Long.class))
                        .getSingleResult()));
    }

    /** The entry of a release, in the current session; fails with NOT_FOUND if it is no single change. */
    Uni<EditEntity> find(long release) {
        return Panache.getSession()
                .chain(session -> session.find(EditEntity.class, release))
                .onItem()
                .ifNull()
                .failWith(() ->
                        ServiceException.notFound("Release " + release + " is no single change.", terms.numbers()));
    }

    /** That something was changed again, so that a change can no longer be undone. */
    public ServiceException changedSince(EditEntity edit) {
        return new ServiceException(
                ErrorCode.CONFLICT,
                "What release " + edit.release() + " changed of " + edit.subject() + " was changed again since.",
                "Make the change that is right now; `" + terms.audit() + "(subject: \"" + edit.subject()
                        + "\")` tells what was changed.");
    }

    /** Adds an entity, in the session of the transaction. */
    public static Uni<Void> keep(Object entity) {
        return Panache.getSession().chain(session -> session.persist(entity).chain(session::flush));
    }

    /** One after the other, as a session takes its steps. */
    public static <T> Uni<Void> oneByOne(List<T> items, Function<T, Uni<?>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> step.apply(item).replaceWith(item))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<?> lock(String what) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter(1, what)
                        .getSingleResult());
    }

    private Uni<?> requireSource(@Nullable String id) {
        return id == null
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.find(SourceEntity.class, id))
                        .onItem()
                        .ifNull()
                        .failWith(() -> ServiceException.notFound("There is no source '" + id + "'.", terms.sources()));
    }

    private static Uni<Long> publish(Change change) {
        ReleaseEntity release = new ReleaseEntity(
                DATASET,
                change.action() + " " + change.subject(),
                checksum(change.action() + change.content().encode()));
        return keep(release).map(kept -> release.number());
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
