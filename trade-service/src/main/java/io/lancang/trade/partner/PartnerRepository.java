package io.lancang.trade.partner;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.kit.history.Vantage;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads partners. Every method of its own is one statement. */
@Singleton
public class PartnerRepository implements PanacheRepositoryBase<PartnerEntity, String> {
    private static final String WITH_CODES = "select p.* from %s p where p.code in (:codes)";
    private static final String COUNTRIES =
            "select p.* from %s p where p.kind <> 'AGGREGATE' and p.code <> :reporter order by p.code";
    private static final String REGIONS =
            "select region, count(*) from PartnerEntity where region is not null group by region order by region";
    private static final String CHANGED_SINCE =
            "select exists (select from partner_past where code = :code and superseded_by > :release)";
    /** Entities of other features are known by their names. */
    private static final String BLOCS = "select code, nameEn from BlocEntity";

    /** The partners with these codes as they are called at present, by code; a code that does not exist is left out. */
    public Uni<Map<String, Partner>> byCodes(Collection<String> codes) {
        return byCodes(codes, Vantage.PRESENT);
    }

    /** The same as they were called then. */
    public Uni<Map<String, Partner>> byCodes(Collection<String> codes, Vantage seen) {
        List<String> distinct = codes.stream().distinct().toList();
        return seen(WITH_CODES, seen, Map.of("codes", distinct)).map(PartnerRepository::byCode);
    }

    /** What is referred to, as it was called then; a reference to what does not exist is left out. One statement a vantage. */
    public Uni<Map<PartnerReference, Partner>> byReferences(List<PartnerReference> references) {
        return Batches.byArguments(
                references,
                PartnerReference::seen,
                (seen, ofThem) -> byCodes(
                                ofThem.stream().map(PartnerReference::code).toList(), seen)
                        .map(found -> {
                            Map<PartnerReference, Partner> partners = new LinkedHashMap<>();
                            found.forEach((code, partner) -> partners.put(new PartnerReference(code, seen), partner));
                            return partners;
                        }));
    }

    /** Every country and former state as it was called then, by code, but the reporter itself. */
    public Uni<Map<String, Partner>> countriesBut(String reporter, Vantage seen) {
        return seen(COUNTRIES, seen, Map.of("reporter", reporter)).map(PartnerRepository::byCode);
    }

    private Uni<List<Partner>> seen(String sql, Vantage seen, Map<String, Object> parameters) {
        return OwnSession.read(() -> list(sql.formatted(PartnersSeen.from(seen)), parameters, Integer.MAX_VALUE));
    }

    /** At most {@code limit} partners after the keyset, if there is one. */
    Uni<List<Partner>> page(
            PartnerFilter filter, PartnerOrder order, int limit, @Nullable List<String> after, Vantage seen) {
        PartnerQuery query = new PartnerQuery(filter, seen).after(order, after);
        return OwnSession.read(() -> list(query.ordered(order), query.parameters(), limit));
    }

    Uni<Integer> count(PartnerFilter filter, Vantage seen) {
        PartnerQuery query = new PartnerQuery(filter, seen);
        return OwnSession.read(() -> getSession()
                .chain(session -> with(session.createNativeQuery(query.counted(), Long.class), query.parameters())
                        .getSingleResult())
                .map(Math::toIntExact));
    }

    /** Whether a release after this one changed a name or the region of a partner; in the current session. */
    public Uni<Boolean> isChangedSince(String code, long release) {
        Map<String, Object> parameters = Map.of("code", code, "release", release);
        return getSession()
                .chain(session -> with(session.createNativeQuery(CHANGED_SINCE, Boolean.class), parameters)
                        .getSingleResult());
    }

    private Uni<List<Partner>> list(String sql, Map<String, Object> parameters, int limit) {
        return getSession()
                .chain(session -> with(session.createNativeQuery(sql, PartnerEntity.class), parameters)
                        .setMaxResults(limit)
                        .getResultList())
                .map(found -> found.stream().map(PartnerEntity::told).toList());
    }

    private static <T> Mutiny.SelectionQuery<T> with(Mutiny.SelectionQuery<T> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
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

    private static Map<String, Partner> byCode(List<Partner> found) {
        Map<String, Partner> partners = new LinkedHashMap<>();
        found.forEach(partner -> partners.put(partner.code(), partner));
        return partners;
    }
}
