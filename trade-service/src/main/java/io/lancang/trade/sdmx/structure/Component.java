package io.lancang.trade.sdmx.structure;

/**
 * The components that structures have, in their order: see {@link Structure} for which has which. Ids are those of the SDMX cross-domain
 * concepts where there is one.
 */
public enum Component {
    FREQ(Kind.DIMENSION, "Frequency"),
    REF_AREA(Kind.DIMENSION, "Reference area: who reports"),
    COUNTERPART_AREA(Kind.DIMENSION, "Counterpart area: with whom"),
    PRODUCT(Kind.DIMENSION, "Product of a classification"),
    INDICATOR(Kind.DIMENSION, "Indicator"),
    UNIT_MEASURE(Kind.DIMENSION, "Unit of measure: the currency"),
    DATASET(Kind.DIMENSION, "Dataset that has the figure"),
    TIME_PERIOD(Kind.TIME, "Time period: a calendar year or month"),
    OBS_VALUE(Kind.MEASURE, "Observation value, in units of the currency"),
    UNIT_MULT(Kind.OF_DATA_SET, "Unit multiplier: the power of ten; 0 for units"),
    VALUATION(Kind.OF_SERIES, "Valuation; none of exports and imports together"),
    OBS_STATUS(Kind.OF_OBSERVATION, "Observation status"),
    QUALITY(Kind.OF_OBSERVATION, "How sure the figure is"),
    GAP_REASON(Kind.OF_OBSERVATION, "Why the figure is missing"),
    SOURCE(Kind.OF_OBSERVATION, "Ids of the sources, with blanks between them");

    private final Kind kind;
    private final String title;

    Component(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** What a component is, and at which level an attribute is told. */
    public enum Kind {
        DIMENSION,
        TIME,
        MEASURE,
        OF_DATA_SET,
        OF_SERIES,
        OF_OBSERVATION;

        public boolean isAttribute() {
            return compareTo(OF_DATA_SET) >= 0;
        }

        /** Whether data can be filtered by it. */
        public boolean isDimension() {
            return this == DIMENSION || this == TIME;
        }
    }

    /** What it is in most structures: see {@link Structure#kind}. */
    public Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }
}
