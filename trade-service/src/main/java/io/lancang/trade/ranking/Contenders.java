package io.lancang.trade.ranking;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.bloc.Bloc;
import io.lancang.trade.bloc.BlocRepository;
import io.lancang.trade.flow.CountedMembers;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerCode;
import io.lancang.trade.partner.PartnerRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds who competes in a ranking. */
@Singleton
class Contenders {
    private final PartnerRepository partners;
    private final BlocRepository blocs;

    Contenders(PartnerRepository partners, BlocRepository blocs) {
        this.partners = partners;
        this.blocs = blocs;
    }

    /** Those who compete, and what they are called. */
    record Field(List<Subject> subjects, Ranking.Names names) {}

    /** Those named, or all countries and former states but the reporter. An unknown code is NOT_FOUND with the nearest ones. */
    Uni<Field> of(Optional<List<String>> codes, CountedMembers members, Terms terms) {
        return codes.map(named -> named(named.stream().distinct().toList(), members, terms.vantage()))
                .orElseGet(() -> partners.countriesBut(terms.reporter().code(), terms.vantage())
                        .map(Contenders::countries));
    }

    private static Field countries(Map<String, Partner> countries) {
        List<Subject> subjects =
                countries.keySet().stream().<Subject>map(Subject.OfPartner::new).toList();
        return new Field(subjects, new Ranking.Names(countries, Map.of()));
    }

    private Uni<Field> named(List<String> codes, CountedMembers members, Vantage seen) {
        codes.forEach(PartnerCode::check);
        return blocs.byCodes(codes)
                .flatMap(foundBlocs -> partners.byCodes(codes, seen).flatMap(foundPartners -> {
                    Optional<String> unknown = codes.stream()
                            .filter(code -> !foundBlocs.containsKey(code) && !foundPartners.containsKey(code))
                            .findFirst();
                    return unknown.map(this::unknown)
                            .orElseGet(() -> Uni.createFrom()
                                    .item(new Field(
                                            subjects(codes, foundBlocs, members),
                                            new Ranking.Names(foundPartners, foundBlocs))));
                }));
    }

    private static List<Subject> subjects(List<String> codes, Map<String, Bloc> blocs, CountedMembers members) {
        return codes.stream()
                .<Subject>map(code ->
                        blocs.containsKey(code) ? new Subject.OfBloc(code, members) : new Subject.OfPartner(code))
                .toList();
    }

    private Uni<Field> unknown(String code) {
        return partners.candidates()
                .flatMap(ofPartners -> blocs.candidates().flatMap(ofBlocs -> {
                    List<Candidate> all =
                            Stream.concat(ofPartners.stream(), ofBlocs.stream()).toList();
                    return Uni.createFrom()
                            .failure(ServiceException.notFound(
                                    "There is no partner or bloc '" + code + "'.", Suggestions.hint(code, all)));
                }));
    }
}
