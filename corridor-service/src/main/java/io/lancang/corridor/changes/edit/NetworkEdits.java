package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.choice.NamedThingRepository;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.entity.Historical;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.steward.Stewards;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Changes facts that are entities: each change a release of its own in one transaction, with its source and its entry in the audit.
 * Whatever tables it writes to, {@link NetworkUndo} puts back what was there.
 */
@Singleton
public class NetworkEdits {
    private static final String CITATIONS =
            "from CitationEntity where kind = ?1 and subject = ?2 and supersededBy is null";
    private static final String DOUBTS = "from DoubtEntity where kind = ?1 and subject = ?2 and supersededBy is null";

    private final NamedThingRepository named;
    private final Stewards stewards;
    private final Edits edits;

    NetworkEdits(NamedThingRepository named, Stewards stewards, Edits edits) {
        this.named = named;
        this.stewards = stewards;
        this.edits = edits;
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
        private io.lancang.kit.edit.Change released() {
            List<String> datasets = Stream.concat(
                            Stream.of(dataset), about.stream().map(Reference::dataset))
                    .toList();
            return new io.lancang.kit.edit.Change(action, datasets, subject, content, source, null);
        }
    }

    /**
     * Makes a change. To be called in the threads of the request.
     *
     * @param write writes the entities as of the release with this number, in the session of the transaction, and gives what was before,
     *     empty if there was nothing; what fails undoes all
     * @return the number of the release; fails with UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for a text that is too long, or
     *     NOT_FOUND for a source or a reference that is not there
     */
    public Uni<Long> make(Change change, LongFunction<Uni<JsonObject>> write) {
        stewards.require("Facts can be changed only");
        change.content().forEach(given -> Arguments.checkText(given.getKey(), given.getValue()));
        // These say what may have been meant; what is gone until the locks are taken is missed below.
        return named.require(NamedThing.SOURCE, change.source())
                .chain(() ->
                        Edits.oneByOne(change.about(), reference -> named.require(reference.known(), reference.id())))
                .chain(() -> edits.make(
                        change.released(),
                        release -> Edits.oneByOne(change.about(), NetworkEdits::requireStill)
                                .chain(() -> write.apply(release))
                                .map(before -> new Edits.Made<>(before, release))));
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
            return Edits.keep(new CitationEntity(kind, subject, source, position, release));
        });
    }

    /** Makes a fact cite a source alone from a release on: a figure is the word of one source and of no other. */
    public static Uni<Void> citeOnly(Cited kind, String subject, String source, long release) {
        return present(CITATIONS, CitationEntity.class, kind, subject)
                .invoke(known -> known.stream()
                        .filter(each -> !each.source().equals(source))
                        .forEach(each -> each.close(release)))
                .chain(() -> cite(kind, subject, source, release));
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
                .chain(() -> Edits.oneByOne(
                        NewDoubt.all(given), doubt -> Edits.keep(new DoubtEntity(kind, subject, doubt, release))));
    }

    /** That something is on record already. */
    public static ServiceException onRecord(String what, String wayOut) {
        return new ServiceException(ErrorCode.CONFLICT, what + " is on record already.", wayOut);
    }

    /** The row of the present with an id, which the change refers to, so that it is there. */
    public static <T extends Historical> Uni<T> present(Class<T> type, String id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(of(type), type)
                        .setParameter(1, id)
                        .getSingleResult());
    }

    /** The row of the present with an id; null if there is none. */
    public static <T extends Historical> Uni<@Nullable T> find(Class<T> type, String id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(of(type), type)
                        .setParameter(1, id)
                        .getSingleResultOrNull());
    }

    private static String of(Class<?> type) {
        return "from " + type.getSimpleName() + " where id = ?1 and supersededBy is null";
    }

    private static <T extends Historical> Uni<List<T>> present(
            String query, Class<T> type, Cited kind, String subject) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(query, type)
                        .setParameter(1, kind)
                        .setParameter(2, subject)
                        .getResultList());
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
}
