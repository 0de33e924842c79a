package io.lancang.kit.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as it is on record.
 *
 * @param begins the first day that it is about; null if no day is known
 * @param ends the last one
 * @param places names of countries that it is about; empty if none is known
 * @param modified when its last release was published; null without one
 */
public record CatalogDataset(
        String id,
        String title,
        String description,
        List<CatalogSource> sources,
        @Nullable LocalDate begins,
        @Nullable LocalDate ends,
        List<String> places,
        @Nullable OffsetDateTime modified,
        List<CatalogFile> files) {
    JsonArray asResources(String root) {
        JsonArray resources = new JsonArray();
        for (CatalogFile file : files) {
            JsonObject resource = file.asResource(root).put("title", title).put("description", description);
            if (!sources.isEmpty()) {
                JsonArray cited = new JsonArray();
                sources.forEach(source -> cited.add(source.asSource()));
                resource.put("sources", cited);
            }
            resources.add(resource);
        }
        return resources;
    }

    JsonObject asDataset(String root) {
        JsonObject dataset = new JsonObject()
                .put("@id", root + "/catalog.jsonld#" + id)
                .put("@type", "dcat:Dataset")
                .put("dct:identifier", id)
                .put("dct:title", title)
                .put("dct:description", description);
        if (modified != null) {
            dataset.put(
                    "dct:modified", typed("xsd:dateTime", modified.toInstant().toString()));
        }
        if (begins != null && ends != null) {
            dataset.put(
                    "dct:temporal",
                    new JsonObject()
                            .put("@type", "dct:PeriodOfTime")
                            .put("dcat:startDate", typed("xsd:date", begins.toString()))
                            .put("dcat:endDate", typed("xsd:date", ends.toString())));
        }
        JsonArray locations = new JsonArray();
        places.forEach(place ->
                locations.add(new JsonObject().put("@type", "dct:Location").put("skos:prefLabel", place)));
        JsonArray cited = new JsonArray();
        sources.forEach(source -> cited.add(source.asResource()));
        JsonArray distributions = new JsonArray();
        files.forEach(file -> distributions.add(file.asDistribution(root)));
        putAny(dataset, "dct:spatial", locations);
        putAny(dataset, "prov:wasDerivedFrom", cited);
        putAny(dataset, "dcat:distribution", distributions);
        return dataset;
    }

    private static void putAny(JsonObject object, String name, JsonArray items) {
        if (!items.isEmpty()) {
            object.put(name, items);
        }
    }

    private static JsonObject typed(String type, String value) {
        return new JsonObject().put("@type", type).put("@value", value);
    }
}
