package io.lancang.trade.totals;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.period.Frequency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that releases have said about a reporter's trade in all goods, up to one state of the data: the present and the past, which
 * is the present of an earlier release. Nothing in it changes.
 */
final class Totals {
    /** Views of past moments that are kept, with what was computed for them. */
    private static final int VIEWS = 16;

    private final Reporter reporter;
    private final List<Place> places;
    private final Map<Frequency, Map<String, PartnerFigures>> figures;
    private final List<Uncounted> uncounted;
    private final Map<String, List<Member>> members;
    private final Map<Quoted, List<QuotedFigure>> quotations;
    private final Set<String> countries;
    private final Map<String, List<String>> successors;

    /** In the order of last use; guarded by itself. */
    private final Map<Vantage, SeenTotals> views = new LinkedHashMap<>(VIEWS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Vantage, SeenTotals> eldest) {
            return size() > VIEWS;
        }
    };

    /**
     * @param reporter whose reports they are
     * @param places where datasets stand and stood; a dataset without one counts in no total
     * @param figures by frequency and partner
     * @param members by bloc, ascending by partner
     * @param quotations in order of preference
     * @param countries codes of those who have a rank: countries and former states, the reporter left out
     * @param successors codes of those who took the place of a former unit of reporting, by its code
     */
    Totals(
            Reporter reporter,
            List<Place> places,
            Map<Frequency, Map<String, PartnerFigures>> figures,
            List<Uncounted> uncounted,
            Map<String, List<Member>> members,
            Map<Quoted, List<QuotedFigure>> quotations,
            Set<String> countries,
            Map<String, List<String>> successors) {
        this.reporter = reporter;
        this.places = places;
        this.figures = figures;
        this.uncounted = uncounted;
        this.members = members;
        this.quotations = quotations;
        this.countries = countries;
        this.successors = successors;
    }

    /** Where a dataset stands from one release to another. */
    record Place(DatasetOrder order, Lifetime lifetime) {}

    /** That a dataset which counts in no total has figures. */
    record Uncounted(Frequency frequency, Coverage.Reported reported, Lifetime lifetime) {}

    /**
     * A membership of a bloc.
     *
     * @param ends its last day; null if it has not ended
     */
    record Member(
            String partner, LocalDate starts, @Nullable LocalDate ends, Lifetime lifetime) {
        boolean isOn(LocalDate day) {
            return !starts.isAfter(day) && (ends == null || !ends.isBefore(day));
        }
    }

    /**
     * What is quoted.
     *
     * @param flow null for exports and imports together
     */
    record Quoted(
            String partner,
            int year,
            Currency currency,
            @Nullable Flow flow) {}

    /** A quotation with the time in which it is seen. */
    record QuotedFigure(BigDecimal amount, String source, Lifetime lifetime) {}

    /** The same, as it is seen from a vantage. */
    SeenTotals seenFrom(Vantage vantage) {
        synchronized (views) {
            return views.computeIfAbsent(vantage, each -> new SeenTotals(this, each));
        }
    }

    Reporter reporter() {
        return reporter;
    }

    Map<String, PartnerFigures> figures(Frequency frequency) {
        return figures.getOrDefault(frequency, Map.of());
    }

    /** The order of the datasets that count at a moment, by number. */
    Map<Integer, DatasetOrder> order(int moment) {
        Map<Integer, DatasetOrder> order = new HashMap<>();
        for (Place place : places) {
            if (place.lifetime().sees(moment)) {
                order.put(place.order().number(), place.order());
            }
        }
        return Map.copyOf(order);
    }

    List<Uncounted> uncounted() {
        return uncounted;
    }

    List<Member> membersOf(String bloc) {
        return members.getOrDefault(bloc, List.of());
    }

    Map<Quoted, List<QuotedFigure>> quotations() {
        return quotations;
    }

    Map<String, List<String>> successors() {
        return successors;
    }

    Set<String> countries() {
        return countries;
    }
}
