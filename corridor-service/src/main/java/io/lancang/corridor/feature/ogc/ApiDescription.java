package io.lancang.corridor.feature.ogc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is served here, as OpenAPI 3.0: each path with its parameters and the kinds of its answers. */
@Singleton
class ApiDescription {
    /** Parameters of pages, and the schemas that answers refer to. */
    private static final String COMPONENTS = """
            {"parameters": {
               "limit": {"name": "limit", "in": "query", "required": false, "style": "form", "explode": false,
                 "description": "How many features at most. A page ends before if it has a megabyte.",
                 "schema": {"type": "integer", "minimum": 1, "maximum": %d, "default": %d}},
               "bbox": {"name": "bbox", "in": "query", "required": false, "style": "form", "explode": false,
                 "description": "West, south, east, north in degrees of WGS 84. Only features that have a point in this box, or no geometry at all. West is greater than east in a box over the meridian of 180 degrees. Of six numbers the third and the last count for nothing.",
                 "schema": {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}},
               "datetime": {"name": "datetime", "in": "query", "required": false, "style": "form", "explode": false,
                 "description": "A moment, or an interval of two with a slash between, .. for an open end (RFC 3339; dates alone will do). Only features whose service had begun, or is announced to begin, by the end of it, or of which no date is known. Locations have no time.",
                 "schema": {"type": "string"}},
               "cursor": {"name": "cursor", "in": "query", "required": false, "style": "form", "explode": false,
                 "description": "As links to the next page have it, for the same bbox and datetime.",
                 "schema": {"type": "string"}}},
             "schemas": {
               "link": {"type": "object", "required": ["href"], "properties": {
                 "href": {"type": "string"}, "rel": {"type": "string"}, "type": {"type": "string"}, "title": {"type": "string"}}},
               "links": {"type": "array", "items": {"$ref": "#/components/schemas/link"}},
               "document": {"type": "object", "properties": {"links": {"$ref": "#/components/schemas/links"}}},
               "conformance": {"type": "object", "required": ["conformsTo"], "properties": {
                 "conformsTo": {"type": "array", "items": {"type": "string"}}}},
               "collection": {"type": "object", "required": ["id", "links"], "properties": {
                 "id": {"type": "string"}, "title": {"type": "string"}, "description": {"type": "string"},
                 "extent": {"type": "object"}, "itemType": {"type": "string"},
                 "crs": {"type": "array", "items": {"type": "string"}}, "links": {"$ref": "#/components/schemas/links"}}},
               "collections": {"type": "object", "required": ["links", "collections"], "properties": {
                 "links": {"$ref": "#/components/schemas/links"},
                 "collections": {"type": "array", "items": {"$ref": "#/components/schemas/collection"}}}},
               "feature": {"type": "object", "required": ["type", "geometry", "properties"], "properties": {
                 "type": {"type": "string", "enum": ["Feature"]}, "id": {"type": "string"},
                 "geometry": {"type": "object", "nullable": true}, "properties": {"type": "object", "nullable": true},
                 "links": {"$ref": "#/components/schemas/links"}}},
               "features": {"type": "object", "required": ["type", "features"], "properties": {
                 "type": {"type": "string", "enum": ["FeatureCollection"]},
                 "timeStamp": {"type": "string", "format": "date-time"},
                 "numberMatched": {"type": "integer", "minimum": 0}, "numberReturned": {"type": "integer", "minimum": 0},
                 "links": {"$ref": "#/components/schemas/links"},
                 "features": {"type": "array", "items": {"$ref": "#/components/schemas/feature"}}}},
               "problem": {"type": "object", "required": ["errors"], "properties": {
                 "errors": {"type": "array", "items": {"type": "object", "properties": {
                   "message": {"type": "string"},
                   "extensions": {"type": "object", "properties": {
                     "code": {"type": "string"}, "service": {"type": "string"}, "hint": {"type": "string"}}}}}}}}}}
            """.formatted(ItemsQuestion.MOST, ItemsQuestion.USUAL);

    private static final String JSON = "application/json";
    private static final String GEO_JSON = "application/geo+json";

    private final String version;

    ApiDescription(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    /** The description for those who find the landing page at this address. */
    JsonObject at(Addresses addresses) {
        return new JsonObject()
                .put("openapi", "3.0.3")
                .put(
                        "info",
                        new JsonObject()
                                .put("title", "Lancang: corridors as OGC API – Features")
                                .put("version", version))
                .put("servers", new JsonArray().add(new JsonObject().put("url", addresses.root())))
                .put("paths", paths())
                .put("components", components());
    }

    /** Each path below the landing page, with its request. */
    static JsonObject paths() {
        JsonObject paths = new JsonObject()
                .put("/", get("getLandingPage", "Where one begins.", JSON, "document", new JsonArray()))
                .put(
                        "/conformance",
                        get("getConformance", "Classes of the standard.", JSON, "conformance", new JsonArray()))
                .put("/collections", get("getCollections", "What there is.", JSON, "collections", new JsonArray()));
        for (FeatureCollection collection : FeatureCollection.all()) {
            String path = "/collections/" + collection.id();
            String named = collection.title();
            paths.put(path, get("get" + named, collection.description(), JSON, "collection", new JsonArray()))
                    .put(
                            path + "/items",
                            get("get" + named + "Items", collection.description(), GEO_JSON, "features", ofItems()))
                    .put(
                            path + "/items/{featureId}",
                            get(
                                    "get" + named + "Item",
                                    "One of " + collection.id() + ".",
                                    GEO_JSON,
                                    "feature",
                                    ofItem()));
        }
        return paths;
    }

    /** What the paths refer to. */
    static JsonObject components() {
        return new JsonObject(COMPONENTS);
    }

    private static JsonArray ofItems() {
        JsonArray parameters = new JsonArray();
        for (String name : new String[] {"limit", "bbox", "datetime", "cursor"}) {
            parameters.add(new JsonObject().put("$ref", "#/components/parameters/" + name));
        }
        return parameters;
    }

    private static JsonArray ofItem() {
        return new JsonArray()
                .add(new JsonObject()
                        .put("name", "featureId")
                        .put("in", "path")
                        .put("required", true)
                        .put("schema", new JsonObject().put("type", "string")));
    }

    private static JsonObject get(String id, String summary, String type, String schema, JsonArray parameters) {
        JsonObject operation = new JsonObject()
                .put("operationId", id)
                .put("summary", summary)
                .put(
                        "responses",
                        new JsonObject()
                                .put("200", answer("What was asked for.", type, schema))
                                .put("default", answer("Why it is not given.", JSON, "problem")));
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        return new JsonObject().put("get", operation);
    }

    private static JsonObject answer(String description, String type, String schema) {
        JsonObject reference = new JsonObject().put("$ref", "#/components/schemas/" + schema);
        return new JsonObject()
                .put("description", description)
                .put("content", new JsonObject().put(type, new JsonObject().put("schema", reference)));
    }
}
