package io.lancang.trade.partner;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.Suggestions.Candidate;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads partners. Every method of its own is one statement. */
@Singleton
public class PartnerRepository implements PanacheRepositoryBase<PartnerEntity, String> {
    private static final String COUNTRIES = "kind <> ?1 and code <> ?2 order by code";
    private static final String REGIONS =
            "select region, count(*) from PartnerEntity where region is not null group by region order by region";
    /** Entities of other features are known by their names. */
    private static final String BLOCS = "select code, nameEn from BlocEntity";

    /** The partners with these codes, by code; a code that does not exist is left out. */
    public Uni<Map<String, Partner>> byCodes(Collection<String> codes) {
        List<String> distinct = codes.stream().distinct().toList();
        return OwnSession.read(() -> list("code in ?1", distinct).map(PartnerRepository::byCode));
    }

    /** Every country and former state, by code, but the reporter itself. */
    public Uni<Map<String, Partner>> countriesBut(String reporter) {
        return OwnSession.read(
                () -> list(COUNTRIES, PartnerKind.AGGREGATE, reporter).map(PartnerRepository::byCode));
    }

    /** At most {@code limit} partners after the keyset, if there is one. */
    Uni<List<Partner>> page(PartnerFilter filter, PartnerOrder order, int limit, @Nullable List<String> after) {
        PartnerQuery query = new PartnerQuery(filter).after(order, after);
        Sort sort = switch (order) {
            case CODE -> Sort.by("code");
            case NAME -> Sort.by("nameEn", "code");
        };
        return OwnSession.read(() -> find(query.condition(), sort, query.parameters())
                .range(0, limit - 1)
                .list()
                .map(found -> found.stream().map(PartnerEntity::told).toList()));
    }

    Uni<Integer> count(PartnerFilter filter) {
        PartnerQuery query = new PartnerQuery(filter);
        return OwnSession.read(
                () -> count(query.condition(), query.parameters()).map(Math::toIntExact));
    }

    /** Every code with its name, to suggest from. */
    public Uni<List<Candidate>> candidates() {
        return OwnSession.read(() -> listAll()
                .map(all -> all.stream()
                        .map(PartnerEntity::told)
                        .map(partner -> new Candidate(partner.code(), partner.nameEn(), partner.iso2()))
                        .toList()));
    }

    Uni<List<Candidate>> blocCandidates() {
        return pairs(BLOCS, (code, name) -> new Candidate((String) code, (String) name));
    }

    /** Every region, by name. */
    public Uni<List<Region>> regions() {
        return pairs(REGIONS, (region, countries) -> new Region((String) region, ((Long) countries).intValue()));
    }

    private <T> Uni<List<T>> pairs(String query, BiFunction<Object, Object, T> mapping) {
        return OwnSession.read(() -> getSession()
                .chain(session ->
                        session.createSelectionQuery(query, Object[].class).getResultList())
                .map(rows ->
                        rows.stream().map(row -> mapping.apply(row[0], row[1])).toList()));
    }

    private static Map<String, Partner> byCode(List<PartnerEntity> found) {
        Map<String, Partner> partners = new LinkedHashMap<>();
        found.stream().map(PartnerEntity::told).forEach(partner -> partners.put(partner.code(), partner));
        return partners;
    }
}
