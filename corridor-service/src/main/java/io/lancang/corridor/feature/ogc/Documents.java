package io.lancang.corridor.feature.ogc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The documents of the standard around features.
 *
 * @param addresses where they are
 */
record Documents(Addresses addresses) {
    static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

    private static final String CLASSES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
    private static final String CRS = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    JsonObject landingPage() {
        return new JsonObject()
                .put("title", "Lancang: corridors between China, Southeast Asia and South Asia")
                .put(
                        "description",
                        "Corridors, segments and locations as features. What is known of them beyond a map is in the graph.")
                .put(
                        "links",
                        new JsonArray()
                                .add(Addresses.json("self", addresses.root(), "This page"))
                                .add(Addresses.link(
                                        "service-desc", addresses.root() + "/api", OPENAPI, "The API, as OpenAPI 3.0"))
                                .add(Addresses.json(
                                        "conformance", addresses.root() + "/conformance", "Conformance classes"))
                                .add(Addresses.json("data", addresses.collections(), "Collections")));
    }

    static JsonObject conformance() {
        return new JsonObject()
                .put(
                        "conformsTo",
                        new JsonArray()
                                .add(CLASSES + "core")
                                .add(CLASSES + "geojson")
                                .add(CLASSES + "oas30"));
    }

    JsonObject collections(Optional<BoundingBox> extent) {
        JsonArray all = new JsonArray();
        FeatureCollection.all().forEach(one -> all.add(collection(one, extent)));
        return new JsonObject()
                .put("links", new JsonArray().add(Addresses.json("self", addresses.collections(), "Collections")))
                .put("collections", all);
    }

    JsonObject collection(FeatureCollection collection, Optional<BoundingBox> extent) {
        JsonObject document = new JsonObject()
                .put("id", collection.id())
                .put("title", collection.title())
                .put("description", collection.description())
                .put("itemType", "feature")
                .put("crs", new JsonArray().add(CRS));
        extent.ifPresent(box -> document.put(
                "extent",
                new JsonObject()
                        .put(
                                "spatial",
                                new JsonObject()
                                        .put("bbox", new JsonArray().add(numbers(box)))
                                        .put("crs", CRS))));
        return document.put(
                "links",
                new JsonArray()
                        .add(Addresses.json("self", addresses.collection(collection), collection.title()))
                        .add(Addresses.features("items", addresses.items(collection), collection.title())));
    }

    private static JsonArray numbers(BoundingBox box) {
        return new JsonArray().add(box.west()).add(box.south()).add(box.east()).add(box.north());
    }

    /** A page of features. They are JSON already, and are not read once more. */
    String items(ItemsQuestion question, FeatureRepository.Page page) {
        FeatureCollection collection = question.collection();
        String items = addresses.items(collection) + "?";
        String own = question.own();
        JsonArray links = new JsonArray()
                .add(Addresses.features("self", items + own, "This page"))
                .add(Addresses.json("collection", addresses.collection(collection), collection.title()));
        if (page.last() != null) {
            links.add(Addresses.features("next", items + question.behind(page.last()), "The next page"));
        }
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"timeStamp\":\"")
                .append(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .append("\",\"numberMatched\":")
                .append(page.matched())
                .append(",\"numberReturned\":")
                .append(page.features().size())
                .append(",\"links\":")
                .append(links.encode())
                .append(",\"features\":[\n");
        return text.append(String.join(",\n", page.features())).append("\n]}\n").toString();
    }

    /** One feature with its links. */
    String item(FeatureCollection collection, String id, String feature) {
        JsonArray links = new JsonArray()
                .add(Addresses.features("self", addresses.item(collection, id), "This feature"))
                .add(Addresses.json("collection", addresses.collection(collection), collection.title()));
        return feature.substring(0, feature.lastIndexOf('}')) + ",\"links\":" + links.encode() + "}\n";
    }
}
