package io.lancang.kit.catalog;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What data cite, as it is on record.
 *
 * @param licence what is known of its terms, in words
 */
public record CatalogSource(
        String id,
        String title,
        @Nullable String locator,
        @Nullable String licence,
        @Nullable String date) {
    /** One that a statement gives as an object with these fields. */
    public static CatalogSource of(JsonObject row) {
        return new CatalogSource(
                row.getString("id"),
                row.getString("title"),
                row.getString("locator"),
                row.getString("licence"),
                row.getString("date"));
    }

    /** As Frictionless has sources; a locator that is no address is no path. */
    JsonObject asSource() {
        JsonObject source = new JsonObject().put("name", id).put("title", title);
        if (isOnTheWeb()) {
            source.put("path", locator);
        }
        putKnown(source, "rights", licence);
        putKnown(source, "date", date);
        return source;
    }

    /** As what a dataset was derived from: an article as much as a table, so that it is an entity of PROV and no dataset of DCAT. */
    JsonObject asResource() {
        JsonObject resource = new JsonObject()
                .put("@type", "prov:Entity")
                .put("dct:identifier", id)
                .put("dct:title", title);
        if (isOnTheWeb()) {
            resource.put("foaf:page", new JsonObject().put("@id", locator).put("@type", "foaf:Document"));
        } else {
            putKnown(resource, "dct:description", locator);
        }
        if (licence != null) {
            resource.put("dct:rights", rights());
        }
        putKnown(resource, "dct:issued", date);
        return resource;
    }

    private JsonObject rights() {
        return new JsonObject().put("@type", "dct:RightsStatement").put("rdfs:label", licence);
    }

    private boolean isOnTheWeb() {
        return locator != null && locator.matches("https?://[^\\s;,]+");
    }

    private static void putKnown(JsonObject object, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            object.put(name, text);
        }
    }
}
