package io.lancang.trade.catalogue;

import io.lancang.kit.entity.OwnSession;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what is told about datasets. Every method of its own is one statement. */
@Singleton
public class DatasetRepository implements PanacheRepositoryBase<DatasetEntity, Short> {
    /** Every dataset, in the order in which they were added. */
    Uni<List<TradeDataset>> all() {
        return OwnSession.read(() -> listAll(Sort.by("id"))
                .map(all -> all.stream().map(DatasetEntity::told).toList()));
    }

    Uni<Map<Integer, TradeDataset>> byNumbers(Collection<Integer> numbers) {
        List<Short> distinct =
                numbers.stream().map(Integer::shortValue).distinct().toList();
        return OwnSession.read(() -> list("id in ?1", distinct)
                .map(found -> found.stream().collect(Collectors.toMap(DatasetEntity::number, DatasetEntity::told))));
    }
}
