package io.lancang.trade.sdmx.message;

import io.lancang.trade.sdmx.request.Address;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import io.lancang.trade.sdmx.series.Series;
import io.lancang.trade.sdmx.structure.Artefact;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.sdmx.structure.Dataflow;
import io.lancang.trade.sdmx.structure.Structure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What of the structure a request for data would be answered with: the codes of each dimension that occur, and how much it is. */
public final class Availability {
    public static final String FORM = "availability/dataflow/{agency}/{id}/{version}/{key}/{component}";

    private static final int OF_COMPONENT = 6;

    private final Dataflow dataflow;
    private final Set<Component> components;
    private final Map<Component, Set<String>> codes = new EnumMap<>(Component.class);
    private long series;
    private long observations;

    private Availability(Dataflow dataflow, Set<Component> components) {
        this.dataflow = dataflow;
        this.components = components;
    }

    /**
     * Reads a request.
     *
     * @throws SdmxException for what is not answered
     */
    public static Availability of(Address address, Dataflow dataflow) {
        address.checkLength(OF_COMPONENT + 1, FORM);
        address.checkParameters(Set.of("mode", "references", "asOf"), Set.of("updatedAfter", "reportingYearStartDay"));
        address.refuseUnless("mode", Set.of("exact"), "What could be added is not told.");
        address.refuseUnless("references", Set.of("none"), "Ask for structures by structure/*.");
        String asked = address.segment(OF_COMPONENT);
        Set<Component> components = new TreeSet<>();
        for (String each : asked.split(",", -1)) {
            if (each.equals(Address.ANY)) {
                components.addAll(dataflow.structure().dimensions());
                components.add(Component.TIME_PERIOD);
            } else {
                components.add(dimension(each, dataflow.structure()));
            }
        }
        return new Availability(dataflow, components);
    }

    private static Component dimension(String id, Structure structure) {
        Component component = structure.ofId(id);
        if (!component.kind().isDimension()) {
            throw new SdmxException(Problem.SEMANTIC, id + " is no dimension: availability is about dimensions.");
        }
        return component;
    }

    /** The request for data that is asked about: the same without the last part of the path. */
    public static Address ofData(Address address) {
        List<String> path = address.path();
        Map<String, String> parameters = new LinkedHashMap<>(address.parameters());
        parameters.keySet().removeAll(Set.of("mode", "references"));
        return new Address(path.subList(0, Math.min(OF_COMPONENT, path.size())), parameters);
    }

    public void add(Series found) {
        series++;
        observations += found.observations().size();
        for (Component component : components) {
            Set<String> known = codes.computeIfAbsent(component, each -> new TreeSet<>());
            if (component == Component.TIME_PERIOD) {
                found.observations().forEach(each -> known.add(Series.time(each)));
            } else {
                known.add(found.code(component));
            }
        }
    }

    /** The message, a constraint that says what there is; fails if there is nothing. */
    public JsonObject message(String prepared) {
        if (series == 0) {
            throw Messages.noData(dataflow);
        }
        JsonArray keyValues = new JsonArray();
        components.forEach(component -> keyValues.add(new JsonObject()
                .put("id", component.name())
                .put("include", true)
                .put("values", new JsonArray(List.copyOf(codes.get(component))))));
        JsonObject constraint = Messages.named("AVAILABILITY", "What there is of " + dataflow.title())
                .put("agencyID", Artefact.AGENCY)
                .put("version", Artefact.VERSION)
                .put("role", "Actual")
                .put(
                        "annotations",
                        new JsonArray(Arrays.asList(metric("series_count", series), metric("obs_count", observations))))
                .put(
                        "constraintAttachment",
                        new JsonObject()
                                .put(
                                        "dataflows",
                                        new JsonArray().add(dataflow.artefact().urn())))
                .put(
                        "cubeRegions",
                        new JsonArray()
                                .add(new JsonObject().put("include", true).put("keyValues", keyValues)));
        return new JsonObject()
                .put("meta", Messages.meta("structure", prepared))
                .put("data", new JsonObject().put("dataConstraints", new JsonArray().add(constraint)));
    }

    private static JsonObject metric(String id, long count) {
        return new JsonObject().put("id", id).put("type", "sdmx_metrics").put("title", String.valueOf(count));
    }
}
