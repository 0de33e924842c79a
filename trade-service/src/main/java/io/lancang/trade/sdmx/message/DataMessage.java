package io.lancang.trade.sdmx.message;

import io.lancang.trade.sdmx.series.Series;

/** Writes data piece by piece: the head, each series, the tail. Of one answer. */
public sealed interface DataMessage permits CsvMessage, JsonMessage {
    /** The beginning. */
    String head();

    /** A series; none has no observation. */
    String series(Series series);

    /** The end. */
    String tail();
}
