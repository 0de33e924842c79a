package io.lancang.trade.sdmx;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of the structure, in its order. Ids are those of the SDMX cross-domain concepts where there is one. */
enum Component {
    FREQ(Kind.DIMENSION, "Frequency", Codelist.CL_FREQ),
    REF_AREA(Kind.DIMENSION, "Reference area: who reports", Codelist.CL_AREA),
    COUNTERPART_AREA(Kind.DIMENSION, "Counterpart area: with whom", Codelist.CL_AREA),
    INDICATOR(Kind.DIMENSION, "Indicator", Codelist.CL_INDICATOR),
    UNIT_MEASURE(Kind.DIMENSION, "Unit of measure: the currency", Codelist.CL_UNIT),
    TIME_PERIOD(Kind.TIME, "Time period: a calendar year", null),
    OBS_VALUE(Kind.MEASURE, "Observation value, in units of the currency", null),
    UNIT_MULT(Kind.OF_DATA_SET, "Unit multiplier: the power of ten; 0 for units", null),
    VALUATION(Kind.OF_SERIES, "Valuation; none of exports and imports together", Codelist.CL_VALUATION),
    OBS_STATUS(Kind.OF_OBSERVATION, "Observation status", Codelist.CL_OBS_STATUS),
    QUALITY(Kind.OF_OBSERVATION, "How sure the figure is", Codelist.CL_QUALITY),
    GAP_REASON(Kind.OF_OBSERVATION, "Why the figure is missing", Codelist.CL_GAP_REASON),
    SOURCE(Kind.OF_OBSERVATION, "Ids of the sources, with blanks between them", null);

    private final Kind kind;
    private final String title;
    private final @Nullable Codelist codelist;

    Component(Kind kind, String title, @Nullable Codelist codelist) {
        this.kind = kind;
        this.title = title;
        this.codelist = codelist;
    }

    /** What a component is, and at which level an attribute is told. */
    enum Kind {
        DIMENSION,
        TIME,
        MEASURE,
        OF_DATA_SET,
        OF_SERIES,
        OF_OBSERVATION;

        boolean isAttribute() {
            return compareTo(OF_DATA_SET) >= 0;
        }
    }

    Kind kind() {
        return kind;
    }

    /** Its place in the key, from 0; of time, the place behind the others. */
    int position() {
        return Arrays.asList(values()).indexOf(this);
    }

    String title() {
        return title;
    }

    @Nullable
    Codelist codelist() {
        return codelist;
    }

    static List<Component> of(Kind kind) {
        return Arrays.stream(values()).filter(each -> each.kind == kind).toList();
    }

    /** The dimensions of a key: all but time. */
    static List<Component> dimensions() {
        return of(Kind.DIMENSION);
    }

    static List<Component> attributes() {
        return Arrays.stream(values()).filter(each -> each.kind.isAttribute()).toList();
    }

    /**
     * The component with this id.
     *
     * @throws SdmxException for one that the structure does not have
     */
    static Component ofId(String id) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(id))
                .findFirst()
                .orElseThrow(() -> new SdmxException(
                        Problem.SEMANTIC,
                        "The structure has no component '" + id + "'. It has " + List.of(values()) + "."));
    }
}
