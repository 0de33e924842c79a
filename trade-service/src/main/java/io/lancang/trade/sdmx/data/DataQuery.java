package io.lancang.trade.sdmx.data;

import io.lancang.trade.sdmx.request.Address;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import io.lancang.trade.sdmx.structure.Artefacts;
import io.lancang.trade.sdmx.structure.Codes;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.sdmx.structure.Dataflow;
import io.lancang.trade.sdmx.structure.Structure;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the data.
 *
 * @param dataflow of which data
 * @param selection which observations
 * @param isFlat whether observations come one by one, and not in series
 * @param attributes which attributes are told
 * @param first how many observations of each series from its first on; null for all
 * @param last the same up to its last
 * @param asOf from when the data are seen; null for the present
 */
public record DataQuery(
        Dataflow dataflow,
        Selected selection,
        boolean isFlat,
        Set<Component> attributes,
        @Nullable Integer first,
        @Nullable Integer last,
        @Nullable OffsetDateTime asOf) {
    private static final int OF_KEY = 5;
    private static final Set<String> KNOWN = Set.of(
            "dimensionAtObservation",
            "attributes",
            "measures",
            "firstNObservations",
            "lastNObservations",
            "asOf",
            "includeHistory");
    private static final Set<String> NOT_IMPLEMENTED =
            Set.of("updatedAfter", "offset", "limit", "sort", "reportingYearStartDay");

    public static DataQuery of(Address address, Dataflow dataflow, Codes codes) {
        address.checkLength(OF_KEY + 1, Artefacts.DATA_FORM);
        address.checkParameters(KNOWN, NOT_IMPLEMENTED);
        address.refuseUnless("includeHistory", Set.of("false"), "Earlier versions are read by asOf.");
        address.refuseUnless("measures", Set.of("all", "OBS_VALUE"), "The one measure is always told.");
        Integer first = count(address, "firstNObservations");
        Integer last = count(address, "lastNObservations");
        if (first != null && last != null) {
            throw new SdmxException(
                    Problem.NOT_IMPLEMENTED,
                    "firstNObservations and lastNObservations are not answered together. Send one of them.");
        }
        return new DataQuery(
                dataflow,
                Selected.of(address.segment(OF_KEY), address, dataflow, codes),
                isFlat(address, dataflow.structure()),
                attributes(address.parameter("attributes", "dsd"), dataflow.structure()),
                first,
                last,
                moment(address));
    }

    private static boolean isFlat(Address address, Structure structure) {
        String dimension = address.parameter("dimensionAtObservation", Component.TIME_PERIOD.name());
        return switch (dimension) {
            case "TIME_PERIOD" -> false;
            case "AllDimensions" -> true;
            default -> {
                structure.ofId(dimension);
                throw new SdmxException(
                        Problem.NOT_IMPLEMENTED,
                        "Data come as series of time (TIME_PERIOD) or flat (AllDimensions), not by " + dimension + ".");
            }
        };
    }

    private static Set<Component> attributes(String asked, Structure structure) {
        Set<Component> attributes = EnumSet.noneOf(Component.class);
        for (String each : asked.split(",", -1)) {
            attributes.addAll(
                    switch (each) {
                        case "dsd", "all" -> structure.attributes();
                        case "none", "msd" -> List.<Component>of();
                        case "dataset" -> structure.of(Component.Kind.OF_DATA_SET);
                        case "series" -> structure.of(Component.Kind.OF_SERIES);
                        case "obs" -> structure.of(Component.Kind.OF_OBSERVATION);
                        default -> List.of(attribute(each, structure));
                    });
        }
        return attributes;
    }

    private static Component attribute(String id, Structure structure) {
        Component component = structure.ofId(id);
        if (!component.kind().isAttribute()) {
            throw new SdmxException(
                    Problem.SEMANTIC, id + " is no attribute. Attributes are " + structure.attributes() + ".");
        }
        return component;
    }

    private static @Nullable Integer count(Address address, String name) {
        String value = address.parameters().get(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new SdmxException(Problem.SYNTAX, name + " is '" + value + "'. It is a whole number from 1 on.");
        }
        return Integer.valueOf(value);
    }

    private static @Nullable OffsetDateTime moment(Address address) {
        String value = address.parameters().get("asOf");
        try {
            return value == null ? null : OffsetDateTime.parse(value);
        } catch (DateTimeParseException unreadable) {
            throw new SdmxException(
                    Problem.SYNTAX, "asOf is '" + value + "'. It is a moment such as 2026-01-31T12:00:00Z.");
        }
    }

    /** Those that are asked for, of the first or of the last. */
    public <T> List<T> cut(List<T> observations) {
        int size = observations.size();
        if (first != null) {
            return observations.subList(0, Math.min(first, size));
        }
        return last == null ? observations : observations.subList(Math.max(0, size - last), size);
    }

    /** Which attributes of a kind are told. */
    public List<Component> attributes(Component.Kind... kinds) {
        Structure structure = dataflow.structure();
        return structure.attributes().stream()
                .filter(attributes::contains)
                .filter(each -> Arrays.asList(kinds).contains(structure.kind(each)))
                .toList();
    }
}
