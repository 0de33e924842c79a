package io.lancang.trade.sdmx.structure;

import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Quality;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The lists of codes that are there whatever is loaded. */
public enum CommonCodelist implements Codelist {
    CL_FREQ("Frequency"),
    CL_AREA("Reference area: ISO 3166-1 alpha-2, or the code of the partner where it has none"),
    CL_INDICATOR("Trade in goods"),
    CL_UNIT("Unit of measure"),
    CL_DATASET("Datasets"),
    CL_VALUATION("Valuation"),
    CL_OBS_STATUS("Observation status, codes of the SDMX list of that name"),
    CL_QUALITY("How sure a figure is"),
    CL_GAP_REASON("Why a figure is missing");

    private final String title;

    CommonCodelist(String title) {
        this.title = title;
    }

    @Override
    public String id() {
        return name();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Code> codes(Codes read) {
        return switch (this) {
            case CL_FREQ -> List.of(new Code("A", "Annual"), new Code("M", "Monthly"));
            case CL_AREA -> read.areas().codes();
            case CL_DATASET -> read.datasets();
            case CL_INDICATOR ->
                List.of(
                        new Code("X", "Exports, free on board"),
                        new Code("M", "Imports, with cost, insurance and freight"),
                        new Code("T", "Exports and imports together"),
                        new Code("RX", "Foreign goods that leave again, a part of exports"),
                        new Code("RM", "Own goods that come back, a part of imports"));
            case CL_UNIT -> List.of(new Code("USD", "US dollars"), new Code("CNY", "Chinese yuan (renminbi)"));
            case CL_VALUATION ->
                List.of(new Code("FOB", "Free on board"), new Code("CIF", "Cost, insurance and freight"));
            case CL_OBS_STATUS ->
                List.of(
                        new Code("A", "Normal value"),
                        new Code("D", "Definition differs"),
                        new Code("E", "Estimated value"),
                        new Code("O", "Missing value"));
            case CL_QUALITY -> worded(Quality.values());
            case CL_GAP_REASON -> worded(GapReason.values());
        };
    }

    private static List<Code> worded(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> {
                    String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
                    return new Code(constant.name(), Character.toUpperCase(words.charAt(0)) + words.substring(1));
                })
                .toList();
    }
}
