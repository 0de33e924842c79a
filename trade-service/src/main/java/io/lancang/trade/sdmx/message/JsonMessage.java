package io.lancang.trade.sdmx.message;

import io.lancang.trade.sdmx.data.DataQuery;
import io.lancang.trade.sdmx.data.TimeSpan;
import io.lancang.trade.sdmx.series.Series;
import io.lancang.trade.sdmx.structure.Codelist;
import io.lancang.trade.sdmx.structure.Codes;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.sdmx.structure.Component.Kind;
import io.lancang.trade.sdmx.structure.Structure;
import io.lancang.trade.series.Observation;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Data as SDMX-JSON 2.0. Codes are told by their places in the lists of the structure, which comes last: it has the codes that occurred,
 * and is not known before.
 */
public final class JsonMessage implements DataMessage {
    private final DataQuery query;
    private final Structure structure;
    private final Codes codes;
    private final String prepared;
    private final Map<Component, Map<String, Integer>> places = new EnumMap<>(Component.class);
    private final List<Component> ofSeries;
    private final List<Component> ofObservations;
    private boolean isFirst = true;

    public JsonMessage(DataQuery query, Codes codes, String prepared) {
        this.query = query;
        this.structure = query.dataflow().structure();
        this.codes = codes;
        this.prepared = prepared;
        this.ofSeries = query.isFlat() ? List.of() : query.attributes(Kind.OF_SERIES);
        this.ofObservations = query.isFlat()
                ? query.attributes(Kind.OF_SERIES, Kind.OF_OBSERVATION)
                : query.attributes(Kind.OF_OBSERVATION);
    }

    @Override
    public String head() {
        String meta = Messages.meta("data", prepared).encode();
        JsonArray links = new JsonArray()
                .add(new JsonObject()
                        .put("rel", "dataflow")
                        .put("urn", query.dataflow().artefact().urn()));
        String attributes = query.attributes(Kind.OF_DATA_SET).isEmpty() ? "" : "\"attributes\":[0],";
        return "{\"meta\":" + meta + ",\"data\":{\"dataSets\":[{\"structure\":0,\"action\":\"Information\",\"links\":"
                + links.encode() + "," + attributes + "\"" + (query.isFlat() ? "observations" : "series") + "\":{";
    }

    @Override
    public String series(Series series) {
        String key = structure.dimensions().stream()
                .map(each -> String.valueOf(place(each, series.code(each))))
                .collect(Collectors.joining(":"));
        List<String> members = new ArrayList<>();
        if (query.isFlat()) {
            series.observations()
                    .forEach(each ->
                            members.add(Json.encode(key + ":" + place(Component.TIME_PERIOD, Series.time(each))) + ":"
                                    + values(series, each).encode()));
        } else {
            members.add(Json.encode(key) + ":" + content(series).encode());
        }
        String text = (isFirst ? "" : ",") + String.join(",", members);
        isFirst = false;
        return text;
    }

    private JsonObject content(Series series) {
        JsonObject observations = new JsonObject();
        series.observations()
                .forEach(each -> observations.put(
                        String.valueOf(place(Component.TIME_PERIOD, Series.time(each))), values(series, each)));
        JsonObject content = new JsonObject();
        if (!ofSeries.isEmpty()) {
            content.put(
                    "attributes", places(ofSeries, series, series.observations().getFirst()));
        }
        return content.put("observations", observations);
    }

    /** The measure, and the places of the attributes. */
    private JsonArray values(Series series, Observation observation) {
        JsonArray values = new JsonArray().add(observation.value());
        places(ofObservations, series, observation).forEach(values::add);
        return values;
    }

    private JsonArray places(List<Component> attributes, Series series, Observation observation) {
        JsonArray all = new JsonArray();
        for (Component attribute : attributes) {
            String text = series.attribute(attribute, observation);
            all.add(text == null ? null : place(attribute, text));
        }
        return all;
    }

    private int place(Component component, String code) {
        Map<String, Integer> known = places.computeIfAbsent(component, each -> new LinkedHashMap<>());
        return known.computeIfAbsent(code, each -> known.size());
    }

    @Override
    public String tail() {
        return "}}],\"structures\":[" + describedStructure().encode() + "]}}";
    }

    private JsonObject describedStructure() {
        if (query.attributes().contains(Component.UNIT_MULT)) {
            place(Component.UNIT_MULT, "0");
        }
        JsonArray ofKey = described(structure.dimensions());
        JsonArray ofTime = described(List.of(Component.TIME_PERIOD));
        JsonObject dimensions = query.isFlat()
                ? new JsonObject().put("observation", ofKey.addAll(ofTime))
                : new JsonObject().put("series", ofKey).put("observation", ofTime);
        JsonObject attributes = new JsonObject()
                .put("dataSet", described(query.attributes(Kind.OF_DATA_SET)))
                .put("series", described(ofSeries))
                .put("observation", described(ofObservations));
        return new JsonObject()
                .put("name", query.dataflow().title())
                .put("names", new JsonObject().put("en", query.dataflow().title()))
                .put("dataSets", new JsonArray().add(0))
                .put(
                        "links",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("rel", "dataflow")
                                        .put("urn", query.dataflow().artefact().urn()))
                                .add(new JsonObject()
                                        .put("rel", "datastructure")
                                        .put("urn", structure.artefact().urn())))
                .put("dimensions", dimensions)
                .put("measures", new JsonObject().put("observation", described(List.of(Component.OBS_VALUE))))
                .put("attributes", attributes);
    }

    private JsonArray described(List<Component> components) {
        JsonArray all = new JsonArray();
        components.forEach(each -> all.add(described(each)));
        return all;
    }

    private JsonObject described(Component component) {
        JsonObject object = Messages.named(component.name(), component.title());
        switch (structure.kind(component)) {
            case DIMENSION, TIME -> object.put("keyPosition", structure.position(component));
            case MEASURE -> object.put("format", new JsonObject().put("dataType", "Decimal"));
            case OF_DATA_SET, OF_SERIES, OF_OBSERVATION ->
                object.put("relationship", StructureMessage.relationship(component, structure));
        }
        JsonArray values = new JsonArray();
        places.getOrDefault(component, Map.of()).keySet().forEach(code -> values.add(value(component, code)));
        return values.isEmpty() ? object : object.put("values", values);
    }

    private JsonObject value(Component component, String code) {
        Codelist list = structure.codelist(component);
        if (component == Component.TIME_PERIOD) {
            TimeSpan span = TimeSpan.of(code).orElseThrow();
            return Messages.named(code, code)
                    .put("start", span.start() + "T00:00:00Z")
                    .put("end", span.end() + "T23:59:59Z");
        }
        if (list == null) {
            return new JsonObject().put("value", code);
        }
        Codelist.Code known = codes.find(list, code);
        if (known == null) {
            return Messages.named(code, code);
        }
        JsonObject named = Messages.named(code, known.name());
        return known.parent() == null ? named : named.put("parent", known.parent());
    }
}
