package io.lancang.trade.sdmx;

import io.lancang.trade.sdmx.Component.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Writes structures as SDMX-JSON 2.0. */
final class StructureMessage {
    static final String TITLE = "Annual trade in goods by partner";

    private StructureMessage() {}

    /** The message of these artefacts. */
    static JsonObject of(Collection<Artefact> artefacts, StructureQuery query, Areas areas, String prepared) {
        JsonObject data = new JsonObject();
        for (Artefact artefact : artefacts) {
            JsonObject object = query.isStub() ? identified(artefact) : whole(artefact, query, areas);
            String list = listOf(artefact);
            data.put(list, data.getJsonArray(list, new JsonArray()).add(object));
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
        };
    }

    private static JsonObject identified(Artefact artefact) {
        String title = switch (artefact.type()) {
            case DATAFLOW -> TITLE;
            case DATASTRUCTURE -> "Trade in goods by reporter and partner";
            case CONCEPTSCHEME -> "Concepts of trade in goods";
            case CODELIST -> Codelist.valueOf(artefact.id()).title();
        };
        return Messages.named(artefact.id(), title)
                .put("agencyID", Artefact.AGENCY)
                .put("version", Artefact.VERSION)
                .put("links", self(artefact.urn(), artefact.type().word()));
    }

    private static JsonArray self(String urn, String type) {
        return new JsonArray()
                .add(new JsonObject().put("rel", "self").put("urn", urn).put("type", type));
    }

    private static JsonObject whole(Artefact artefact, StructureQuery query, Areas areas) {
        JsonObject object = identified(artefact);
        return switch (artefact.type()) {
            case DATAFLOW -> object.put("structure", Artefact.STRUCTURE.urn());
            case DATASTRUCTURE -> object.put("dataStructureComponents", components());
            case CONCEPTSCHEME -> withItems(object, "concepts", concepts(), query);
            case CODELIST -> withItems(object, "codes", codes(artefact, areas), query);
        };
    }

    private static JsonObject withItems(JsonObject object, String name, List<JsonObject> items, StructureQuery query) {
        List<JsonObject> asked = items.stream()
                .filter(item -> query.isItem(item.getString("id")))
                .toList();
        return object.put("isPartial", asked.size() < items.size()).put(name, new JsonArray(asked));
    }

    private static List<JsonObject> concepts() {
        return Arrays.stream(Component.values())
                .map(each -> Messages.named(each.name(), each.title()).put("links", self(concept(each), "concept")))
                .toList();
    }

    private static List<JsonObject> codes(Artefact artefact, Areas areas) {
        return Codelist.valueOf(artefact.id()).codes(areas).stream()
                .map(code -> Messages.named(code.id(), code.name())
                        .put("links", self(artefact.urn("codelist.Code", code.id()), "code")))
                .toList();
    }

    private static String concept(Component component) {
        return Artefact.CONCEPTS.urn("conceptscheme.Concept", component.name());
    }

    private static JsonObject components() {
        JsonArray dimensions = new JsonArray();
        Component.dimensions()
                .forEach(each -> dimensions.add(component(each, "Dimension").put("position", each.position())));
        JsonArray attributes = new JsonArray();
        Component.attributes()
                .forEach(each -> attributes.add(component(each, "DataAttribute")
                        .put("usage", isMandatory(each) ? "mandatory" : "optional")
                        .put("attributeRelationship", relationship(each))));
        return new JsonObject()
                .put(
                        "dimensionList",
                        new JsonObject()
                                .put("id", "DimensionDescriptor")
                                .put("dimensions", dimensions)
                                .put("timeDimension", component(Component.TIME_PERIOD, "TimeDimension")))
                .put(
                        "measureList",
                        new JsonObject()
                                .put("id", "MeasureDescriptor")
                                .put(
                                        "measures",
                                        new JsonArray()
                                                .add(component(Component.OBS_VALUE, "Measure")
                                                        .put("usage", "optional"))))
                .put(
                        "attributeList",
                        new JsonObject().put("id", "AttributeDescriptor").put("attributes", attributes));
    }

    /** Each observation has these; a figure may be missing, and then has neither value nor source. */
    private static boolean isMandatory(Component attribute) {
        return attribute == Component.UNIT_MULT || attribute == Component.OBS_STATUS || attribute == Component.QUALITY;
    }

    private static JsonObject component(Component component, String urnClass) {
        return new JsonObject()
                .put("id", component.name())
                .put(
                        "links",
                        self(
                                Artefact.STRUCTURE.urn("datastructure." + urnClass, component.name()),
                                urnClass.toLowerCase(Locale.ROOT)))
                .put("conceptIdentity", concept(component))
                .put("localRepresentation", representation(component));
    }

    private static JsonObject representation(Component component) {
        Codelist list = component.codelist();
        if (list != null) {
            return new JsonObject().put("enumeration", Artefact.of(list).urn());
        }
        String type = switch (component) {
            case TIME_PERIOD -> "GregorianYear";
            case OBS_VALUE -> "Decimal";
            case UNIT_MULT -> "Integer";
            default -> "String";
        };
        return new JsonObject().put("format", new JsonObject().put("dataType", type));
    }

    /** What the value of an attribute depends on. */
    static JsonObject relationship(Component attribute) {
        return attribute.kind() == Kind.OF_DATA_SET
                ? new JsonObject().put("dataflow", new JsonObject())
                : attribute.kind() == Kind.OF_SERIES
                        ? new JsonObject().put("dimensions", new JsonArray().add(Component.INDICATOR.name()))
                        : new JsonObject().put("observation", new JsonObject());
    }
}
