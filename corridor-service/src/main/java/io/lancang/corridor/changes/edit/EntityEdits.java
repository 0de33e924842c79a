package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.entity.Historical;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.steward.Stewards;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Changes facts that are entities: each change a release of its own in one transaction, with its source and its entry in the audit.
 * Whatever tables it writes to, {@link Undoing} puts back what was there.
 */
@Singleton
public class EntityEdits {
    private static final String DATASET = "single_facts";
    /**
     * The loader of files takes the same locks, so that a file and a single fact of one dataset come one after the other, and
     * numbers of releases grow as readers see them.
     */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('lancang ' || ?1, 0))::text";

    private static final String CITATIONS =
            "from CitationEntity where kind = ?1 and subject = ?2 and supersededBy is null";
    private static final String DOUBTS = "from DoubtEntity where kind = ?1 and subject = ?2 and supersededBy is null";

    private final Pool pool;
    private final Stewards stewards;

    EntityEdits(Pool pool, Stewards stewards) {
        this.pool = pool;
        this.stewards = stewards;
    }

    /**
     * Something that has to be there.
     *
     * @param dataset the dataset of the files that could take it away
     */
    public record Reference(NamedThing known, String dataset, String id) {}

    /**
     * A change.
     *
     * @param action name of the mutation
     * @param dataset the dataset whose files say the same
     * @param about what it refers to
     * @param subject the id that the audit has it under
     * @param content what was given
     * @param source id of the source that says so
     */
    public record Change(
            String action, String dataset, List<Reference> about, String subject, JsonObject content, String source) {
        private List<String> locked() {
            return Stream.concat(Stream.of(dataset), about.stream().map(Reference::dataset))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /**
     * Makes a change. To be called in the threads of the request.
     *
     * @param write writes the entities as of the release with this number, in the session of the transaction; what fails undoes all
     * @return the number of the release; fails with UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for a text that is too long, or
     *     NOT_FOUND for a source or a reference that is not there
     */
    public Uni<Long> make(Change change, LongFunction<Uni<?>> write) {
        String editor = stewards.require("Facts can be changed only");
        change.content().forEach(given -> Arguments.checkText(given.getKey(), given.getValue()));
        // These say what may have been meant; what is gone until the locks are taken is missed below.
        return NamedThing.SOURCE
                .require(pool, change.source())
                .chain(() -> each(change.about(), reference -> reference.known().require(pool, reference.id())))
                .chain(() -> OwnSession.write(() -> each(change.locked(), dataset -> lock("release " + dataset))
                        .chain(() -> lock("publication"))
                        .chain(() -> each(change.about(), EntityEdits::requireStill))
                        .chain(() -> publish(change))
                        .chain(release -> write.apply(release)
                                .chain(() -> keep(new EditEntity(release, editor, change)))
                                .replaceWith(release))));
    }

    /** Adds an entity, in the session of the transaction. */
    public static Uni<Void> keep(Object entity) {
        return Panache.getSession().chain(session -> session.persist(entity).chain(session::flush));
    }

    /** Closes a row of the present, which has to be written before another one takes its place. */
    public static Uni<Void> close(Historical row, long release) {
        row.close(release);
        return Panache.getSession().chain(Mutiny.Session::flush);
    }

    /** Makes a fact cite a source from a release on, behind those that it cites already. */
    public static Uni<Void> cite(Cited kind, String subject, String source, long release) {
        return present(CITATIONS, CitationEntity.class, kind, subject).chain(known -> {
            if (known.stream().anyMatch(each -> each.source().equals(source))) {
                return Uni.createFrom().voidItem();
            }
            int position =
                    known.stream().mapToInt(CitationEntity::position).max().orElse(-1) + 1;
            return keep(new CitationEntity(kind, subject, source, position, release));
        });
    }

    /** Makes a fact cite nothing from a release on, and takes away what is doubted about it. */
    public static Uni<Void> forget(Cited kind, String subject, long release) {
        return present(CITATIONS, CitationEntity.class, kind, subject)
                .invoke(known -> known.forEach(each -> each.close(release)))
                .chain(() -> doubt(kind, subject, null, release));
    }

    /** Says what is doubtful about a fact from a release on, in place of what was. */
    public static Uni<Void> doubt(Cited kind, String subject, @Nullable List<NewDoubt> given, long release) {
        return present(DOUBTS, DoubtEntity.class, kind, subject)
                .invoke(known -> known.forEach(each -> each.close(release)))
                .chain(() -> Panache.getSession().chain(Mutiny.Session::flush))
                .chain(() -> each(NewDoubt.all(given), doubt -> keep(new DoubtEntity(kind, subject, doubt, release))));
    }

    /** That something is on record already. */
    public static ServiceException onRecord(String what, String wayOut) {
        return new ServiceException(ErrorCode.CONFLICT, what + " is on record already.", wayOut);
    }

    private static <T extends Historical> Uni<List<T>> present(
            String query, Class<T> type, Cited kind, String subject) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(query, type)
                        .setParameter(1, kind)
                        .setParameter(2, subject)
                        .getResultList());
    }

    /** One after the other: a session takes one step at a time. */
    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<?>> step) {
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

    private static Uni<?> requireStill(Reference reference) {
        String view = "current_" + reference.known().meaning();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select id from " + view + " where id = ?1", String.class)
                        .setParameter(1, reference.id())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound(
                        "There is no " + reference.known().meaning() + " '" + reference.id() + "' any more.",
                        "A file took it away just now; look at it again."));
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
