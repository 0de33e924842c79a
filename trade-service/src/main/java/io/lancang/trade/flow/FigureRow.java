package io.lancang.trade.flow;

import io.lancang.trade.figure.Quality;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of one subject in one year and currency, before anything is told or left out.
 *
 * @param members codes of the partners that the subject consists of in the year
 * @param exports China's exports to them
 * @param imports China's imports from them
 * @param worldExports China's exports to the world in the dataset of {@code exports}; null if there is none
 * @param worldImports China's imports from the world in the dataset of {@code imports}; null if there is none
 * @param headlines quoted figures of the subject
 */
record FigureRow(
        List<String> members,
        @Nullable Flow exports,
        @Nullable Flow imports,
        @Nullable BigDecimal worldExports,
        @Nullable BigDecimal worldImports,
        Headlines headlines) {

    /** A year of which nothing is known. */
    static final FigureRow EMPTY =
            new FigureRow(List.of(), null, null, null, null, new Headlines(null, null, null, null));

    /**
     * A sum over the members that have a figure.
     *
     * @param dataset number of the dataset, the same for all of them
     * @param partners codes of the members that have a figure
     */
    record Flow(BigDecimal amount, Quality quality, int dataset, List<String> sources, List<String> partners) {}

    /** A quoted figure. */
    record Headline(BigDecimal amount, String source) {}

    /** The quoted figures of a subject, and of the world for a share. */
    record Headlines(
            @Nullable Headline exports,
            @Nullable Headline imports,
            @Nullable Headline total,
            @Nullable Headline worldTotal) {}
}
