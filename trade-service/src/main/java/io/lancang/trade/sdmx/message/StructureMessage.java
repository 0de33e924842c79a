package io.lancang.trade.sdmx.message;

import io.lancang.trade.period.Frequency;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import io.lancang.trade.sdmx.structure.Artefact;
import io.lancang.trade.sdmx.structure.Artefacts;
import io.lancang.trade.sdmx.structure.Codelist;
import io.lancang.trade.sdmx.structure.Codes;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.sdmx.structure.Component.Kind;
import io.lancang.trade.sdmx.structure.Dataflow;
import io.lancang.trade.sdmx.structure.Structure;
import io.lancang.trade.sdmx.structure.StructureQuery;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes structures as SDMX-JSON 2.0. Of one answer. */
public final class StructureMessage {
    private final StructureQuery query;
    private final Artefacts kept;
    private final Codes codes;
    /** Whether an item was found that is asked for. */
    private boolean hasItems;

    /** @param codes with the products of all lists that are asked for */
    public StructureMessage(StructureQuery query, Artefacts kept, Codes codes) {
        this.query = query;
        this.kept = kept;
        this.codes = codes;
    }

    /** The message of the artefacts that are asked for. */
    public JsonObject written(String prepared) {
        JsonObject data = new JsonObject();
        for (Artefact artefact : query.artefacts()) {
            JsonObject object = query.isStub() ? identified(artefact) : whole(artefact);
            String list = listOf(artefact);
            data.put(list, data.getJsonArray(list, new JsonArray()).add(object));
        }
        if (query.items() != null && !query.isStub() && !hasItems) {
            throw new SdmxException(
                    Problem.NO_RESULTS,
                    "There are none of these items. The same path without its last part leads to those that there are.");
        }
        return new JsonObject()
                .put("meta", Messages.meta("structure", prepared))
                .put("data", data);
    }

    private static String listOf(Artefact artefact) {
        return switch (artefact.type()) {
            case DATAFLOW -> "dataflows";
            case DATASTRUCTURE -> "dataStructures";
            case CONCEPTSCHEME -> "conceptSchemes";
            case CODELIST -> "codelists";
            case DATACONSTRAINT -> "dataConstraints";
        };
    }

    private JsonObject identified(Artefact artefact) {
        String title = switch (artefact.type()) {
            case DATAFLOW -> kept.dataflow(artefact).title();
            case DATASTRUCTURE -> kept.structure(artefact).title();
            case CONCEPTSCHEME -> "Concepts of trade in goods";
            case CODELIST -> kept.codelist(artefact).title();
            case DATACONSTRAINT -> "Frequency of " + kept.constrained(artefact).title();
        };
        JsonObject object = Messages.named(artefact.id(), title)
                .put("agencyID", Artefact.AGENCY)
                .put("version", Artefact.VERSION)
                .put("links", self(artefact.urn(), artefact.type().word()));
        // The schema wants to know of each constraint whether it says what may be or what is, also of a stub.
        return artefact.type() == Artefact.Type.DATACONSTRAINT ? object.put("role", "Allowed") : object;
    }

    private static JsonArray self(String urn, String type) {
        return new JsonArray()
                .add(new JsonObject().put("rel", "self").put("urn", urn).put("type", type));
    }

    private JsonObject whole(Artefact artefact) {
        JsonObject object = identified(artefact);
        return switch (artefact.type()) {
            case DATAFLOW ->
                object.put(
                        "structure",
                        kept.dataflow(artefact).structure().artefact().urn());
            case DATASTRUCTURE -> object.put("dataStructureComponents", components(kept.structure(artefact)));
            case CONCEPTSCHEME -> withItems(object, "concepts", concepts());
            case CODELIST -> withItems(object, "codes", codes(artefact));
            case DATACONSTRAINT -> constrained(object, kept.constrained(artefact));
        };
    }

    private JsonObject withItems(JsonObject object, String name, List<JsonObject> items) {
        List<JsonObject> asked = items.stream()
                .filter(item -> query.isItem(item.getString("id")))
                .toList();
        hasItems = hasItems || !asked.isEmpty();
        // A list that comes along with the one that is asked about has none of these items: it comes whole.
        List<JsonObject> given = asked.isEmpty() ? items : asked;
        return object.put("isPartial", given.size() < items.size()).put(name, new JsonArray(given));
    }

    private static List<JsonObject> concepts() {
        return Arrays.stream(Component.values())
                .map(each -> Messages.named(each.name(), each.title()).put("links", self(concept(each), "concept")))
                .toList();
    }

    private List<JsonObject> codes(Artefact artefact) {
        return kept.codelist(artefact).codes(codes).stream()
                .map(code -> code(artefact, code))
                .toList();
    }

    private static JsonObject code(Artefact list, Codelist.Code code) {
        JsonObject written =
                Messages.named(code.id(), code.name()).put("links", self(list.urn("codelist.Code", code.id()), "code"));
        return code.parent() == null ? written : written.put("parent", code.parent());
    }

    /** Which of the frequencies of its structure a dataflow has. */
    private static JsonObject constrained(JsonObject object, Dataflow dataflow) {
        JsonArray frequencies = new JsonArray(
                dataflow.frequencies().stream().map(Frequency::code).toList());
        JsonObject ofFrequency = new JsonObject()
                .put("id", Component.FREQ.name())
                .put("include", true)
                .put("values", frequencies);
        return object.put(
                        "constraintAttachment",
                        new JsonObject()
                                .put(
                                        "dataflows",
                                        new JsonArray().add(dataflow.artefact().urn())))
                .put(
                        "cubeRegions",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("include", true)
                                        .put("keyValues", new JsonArray().add(ofFrequency))));
    }

    private static String concept(Component component) {
        return Artefact.CONCEPTS.urn("conceptscheme.Concept", component.name());
    }

    private static JsonObject components(Structure structure) {
        JsonArray dimensions = new JsonArray();
        structure
                .dimensions()
                .forEach(each -> dimensions.add(
                        component(each, "Dimension", structure).put("position", structure.position(each))));
        JsonArray attributes = new JsonArray();
        structure
                .attributes()
                .forEach(each -> attributes.add(component(each, "DataAttribute", structure)
                        .put("usage", isMandatory(each) ? "mandatory" : "optional")
                        .put("attributeRelationship", relationship(each, structure))));
        return new JsonObject()
                .put(
                        "dimensionList",
                        new JsonObject()
                                .put("id", "DimensionDescriptor")
                                .put("dimensions", dimensions)
                                .put("timeDimension", component(Component.TIME_PERIOD, "TimeDimension", structure)))
                .put(
                        "measureList",
                        new JsonObject()
                                .put("id", "MeasureDescriptor")
                                .put(
                                        "measures",
                                        new JsonArray()
                                                .add(component(Component.OBS_VALUE, "Measure", structure)
                                                        .put("usage", "optional")
                                                        // The schema of 2.0.0 wants it so as well.
                                                        .put("isMandatory", false))))
                .put(
                        "attributeList",
                        new JsonObject().put("id", "AttributeDescriptor").put("attributes", attributes));
    }

    /** Each observation has these; a figure may be missing, and then has neither value nor source. */
    private static boolean isMandatory(Component attribute) {
        return attribute == Component.UNIT_MULT || attribute == Component.OBS_STATUS || attribute == Component.QUALITY;
    }

    private static JsonObject component(Component component, String urnClass, Structure structure) {
        return new JsonObject()
                .put("id", component.name())
                .put(
                        "links",
                        self(
                                structure.artefact().urn("datastructure." + urnClass, component.name()),
                                urnClass.toLowerCase(Locale.ROOT)))
                .put("conceptIdentity", concept(component))
                .put("localRepresentation", representation(component, structure));
    }

    private static JsonObject representation(Component component, Structure structure) {
        Codelist list = structure.codelist(component);
        if (list != null) {
            return new JsonObject().put("enumeration", Artefact.of(list).urn());
        }
        String type = switch (component) {
            case TIME_PERIOD -> "ObservationalTimePeriod";
            case OBS_VALUE -> "Decimal";
            case UNIT_MULT -> "Integer";
            default -> "String";
        };
        return new JsonObject().put("format", new JsonObject().put("dataType", type));
    }

    /** What the value of an attribute depends on. */
    static JsonObject relationship(Component attribute, Structure structure) {
        Kind kind = structure.kind(attribute);
        return kind == Kind.OF_DATA_SET
                ? new JsonObject().put("dataflow", new JsonObject())
                : kind == Kind.OF_SERIES
                        ? new JsonObject().put("dimensions", new JsonArray().add(Component.INDICATOR.name()))
                        : new JsonObject().put("observation", new JsonObject());
    }
}
