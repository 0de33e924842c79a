package io.lancang.kit.provenance;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.history.Vantage;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the sources that this subgraph's rows cite, as they were called when the row was seen. One statement a call and vantage. */
@Singleton
public class SourceRepository implements PanacheRepositoryBase<SourceEntity, String> {
    private static final String PAST = "select * from source_at(?1) where id in (?2)";

    /** The sources with these ids as they are called at present, by id; an id that does not exist is left out. */
    public Uni<Map<String, Source>> byIds(Collection<String> ids) {
        return byIds(ids, Vantage.PRESENT);
    }

    /** What is referred to, as it was called then; a reference to what does not exist is left out. */
    public Uni<Map<SourceReference, Source>> byReferences(List<SourceReference> references) {
        return Batches.byArguments(
                references,
                SourceReference::seen,
                (seen, ofThem) -> byIds(ofThem.stream().map(SourceReference::id).toList(), seen)
                        .map(found -> found.values().stream()
                                .collect(Collectors.toMap(
                                        source -> new SourceReference(source.id(), seen), Function.identity()))));
    }

    private Uni<Map<String, Source>> byIds(Collection<String> ids, Vantage seen) {
        List<String> distinct = ids.stream().distinct().toList();
        Long release = seen.release();
        return OwnSession.read(() -> release == null ? list("id in ?1", distinct) : past(release, distinct))
                .map(found -> found.stream()
                        .map(SourceEntity::asRecord)
                        .collect(Collectors.toMap(Source::id, Function.identity())));
    }

    private Uni<List<SourceEntity>> past(long release, List<String> ids) {
        return getSession()
                .chain(session -> session.createNativeQuery(PAST, SourceEntity.class)
                        .setParameter(1, release)
                        .setParameter(2, ids)
                        .getResultList());
    }

    /** Every source, ordered by id. */
    public Uni<List<Source>> all() {
        return OwnSession.read(() -> listAll(Sort.by("id"))
                .map(all -> all.stream().map(SourceEntity::asRecord).toList()));
    }
}
