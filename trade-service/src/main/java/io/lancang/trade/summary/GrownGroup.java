package io.lancang.trade.summary;

import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.CountedMembers;
import io.lancang.trade.flow.Dimension;
import io.lancang.trade.period.Period;
import io.lancang.trade.selection.Selection;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of several partners whose growth is served.
 *
 * @param period the later period
 * @param reporter code of who reports
 * @param blocs the blocs whose members are in the group; empty if it goes by none
 * @param partners codes that the filter names; empty if it names none
 * @param regions the regions whose partners are in the group; empty if it goes by none
 * @param counted which members of blocs are compared
 * @param compared codes of those who are compared; null if the sums are compared as they are
 */
record GrownGroup(
        Period period,
        String reporter,
        List<String> blocs,
        List<String> partners,
        List<String> regions,
        CountedMembers counted,
        @Nullable List<String> compared) {

    /** The group of a row; null for one partner, and for partners in no bloc or region. */
    static @Nullable GrownGroup of(Question question, Period period, Row row) {
        Selection.Who who = question.selection().who();
        List<String> blocs = groupedOr(question, Dimension.BLOC, row, who.blocs());
        List<String> regions = groupedOr(question, Dimension.REGION, row, who.regions());
        if (question.groupsBy(Dimension.PARTNER) || blocs == null || regions == null) {
            return null;
        }
        String[] compared = row.getArrayOfStrings("compared");
        return new GrownGroup(
                period,
                question.groupsBy(Dimension.REPORTER)
                        ? row.getString(SummaryKeys.column(Dimension.REPORTER))
                        : who.reporters().getFirst(),
                blocs,
                who.partners(),
                regions,
                question.comparesMembers() && who.members().composition() == Composition.AS_OF_YEAR
                        ? CountedMembers.of(period.year())
                        : who.members(),
                compared == null ? null : List.of(compared));
    }

    private static @Nullable List<String> groupedOr(
            Question question, Dimension dimension, Row row, List<String> ofFilter) {
        if (!question.groupsBy(dimension)) {
            return ofFilter;
        }
        String code = row.getString(SummaryKeys.column(dimension));
        return code == null ? null : List.of(code);
    }

    /** The same in the period before. */
    Period earlier() {
        return period.previous();
    }
}
