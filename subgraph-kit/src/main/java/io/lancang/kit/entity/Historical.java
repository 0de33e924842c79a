package io.lancang.kit.entity;

import io.lancang.kit.history.Vantage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.function.Supplier;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
import org.jspecify.annotations.Nullable;

/**
 * A row with history: the release that gave it, and the one that gave another in its place. Rows are added and closed, never
 * changed. Queries of such entities run in a session of {@link #read}, which shows the rows of one vantage alone.
 */
@MappedSuperclass
@FilterDef(name = Historical.PRESENT)
@FilterDef(name = Historical.PAST, parameters = @ParamDef(name = Historical.RELEASE, type = Long.class))
@Filter(name = Historical.PRESENT, condition = "superseded_by is null")
@Filter(
        name = Historical.PAST,
        condition = "release_id <= :release and (superseded_by is null or superseded_by > :release)")
public abstract class Historical {
    static final String PRESENT = "present";
    static final String PAST = "past";
    static final String RELEASE = "release";

    /** A part of the key, beside what tells one row of the present from another. */
    @Id
    @Column(name = "release_id")
    private long release;

    @Column(name = "superseded_by")
    private @Nullable Long supersededBy;

    /** For the entity manager, which fills it. */
    protected Historical() {}

    /** @param release number of the release that gives the row */
    protected Historical(long release) {
        this.release = release;
    }

    /** The same as {@link OwnSession#read}, of rows as they were seen from a vantage. */
    public static <T> Uni<T> read(Vantage seen, Supplier<Uni<T>> work) {
        return OwnSession.read(() -> showing(seen).chain(() -> work.get()));
    }

    /** Makes the current session show rows of a vantage alone. */
    public static Uni<Void> showing(Vantage seen) {
        Long last = seen.release();
        return Panache.getSession()
                .invoke(session -> {
                    if (last == null) {
                        session.enableFilter(PRESENT);
                    } else {
                        session.enableFilter(PAST).setParameter(RELEASE, last);
                    }
                })
                .replaceWithVoid();
    }

    /** Closes the row: it is not seen from the release with this number on. */
    public void close(long by) {
        supersededBy = by;
    }

    /** Number of the release that gave it. */
    public long release() {
        return release;
    }

    /** Whether no release gave another in its place. */
    public boolean isCurrent() {
        return supersededBy == null;
    }
}
