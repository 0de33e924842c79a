package io.lancang.trade.catalogue;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads datasets with their descriptions. Every method of its own is one statement. */
@Singleton
public class DatasetRepository implements PanacheRepositoryBase<DatasetEntity, Short> {
    private static final String HAS_RELEASES = "select exists (select from release where dataset = ?1)";

    /** Every dataset, in the order in which they were added. */
    Uni<List<TradeDataset>> all() {
        return OwnSession.read(() -> listAll(Sort.by("id"))
                .map(all -> all.stream().map(DatasetEntity::asRecord).toList()));
    }

    /** The dataset of this code; null if there is none. In the current session. */
    public Uni<@Nullable DatasetEntity> byCode(String code) {
        return find("code", code).firstResult();
    }

    /** The same; fails with NOT_FOUND if there is none. */
    public Uni<DatasetEntity> require(String code) {
        return byCode(code).map(found -> {
            if (found == null) {
                throw ServiceException.notFound("There is no dataset '" + code + "'.", "`datasets` lists all.");
            }
            return found;
        });
    }

    /** The number after the last one. In the current session, which keeps others from taking it by the lock of publications. */
    public Uni<Integer> nextNumber() {
        return getSession()
                .chain(session -> session.createSelectionQuery("select max(id) + 1 from DatasetEntity", Integer.class)
                        .getSingleResult());
    }

    /** Whether a file was ever loaded into it. In the current session. */
    public Uni<Boolean> hasReleases(String code) {
        return getSession()
                .chain(session -> session.createNativeQuery(HAS_RELEASES, Boolean.class)
                        .setParameter(1, code)
                        .getSingleResult());
    }

    /** Takes a dataset away, with the places that it had. In the current session. */
    public Uni<Void> remove(DatasetEntity dataset) {
        return getSession()
                .chain(session -> session.createNativeQuery("delete from dataset_past where id = ?1")
                        .setParameter(1, dataset.number())
                        .executeUpdate())
                .chain(() -> delete(dataset))
                .chain(this::flush);
    }

    Uni<Map<Integer, TradeDataset>> byNumbers(Collection<Integer> numbers) {
        List<Short> distinct =
                numbers.stream().map(Integer::shortValue).distinct().toList();
        return OwnSession.read(() -> list("id in ?1", distinct)
                .map(found ->
                        found.stream().collect(Collectors.toMap(DatasetEntity::number, DatasetEntity::asRecord))));
    }
}
