package io.lancang.trade.partner;

import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds partners, or says what is wrong with the question. */
@Singleton
public class Partners {
    private final PartnerRepository repository;
    private final PartnerPageRepository pages;
    private final PartnerGroupRepository groups;

    Partners(PartnerRepository repository, PartnerPageRepository pages, PartnerGroupRepository groups) {
        this.repository = repository;
        this.pages = pages;
        this.groups = groups;
    }

    /**
     * The partner with this code. Fails with BAD_USER_INPUT for what can be none, with NOT_FOUND and the nearest codes, by
     * code, name or ISO 3166 alpha-2, for one that does not exist.
     */
    public Uni<Partner> byCode(String code) {
        return byCode(code, Vantage.PRESENT);
    }

    /** The same, as it was called then. */
    Uni<Partner> byCode(String code, Vantage seen) {
        PartnerCode.check(code);
        return repository.byCodes(List.of(code), seen).flatMap(found -> {
            Partner partner = found.get(code);
            return partner == null
                    ? repository.candidates().flatMap(all -> unknown("partner", code, all))
                    : Uni.createFrom().item(partner);
        });
    }

    /** Fails as {@link #byCode} does for the first of these codes that is none. */
    public Uni<Void> checkCodes(List<String> codes) {
        codes.forEach(PartnerCode::check);
        return repository
                .byCodes(codes)
                .flatMap(found -> codes.stream()
                        .filter(code -> !found.containsKey(code))
                        .findFirst()
                        .map(code ->
                                repository.candidates().flatMap(all -> Partners.<Void>unknown("partner", code, all)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /**
     * Fails with NOT_FOUND and the nearest codes for one that is neither a partner's nor a bloc's. For lists of facts, which
     * are empty for it without saying why.
     *
     * @param others what facts are about beside partners and blocs
     */
    public Uni<Void> checkNamed(String code, List<Candidate> others) {
        return repository
                .candidates()
                .flatMap(partners -> groups.blocs()
                        .flatMap(blocs -> known(
                                "partner or bloc",
                                code,
                                Stream.of(partners, blocs, others)
                                        .flatMap(List::stream)
                                        .distinct()
                                        .toList())));
    }

    /** Fails with NOT_FOUND and the nearest codes for one that is no bloc's. */
    public Uni<Void> checkBloc(String code) {
        return groups.blocs().flatMap(all -> known("bloc", code, all));
    }

    Uni<PartnerConnection> page(PartnerFilter filter, PartnerOrder order, PageRequest asked, Vantage seen) {
        PageArguments page = asked.of(new CursorScope("partners", filter, order, seen), PageRequest.USUAL);
        return checked(filter)
                .chain(() -> pages.page(filter, order, page, seen))
                .map(slice -> connection(new PartnerConnection.Asked(filter, seen), order, page, slice));
    }

    private static PartnerConnection connection(
            PartnerConnection.Asked asked, PartnerOrder order, PageArguments page, Slice<Partner> slice) {
        List<PartnerEdge> edges = slice.items().stream()
                .map(partner -> new PartnerEdge(partner, page.cursor(keysetOf(partner, order))))
                .toList();
        return new PartnerConnection(
                edges, slice.items(), page.pageInfo(slice, partner -> keysetOf(partner, order)), asked);
    }

    private static List<String> keysetOf(Partner partner, PartnerOrder order) {
        return switch (order) {
            case CODE -> List.of(partner.code());
            case NAME -> List.of(partner.nameEn(), partner.code());
        };
    }

    /** A filter by something that does not exist is an error, not an empty list. */
    private Uni<Void> checked(PartnerFilter filter) {
        return knownBloc(filter.bloc()).chain(() -> knownRegion(filter.region()));
    }

    private Uni<Void> knownBloc(@Nullable String code) {
        return code == null ? Uni.createFrom().voidItem() : checkBloc(code);
    }

    private Uni<Void> knownRegion(@Nullable String region) {
        return region == null
                ? Uni.createFrom().voidItem()
                : groups.regions()
                        .flatMap(all -> known(
                                "region",
                                region,
                                namesOf(all.stream().map(Region::name).toList())));
    }

    private static Uni<Void> known(String what, String code, List<Candidate> all) {
        boolean exists = all.stream().anyMatch(candidate -> candidate.code().equals(code));
        return exists ? Uni.createFrom().voidItem() : unknown(what, code, all);
    }

    private static <T> Uni<T> unknown(String what, String code, List<Candidate> all) {
        String near = Suggestions.hint(code, all);
        return Uni.createFrom()
                .failure(ServiceException.notFound(
                        "There is no " + what + " '" + code + "'.",
                        near == null ? "`" + what + "s` lists them all." : near));
    }

    private static List<Candidate> namesOf(List<String> regions) {
        return regions.stream().map(region -> new Candidate(region, region)).toList();
    }
}
