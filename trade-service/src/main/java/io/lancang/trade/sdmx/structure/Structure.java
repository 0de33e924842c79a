package io.lancang.trade.sdmx.structure;

import io.lancang.trade.product.Classification;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import io.lancang.trade.sdmx.structure.Component.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which components data have.
 *
 * @param id as paths name it
 * @param title in English
 * @param components in their order
 * @param classification whose products are a dimension; null where trade is in all goods
 */
public record Structure(
        String id,
        String title,
        List<Component> components,
        @Nullable Classification classification) {
    /** Trade in all goods, of several datasets, as the graph has its series. */
    static final Structure TOTALS = new Structure(
            "DSD_TRADE", "Trade in goods by reporter and partner", without(Component.PRODUCT, Component.DATASET), null);

    private static List<Component> without(Component... absent) {
        return Arrays.stream(Component.values())
                .filter(each -> !Set.of(absent).contains(each))
                .toList();
    }

    /** Trade by products of a classification: figures as each dataset has them, and none that is missing. */
    public static Structure of(Classification classification) {
        return new Structure(
                "DSD_TRADE_" + classification.name(),
                "Trade in goods by reporter, partner and product of " + classification.name(),
                without(Component.GAP_REASON),
                classification);
    }

    /** Its data structure definition. */
    public Artefact artefact() {
        return new Artefact(Artefact.Type.DATASTRUCTURE, id);
    }

    /** What a component is: datasets value each figure of a product by itself. */
    public Kind kind(Component component) {
        return component == Component.VALUATION && classification != null ? Kind.OF_OBSERVATION : component.kind();
    }

    public List<Component> of(Kind kind) {
        return components.stream().filter(each -> kind(each) == kind).toList();
    }

    /** The dimensions of a key: all but time. */
    public List<Component> dimensions() {
        return of(Kind.DIMENSION);
    }

    public List<Component> attributes() {
        return components.stream().filter(each -> each.kind().isAttribute()).toList();
    }

    /** Its place in the key, from 0; of time, the place behind the others. */
    public int position(Component component) {
        return components.indexOf(component);
    }

    /**
     * The component with this id.
     *
     * @throws SdmxException for one that the structure does not have
     */
    public Component ofId(String id) {
        return components.stream()
                .filter(each -> each.name().equals(id))
                .findFirst()
                .orElseThrow(() -> new SdmxException(
                        Problem.SEMANTIC, "The structure has no component '" + id + "'. It has " + components + "."));
    }

    /** The list that has the codes of a component; null where its values are of no list. */
    @Nullable
    public Codelist codelist(Component component) {
        return switch (component) {
            case FREQ -> CommonCodelist.CL_FREQ;
            case REF_AREA, COUNTERPART_AREA -> CommonCodelist.CL_AREA;
            case PRODUCT -> classification == null ? null : new ProductCodelist(classification);
            case INDICATOR -> CommonCodelist.CL_INDICATOR;
            case UNIT_MEASURE -> CommonCodelist.CL_UNIT;
            case DATASET -> CommonCodelist.CL_DATASET;
            case VALUATION -> CommonCodelist.CL_VALUATION;
            case OBS_STATUS -> CommonCodelist.CL_OBS_STATUS;
            case QUALITY -> CommonCodelist.CL_QUALITY;
            case GAP_REASON -> CommonCodelist.CL_GAP_REASON;
            case TIME_PERIOD, OBS_VALUE, UNIT_MULT, SOURCE -> null;
        };
    }
}
