package io.lancang.trade.totals;

import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives totals of many reporters, one after the other, for what is written about all of them. They are read some at a time, as many as
 * fit into the memory that one reporter may take, by the statements that one takes; none is kept.
 */
@Singleton
public class TotalsOfMany {
    /** Figures that are read in a few milliseconds. */
    private static final long FIRST = 500;

    private final TotalsRepository reader;
    private final long most;

    TotalsOfMany(TotalsRepository reader, TotalsConfig config) {
        this.reader = reader;
        this.most = config.memory().asLongValue() / TotalsInMemory.OTHERS;
    }

    /**
     * Who reports how much.
     *
     * @param figures how many figures in all goods there are of them, by year and by month
     */
    public record Reporting(Reporter reporter, long figures) {}

    /**
     * Totals in the order of the reporters, read while they are taken. Fails with LIMIT_EXCEEDED if one of them has more figures than
     * there is room for.
     */
    public Multi<SeenTotals> seenFrom(List<Reporting> reporters, Vantage vantage) {
        return Multi.createFrom()
                .iterable(groups(reporters))
                .onItem()
                .transformToUniAndConcatenate(group -> reader.read(group, most))
                .onItem()
                .transformToIterable(totals ->
                        totals.stream().map(each -> each.seenFrom(vantage)).toList());
    }

    /** The first is small, so that something can be written at once. */
    private List<List<Reporter>> groups(List<Reporting> reporters) {
        long room = most / TotalsBuilder.BYTES_A_FIGURE;
        List<List<Reporter>> groups = new ArrayList<>();
        long figures = 0;
        for (Reporting each : reporters) {
            figures += each.figures();
            if (groups.isEmpty() || figures > (groups.size() == 1 ? Math.min(FIRST, room) : room)) {
                groups.add(new ArrayList<>());
                figures = each.figures();
            }
            groups.getLast().add(each.reporter());
        }
        return groups;
    }
}
