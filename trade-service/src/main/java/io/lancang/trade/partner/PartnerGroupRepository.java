package io.lancang.trade.partner;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.Suggestions.Candidate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;

/** Reads what partners are grouped by. */
@Singleton
public class PartnerGroupRepository {
    private static final String REGIONS =
            "select region, count(*) from PartnerEntity where region is not null group by region order by region";
    /** Entities of other features are known by their names. */
    private static final String BLOCS = "select code, nameEn from BlocEntity";

    /** Every region, by name. */
    public Uni<List<Region>> regions() {
        return pairs(REGIONS, (region, countries) -> new Region((String) region, ((Long) countries).intValue()));
    }

    /** Every bloc's code with its name, to suggest from. */
    Uni<List<Candidate>> blocs() {
        return pairs(BLOCS, (code, name) -> new Candidate((String) code, (String) name));
    }

    private static <T> Uni<List<T>> pairs(String query, BiFunction<Object, Object, T> mapping) {
        return OwnSession.read(() -> Panache.getSession()
                .chain(session ->
                        session.createSelectionQuery(query, Object[].class).getResultList())
                .map(rows ->
                        rows.stream().map(row -> mapping.apply(row[0], row[1])).toList()));
    }
}
