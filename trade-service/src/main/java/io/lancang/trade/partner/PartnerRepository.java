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

/** Reads partners. Every method of its own is one statement. */
@Singleton
public class PartnerRepository implements PanacheRepositoryBase<PartnerEntity, String> {
    private static final String WITH_CODES = "where p.code in (:codes)";
    private static final String COUNTRIES = "where p.kind <> 'AGGREGATE' and p.code <> :reporter order by p.code";
    private static final String CHANGED_SINCE =
            "select exists (select from partner_past where code = :code and superseded_by > :release)";

    /** The partners with these codes as they are called at present, by code; a code that does not exist is left out. */
    public Uni<Map<String, Partner>> byCodes(Collection<String> codes) {
        return byCodes(codes, Vantage.PRESENT);
    }

    /** The same as they were called then. */
    public Uni<Map<String, Partner>> byCodes(Collection<String> codes, Vantage seen) {
        return byCode(
                WITH_CODES, seen, Map.of("codes", codes.stream().distinct().toList()));
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
        return byCode(COUNTRIES, seen, Map.of("reporter", reporter));
    }

    private static Uni<Map<String, Partner>> byCode(String which, Vantage seen, Map<String, Object> parameters) {
        return OwnSession.read(() -> PartnerStatements.list(which, seen, parameters, Integer.MAX_VALUE)
                .map(found -> {
                    Map<String, Partner> partners = new LinkedHashMap<>();
                    found.forEach(partner -> partners.put(partner.code(), partner));
                    return partners;
                }));
    }

    /** Whether a release after this one changed a name or the region of a partner; in the current session. */
    public Uni<Boolean> isChangedSince(String code, long release) {
        return PartnerStatements.value(CHANGED_SINCE, Boolean.class, Map.of("code", code, "release", release));
    }

    /** Every code with its name, to suggest from. */
    public Uni<List<Candidate>> candidates() {
        return OwnSession.read(() -> listAll()
                .map(all -> all.stream()
                        .map(PartnerEntity::asRecord)
                        .map(partner -> new Candidate(partner.code(), partner.nameEn(), partner.iso2()))
                        .toList()));
    }
}
