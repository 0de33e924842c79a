package io.lancang.kit.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a service has as files.
 *
 * @param name of the package: lower-case letters and hyphens
 * @param title of it, in words
 * @param datasets all that there are, those without a file included
 */
public record Catalog(String name, String title, List<CatalogDataset> datasets) {
    /** Where the files of Frictionless are, and those of DCAT. */
    public static final String DATA_PACKAGE = "datapackage.json";

    /** Where the catalogue in the terms of DCAT is. */
    public static final String DCAT = "catalog.jsonld";

    private static final Map<String, Object> CONTEXT = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "prov", "http://www.w3.org/ns/prov#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "vcard", "http://www.w3.org/2006/vcard/ns#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    /**
     * A Data Package (Frictionless, 2.0) with a resource for each file.
     *
     * @param root the address of the files, without a slash at its end
     * @param publisher who publishes them; null if nobody is named
     */
    JsonObject dataPackage(String root, @Nullable Publisher publisher) {
        JsonArray resources = new JsonArray();
        datasets.forEach(dataset -> resources.addAll(dataset.asResources(root)));
        JsonObject described = new JsonObject()
                .put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
                .put("name", name)
                .put("title", title)
                .put("homepage", root + "/" + DCAT);
        if (publisher != null) {
            described.put("contributors", publisher.asContributors());
        }
        return described.put("resources", resources);
    }

    /**
     * A catalogue (DCAT 3, with the properties that DCAT-AP 3 asks for) as JSON-LD.
     *
     * @param root the address of the files, without a slash at its end
     * @param publisher who publishes it and its datasets; null if nobody is named, and then it is no catalogue of DCAT-AP
     */
    JsonObject dcat(String root, @Nullable Publisher publisher) {
        JsonArray all = new JsonArray();
        datasets.forEach(dataset -> all.add(published(dataset.asDataset(root), publisher)));
        JsonObject catalog = new JsonObject()
                .put("@context", new JsonObject(new TreeMap<>(CONTEXT)))
                .put("@id", root + "/" + DCAT)
                .put("@type", "dcat:Catalog")
                .put("dct:title", title)
                .put(
                        "dct:description",
                        "Every dataset of this service with its sources, and the files that can be fetched.");
        if (publisher != null) {
            catalog.put("dct:publisher", publisher.asAgent());
        }
        return catalog.put("dcat:dataset", all);
    }

    private static JsonObject published(JsonObject dataset, @Nullable Publisher publisher) {
        if (publisher == null) {
            return dataset;
        }
        dataset.put("dct:publisher", publisher.asAgent());
        JsonObject contact = publisher.asContactPoint();
        return contact == null ? dataset : dataset.put("dcat:contactPoint", contact);
    }
}
