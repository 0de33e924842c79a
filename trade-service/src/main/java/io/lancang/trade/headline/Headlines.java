package io.lancang.trade.headline;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.bloc.Bloc;
import io.lancang.trade.bloc.BlocRepository;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.flow.CountedMembers;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.Trade;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.partner.PartnerCode;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.TotalsInMemory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts quoted figures beside what the datasets give: from memory, in each currency. */
@Singleton
class Headlines {
    private final QuotationRepository quotations;
    private final TotalsInMemory totals;
    private final BlocRepository blocs;
    private final PartnerRepository partners;

    Headlines(QuotationRepository quotations, TotalsInMemory totals, BlocRepository blocs, PartnerRepository partners) {
        this.quotations = quotations;
        this.totals = totals;
        this.blocs = blocs;
        this.partners = partners;
    }

    /** A figure that a quotation can be compared with. */
    private record Place(String code, int year, Currency currency) {}

    Uni<List<Headline>> of(
            Optional<List<String>> codes, @Nullable Integer from, @Nullable Integer to, Vantage vantage) {
        return checked(codes)
                .chain(() -> quotations.quotations(codes, from, to, vantage))
                .flatMap(found -> points(found, vantage)
                        .map(points -> found.stream()
                                .map(quotation -> headline(quotation, points))
                                .toList()));
    }

    private Uni<Void> checked(Optional<List<String>> codes) {
        if (codes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        codes.get().forEach(PartnerCode::check);
        return partners.candidates()
                .invoke(all -> codes.get().forEach(code -> checkKnown(code, all)))
                .replaceWithVoid();
    }

    private static void checkKnown(String code, List<Candidate> all) {
        if (all.stream().noneMatch(candidate -> candidate.code().equals(code))) {
            String hint = Suggestions.hint(code, all);
            throw ServiceException.badInput(
                    "There is no partner '" + code + "'.", hint == null ? "`partners` lists every code." : hint);
        }
    }

    private Uni<Map<Place, TradePoint>> points(List<Quotation> quoted, Vantage vantage) {
        Set<String> codes = quoted.stream().map(Quotation::code).collect(Collectors.toSet());
        List<Period> periods = quoted.stream()
                .map(Quotation::year)
                .distinct()
                .map(Period::ofYear)
                .toList();
        return blocs.byCodes(codes)
                .flatMap(ofThem -> totals.seenFrom(vantage).map(seen -> {
                    Map<Place, TradePoint> places = new HashMap<>();
                    for (Currency currency : Currency.values()) {
                        Terms terms = new Terms(Frequency.ANNUAL, currency, seen);
                        codes.forEach(code -> Trade.points(subjectOf(code, ofThem), periods, terms)
                                .forEach(point -> places.put(
                                        new Place(code, point.period().year(), currency), point)));
                    }
                    return places;
                }));
    }

    private static Subject subjectOf(String code, Map<String, Bloc> blocs) {
        return blocs.containsKey(code)
                ? new Subject.OfBloc(code, CountedMembers.AS_OF_YEAR)
                : new Subject.OfPartner(code);
    }

    private static Headline headline(Quotation quotation, Map<Place, TradePoint> points) {
        TradePoint point = points.get(new Place(quotation.code(), quotation.year(), quotation.currency()));
        Money amount =
                Money.of(quotation.amount(), quotation.currency(), valuationOf(quotation.flow()), Quality.HEADLINE);
        if (!quotation.wholeYear()) {
            Gap gap = Gap.of(
                    GapReason.PART_OF_PERIOD,
                    "The figure is about a part of " + quotation.year() + "; years are not compared with parts.");
            return headline(quotation, amount, null, gap);
        }
        if (point == null) {
            Gap gap = Gap.of(GapReason.NOT_COVERED, "No dataset has a figure of " + quotation.year() + ".");
            return headline(quotation, amount, null, gap);
        }
        Money computed = computed(point, quotation.flow());
        Gap gap = point.gap();
        boolean isAboutTheComputedOne = gap != null && gap.reason() == GapReason.MEMBERS_MISSING;
        return headline(quotation, amount, computed, computed == null || isAboutTheComputedOne ? gap : null);
    }

    private static Headline headline(Quotation quotation, Money amount, @Nullable Money computed, @Nullable Gap gap) {
        Money difference = computed == null
                ? null
                : Money.of(
                        amount.number().subtract(computed.number()),
                        amount.currency(),
                        amount.valuation(),
                        Quality.HEADLINE);
        Double percent = computed == null || computed.number().signum() == 0
                ? null
                : Percent.change(computed.number(), amount.number());
        return new Headline(
                quotation.code(),
                quotation.year(),
                quotation.wholeYear(),
                quotation.flow(),
                amount,
                quotation.note(),
                computed,
                difference,
                percent,
                gap,
                quotation.citation());
    }

    /** What the datasets give: a quoted figure that stands in for it in the series is none. */
    private static @Nullable Money computed(TradePoint point, FlowSelection flow) {
        Money amount = point.amountOf(flow);
        return amount == null || amount.quality() == Quality.HEADLINE ? null : amount;
    }

    private static @Nullable Valuation valuationOf(FlowSelection flow) {
        return switch (flow) {
            case EXPORTS -> Valuation.FOB;
            case IMPORTS -> Valuation.CIF;
            case TOTAL -> null;
        };
    }
}
