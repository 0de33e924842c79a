package io.lancang.trade.totals;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.trade.period.Frequency;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes in what is read, row by row, and refuses more than there is room for. */
final class TotalsBuilder {
    /** A figure's places in the arrays, and its amount. */
    static final long BYTES_A_FIGURE = 72;

    private final Map<Frequency, Map<String, PartnerFigures>> figures = new EnumMap<>(Frequency.class);
    private final List<Totals.Uncounted> uncounted = new ArrayList<>();
    private final Map<String, List<Totals.Member>> members = new HashMap<>();
    private final Map<Totals.Quoted, List<Totals.QuotedFigure>> quotations = new HashMap<>();
    private final Set<String> countries = new HashSet<>();
    private final Map<String, List<String>> successors = new TreeMap<>();
    /** Few texts, which every row has a copy of. */
    private final Map<String, String> sources = new HashMap<>();

    private final List<Totals.Place> places = new ArrayList<>();
    private final Reporter reporter;
    private final long most;
    private long room;

    /**
     * @param reporter whose reports it takes
     * @param most bytes that it may take
     */
    TotalsBuilder(Reporter reporter, long most) {
        this.reporter = reporter;
        this.most = most;
        this.room = most;
    }

    Reporter reporter() {
        return reporter;
    }

    /**
     * Takes the next figure of a partner, in the order of {@link PartnerFigures}.
     *
     * @throws ServiceException LIMIT_EXCEEDED if there is no room for it
     */
    void add(Frequency frequency, String partner, PartnerFigures.Figure figure) {
        takeRoom();
        figures.computeIfAbsent(frequency, each -> new HashMap<>())
                .computeIfAbsent(partner, each -> new PartnerFigures())
                .add(new PartnerFigures.Figure(
                        figure.cell(),
                        figure.dataset(),
                        figure.amount(),
                        figure.quality(),
                        sources.computeIfAbsent(figure.source(), source -> source),
                        figure.lifetime()));
    }

    void addPlace(Totals.Place place) {
        places.add(place);
    }

    void add(Totals.Uncounted each) {
        takeRoom();
        uncounted.add(each);
    }

    void addMember(String bloc, Totals.Member member) {
        takeRoom();
        members.computeIfAbsent(bloc, each -> new ArrayList<>()).add(member);
    }

    void addQuotation(Totals.Quoted quoted, Totals.QuotedFigure figure) {
        takeRoom();
        quotations.computeIfAbsent(quoted, each -> new ArrayList<>()).add(figure);
    }

    void addSuccessors(String unit, List<String> codes) {
        successors.put(unit, codes);
    }

    void addCountry(String code) {
        countries.add(code);
    }

    private void takeRoom() {
        room -= BYTES_A_FIGURE;
        if (room < 0) {
            throw new ServiceException(
                    ErrorCode.LIMIT_EXCEEDED,
                    reporter.name() + "'s trade in all goods has more than " + most / BYTES_A_FIGURE
                            + " figures, the most that fit into memory.",
                    "The service's operator may raise `lancang.totals.memory`, and give the process as much more heap.");
        }
    }

    Totals build() {
        figures.values().forEach(partners -> partners.values().forEach(PartnerFigures::trim));
        return new Totals(
                reporter,
                List.copyOf(places),
                figures,
                List.copyOf(uncounted),
                members,
                quotations,
                Set.copyOf(countries),
                successors);
    }
}
