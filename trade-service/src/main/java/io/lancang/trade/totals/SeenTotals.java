package io.lancang.trade.totals;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A reporter's trade in all goods with every partner, as it is seen from a vantage. Every method looks up or adds what is there:
 * nothing is interpolated, converted or filled with zero. Safe for any thread.
 */
public final class SeenTotals {
    private final Totals totals;
    private final Vantage vantage;
    private final int moment;
    /** The datasets that count, by number. */
    private final Map<Integer, DatasetOrder> order;
    /** Computed when first asked for. */
    private final Map<Frequency, Coverage> coverages = new ConcurrentHashMap<>();
    /** Computed when first asked for; as many as there are periods with figures at most. */
    private final Map<Field, Map<String, Integer>> ranks = new ConcurrentHashMap<>();

    SeenTotals(Totals totals, Vantage vantage) {
        this.totals = totals;
        this.vantage = vantage;
        Long release = vantage.release();
        this.moment = release == null ? Lifetime.PRESENT : Math.toIntExact(release);
        this.order = totals.order(moment);
    }

    /** All who are ranked against each other. */
    private record Field(Period period, Currency currency) {}

    /** Whose reports these are. */
    public Reporter reporter() {
        return totals.reporter();
    }

    /** From when this is seen. */
    public Vantage vantage() {
        return vantage;
    }

    /** What the datasets cover in periods of one length. */
    public Coverage coverage(Frequency frequency) {
        return coverages.computeIfAbsent(frequency, this::coverageOf);
    }

    private Coverage coverageOf(Frequency frequency) {
        return new CoverageFinder(totals, frequency, moment, order.keySet()).find();
    }

    /** Codes of the partners with figures or quotations in periods of a length, from this vantage or another, ascending. */
    public SortedSet<String> partners(Frequency frequency) {
        SortedSet<String> partners = new TreeSet<>(totals.figures(frequency).keySet());
        if (frequency == Frequency.ANNUAL) {
            totals.quotations().keySet().forEach(quoted -> partners.add(quoted.partner()));
        }
        return partners;
    }

    /** Whether any figure or quotation of a partner is known in periods of a length, from this vantage or another. */
    public boolean knows(String partner, Frequency frequency) {
        return totals.figures(frequency).containsKey(partner)
                || (frequency == Frequency.ANNUAL
                        && totals.quotations().keySet().stream()
                                .anyMatch(quoted -> quoted.partner().equals(partner)));
    }

    /**
     * A flow with partners in a period, summed over those that have a figure; null if none has.
     *
     * @param partners codes, each once
     * @param flow exports or imports
     */
    public @Nullable Sum sum(List<String> partners, Period period, Currency currency, Flow flow) {
        Map<String, PartnerFigures> figures = totals.figures(period.frequency());
        int cell = Cell.of(period.key(), currency, flow);
        DatasetOrder chosen = firstDataset(partners, figures, cell);
        if (chosen == null) {
            return null;
        }
        BigDecimal amount = null;
        Quality quality = Quality.REPORTED;
        TreeSet<String> sources = new TreeSet<>();
        List<String> counted = new ArrayList<>(partners.size());
        for (String partner : partners) {
            PartnerFigures ofPartner = figures.get(partner);
            int figure = ofPartner == null ? PartnerFigures.NONE : ofPartner.of(chosen.number(), cell, moment);
            if (ofPartner != null && figure != PartnerFigures.NONE) {
                amount = amount == null ? ofPartner.amount(figure) : amount.add(ofPartner.amount(figure));
                quality = quality.orWeaker(ofPartner.quality(figure));
                sources.add(ofPartner.source(figure));
                counted.add(partner);
            }
        }
        return amount == null
                ? null
                : new Sum(amount, quality, chosen.number(), List.copyOf(sources), List.copyOf(counted));
    }

    /** The dataset that comes first among those with a figure of any of the partners. */
    private @Nullable DatasetOrder firstDataset(
            Collection<String> partners, Map<String, PartnerFigures> figures, int cell) {
        DatasetOrder first = null;
        for (String partner : partners) {
            PartnerFigures ofPartner = figures.get(partner);
            DatasetOrder dataset = ofPartner == null ? null : ofPartner.first(cell, moment, order);
            if (dataset != null && (first == null || dataset.compareTo(first) < 0)) {
                first = dataset;
            }
        }
        return first;
    }

    /** What a dataset gives for a partner, such as the world; null if it gives nothing. */
    public @Nullable BigDecimal amount(String partner, int dataset, Period period, Currency currency, Flow flow) {
        Sum figure = figure(partner, dataset, period, currency, flow);
        return figure == null ? null : figure.amount();
    }

    /** As {@link #amount}, with its quality and source. */
    public @Nullable Sum figure(String partner, int dataset, Period period, Currency currency, Flow flow) {
        PartnerFigures figures = totals.figures(period.frequency()).get(partner);
        if (figures == null) {
            return null;
        }
        int figure = figures.of(dataset, Cell.of(period.key(), currency, flow), moment);
        return figure == PartnerFigures.NONE
                ? null
                : new Sum(
                        figures.amount(figure),
                        figures.quality(figure),
                        dataset,
                        List.of(figures.source(figure)),
                        List.of(partner));
    }

    /** Codes of the members of a bloc on a day, ascending, without the reporter. */
    public List<String> membersOf(String bloc, LocalDate day) {
        return membersOf(bloc, day, reporter().code());
    }

    /** The same without another reporter. */
    public List<String> membersOf(String bloc, LocalDate day, String reporter) {
        return totals.membersOf(bloc).stream()
                .filter(member -> member.lifetime().sees(moment) && member.isOn(day))
                .map(Totals.Member::partner)
                .filter(member -> !member.equals(reporter))
                .distinct()
                .toList();
    }

    /** The former units of reporting whose successors are all among these partners, with those successors. */
    public Map<String, List<String>> formerUnitsOf(Collection<String> partners) {
        Map<String, List<String>> units = new LinkedHashMap<>();
        totals.successors().forEach((unit, successors) -> {
            if (partners.containsAll(successors)) {
                units.put(unit, successors);
            }
        });
        return units;
    }

    /**
     * The quoted figure of a year that is preferred; null if none is quoted, and for periods that are no years.
     *
     * @param flow null for exports and imports together
     */
    public @Nullable Quotation quotation(String partner, Period period, Currency currency, @Nullable Flow flow) {
        if (period.frequency() != Frequency.ANNUAL) {
            return null;
        }
        return totals
                .quotations()
                .getOrDefault(new Totals.Quoted(partner, period.year(), currency, flow), List.of())
                .stream()
                .filter(figure -> figure.lifetime().sees(moment))
                .findFirst()
                .map(figure -> new Quotation(figure.amount(), figure.source()))
                .orElse(null);
    }

    /**
     * The place of a partner by total among all countries and former states, from 1; null for others, and where it has no total.
     * Each flow is of the dataset that comes first among those with a figure of any of them; of equals each has the best place.
     */
    public @Nullable Integer rank(String partner, Period period, Currency currency) {
        return coverage(period.frequency()).contains(period)
                ? ranks.computeIfAbsent(new Field(period, currency), this::ranked)
                        .get(partner)
                : null;
    }

    private Map<String, Integer> ranked(Field field) {
        Map<String, PartnerFigures> figures = totals.figures(field.period().frequency());
        int exports = Cell.of(field.period().key(), field.currency(), Flow.EXPORTS);
        int imports = Cell.of(field.period().key(), field.currency(), Flow.IMPORTS);
        DatasetOrder ofExports = firstDataset(totals.countries(), figures, exports);
        DatasetOrder ofImports = firstDataset(totals.countries(), figures, imports);
        List<Ranks.Total> competing = new ArrayList<>();
        if (ofExports != null && ofImports != null) {
            for (String country : totals.countries()) {
                BigDecimal sold = amount(country, ofExports.number(), field.period(), field.currency(), Flow.EXPORTS);
                BigDecimal bought = amount(country, ofImports.number(), field.period(), field.currency(), Flow.IMPORTS);
                if (sold != null && bought != null) {
                    competing.add(new Ranks.Total(country, sold.add(bought)));
                }
            }
        }
        return Ranks.of(competing);
    }
}
