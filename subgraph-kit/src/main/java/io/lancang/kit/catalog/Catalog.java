package io.lancang.kit.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

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

    /**
     * A Data Package (Frictionless, 2.0) with a resource for each file.
     *
     * @param root the address of the files, without a slash at its end
     */
    public JsonObject dataPackage(String root) {
        JsonArray resources = new JsonArray();
        datasets.forEach(dataset -> resources.addAll(dataset.asResources(root)));
        return new JsonObject()
                .put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
                .put("name", name)
                .put("title", title)
                .put("homepage", root + "/" + DCAT)
                .put("resources", resources);
    }

    /** A catalogue (DCAT 3) as JSON-LD. Who publishes it is not on record. */
    public JsonObject dcat(String root) {
        JsonArray all = new JsonArray();
        datasets.forEach(dataset -> all.add(dataset.asDataset(root)));
        return new JsonObject()
                .put(
                        "@context",
                        new JsonObject()
                                .put("dcat", "http://www.w3.org/ns/dcat#")
                                .put("dct", "http://purl.org/dc/terms/")
                                .put("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
                                .put("skos", "http://www.w3.org/2004/02/skos/core#")
                                .put("xsd", "http://www.w3.org/2001/XMLSchema#"))
                .put("@id", root + "/" + DCAT)
                .put("@type", "dcat:Catalog")
                .put("dct:title", title)
                .put(
                        "dct:description",
                        "Every dataset of this service with its sources, and the files that can be fetched.")
                .put("dcat:dataset", all);
    }
}
