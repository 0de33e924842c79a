package io.lancang.trade.sdmx;

/** Writes data piece by piece: the head, each series, the tail. Of one answer. */
sealed interface DataMessage permits CsvMessage, JsonMessage {
    /** The beginning. */
    String head();

    /** A series; none has no observation. */
    String series(Series series);

    /** The end. */
    String tail();
}
