package io.lancang.kit.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * A file that can be fetched.
 *
 * @param name lower-case letters, digits and hyphens; no two files of a catalogue have the same
 * @param address below the folder of exports, encoded as an address is
 * @param mediaType without parameters
 * @param format its extension
 * @param fields the columns of a table, in their order; empty for what is none
 */
public record CatalogFile(String name, String address, String mediaType, String format, List<Field> fields) {
    /** Those of the types that are used here which the registry of IANA has. */
    private static final Set<String> REGISTERED =
            Set.of("text/csv", "application/geo+json", "application/vnd.apache.parquet");

    /**
     * A column.
     *
     * @param type as Table Schema names it
     */
    public record Field(String name, String type) {}

    JsonObject asResource(String root) {
        JsonObject resource = new JsonObject()
                .put("name", name)
                .put("path", root + "/" + address)
                .put("format", format)
                .put("mediatype", mediaType)
                .put("encoding", "utf-8");
        if (!fields.isEmpty()) {
            JsonArray columns = new JsonArray();
            fields.forEach(field ->
                    columns.add(new JsonObject().put("name", field.name()).put("type", field.type())));
            resource.put(
                    "schema", new JsonObject().put("fields", columns).put("missingValues", new JsonArray().add("")));
        }
        return resource;
    }

    JsonObject asDistribution(String root) {
        JsonObject url = new JsonObject().put("@id", root + "/" + address);
        JsonObject distribution = new JsonObject()
                .put("@type", "dcat:Distribution")
                .put("dct:identifier", name)
                .put("dcat:accessURL", url)
                .put("dcat:downloadURL", url);
        return REGISTERED.contains(mediaType)
                ? distribution.put(
                        "dcat:mediaType",
                        new JsonObject()
                                .put("@id", "https://www.iana.org/assignments/media-types/" + mediaType)
                                .put("@type", "dct:MediaType"))
                : distribution.put(
                        "dct:format",
                        new JsonObject().put("@type", "dct:MediaTypeOrExtent").put("rdfs:label", mediaType));
    }
}
