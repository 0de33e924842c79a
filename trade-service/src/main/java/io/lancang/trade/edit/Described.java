package io.lancang.trade.edit;

import io.lancang.trade.catalogue.DatasetEntity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The description of a dataset, as the audit keeps it: by a mutation the texts, over HTTP the sources too. */
final class Described {
    static final String TITLE = "title";
    static final String DEFINITION = "definition";
    static final String MISSING = "missing";
    static final String SOURCES = "sources";

    private Described() {}

    /** As it is, as far as these names go. */
    static JsonObject of(DatasetEntity dataset, Set<String> names) {
        JsonObject all = all(dataset);
        all.fieldNames().retainAll(names);
        return all;
    }

    /** All of it as it is. */
    static JsonObject all(DatasetEntity dataset) {
        return new JsonObject()
                .put(TITLE, dataset.title())
                .put(DEFINITION, dataset.definition())
                .put(MISSING, dataset.missing())
                .put(SOURCES, new JsonArray(dataset.sources()));
    }

    /** Tells a dataset so. */
    static Consumer<DatasetEntity> as(JsonObject given) {
        return dataset -> {
            dataset.describe(given.getString(TITLE), given.getString(DEFINITION), given.getString(MISSING));
            if (given.containsKey(SOURCES)) {
                dataset.cite(sourcesOf(given));
            }
        };
    }

    private static List<String> sourcesOf(JsonObject given) {
        return given.getJsonArray(SOURCES).stream().map(String.class::cast).toList();
    }
}
