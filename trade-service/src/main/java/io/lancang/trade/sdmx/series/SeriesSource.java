package io.lancang.trade.sdmx.series;

import io.lancang.trade.sdmx.data.DataQuery;
import io.lancang.trade.sdmx.structure.Codes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Where the series of a dataflow are from. */
public interface SeriesSource {
    /**
     * Hands the series that are asked for to whoever takes them, found while they are taken. To be called on the context of the request.
     *
     * @param taker takes them all; what it gives is the end
     */
    Uni<Void> read(DataQuery query, Codes codes, Function<Multi<Series>, Uni<Void>> taker);
}
