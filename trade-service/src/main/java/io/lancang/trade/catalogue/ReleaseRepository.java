package io.lancang.trade.catalogue;

import io.lancang.kit.edit.ReleaseEntity;
import io.lancang.kit.entity.OwnSession;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads releases. Every method of its own is one statement. */
@Singleton
public class ReleaseRepository implements PanacheRepositoryBase<ReleaseEntity, Long> {
    private static final String FILES_OF =
            "dataset in ?1 and withdrawnAt is null and withdraws is null order by id desc";

    /** Files that were not withdrawn, latest first, by dataset. */
    Uni<Map<String, List<TradeRelease>>> filesOf(List<String> datasets) {
        List<String> distinct = datasets.stream().distinct().toList();
        return OwnSession.read(() -> list(FILES_OF, distinct)
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                ReleaseEntity::dataset, Collectors.mapping(TradeRelease::of, Collectors.toList())))));
    }

    Uni<Map<Long, TradeRelease>> byNumbers(Collection<Long> numbers) {
        List<Long> distinct = numbers.stream().distinct().toList();
        return OwnSession.read(() -> list("id in ?1", distinct)
                .map(found -> found.stream().collect(Collectors.toMap(ReleaseEntity::number, TradeRelease::of))));
    }
}
