package io.lancang.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {
    private static final Folder TRADE =
            new Folder("trade", URI.create("http://trade:8081/export"), "/exports/trade", Folder.READING);
    private static final Folder CORRIDOR =
            new Folder("corridor", URI.create("http://corridor:8082/export/"), "/exports/corridor", Folder.READING);
    private static final Folder JOBS = new Folder(
            "integration", URI.create("http://integration:8084/jobs"), "/jobs", Set.of("get", "post", "delete"));

    private static JsonObject merged(Part... parts) {
        return MergedDocument.of("1.0.0", ".", false, List.of(), List.of(parts));
    }

    private static Part described(Folder folder, String document) {
        return new Part.Described(folder.subgraph(), List.of(folder), new JsonObject(document));
    }

    private static JsonObject at(JsonObject object, String... names) {
        JsonObject place = object;
        for (String name : names) {
            place = place.getJsonObject(name);
        }
        return place;
    }

    private static String files(String path) {
        return """
                {"paths": {"%s": {"get": {"operationId": "getFile", "tags": ["Exports"],
                  "responses": {"200": {"description": "It.", "headers": {"ETag": {"schema": {"type": "string"}}}}}}}}}
                """.formatted(path);
    }

    @Test
    void findsWhatASubgraphHasUnderThePathsOfTheGateway() {
        JsonObject paths = at(
                merged(described(TRADE, files("/export/flows.csv")), described(CORRIDOR, files("/export/{file}"))),
                "paths");

        assertEquals(Set.of("/exports/trade/flows.csv", "/exports/corridor/{file}"), paths.fieldNames());
    }

    @Test
    void leavesOutWhatTheGatewayDoesNotPassOn() {
        assertEquals(
                Set.of(),
                at(merged(described(TRADE, files("/releases")), described(CORRIDOR, files("/exporter/a"))), "paths")
                        .fieldNames());
        assertEquals(
                Set.of("get"),
                at(merged(described(TRADE, """
                                        {"paths": {"/export/a": {"get": {"responses": {}}, "put": {"responses": {}}},
                                                   "/export/b": {"delete": {"responses": {}}}}}
                                        """)), "paths", "/exports/trade/a").fieldNames());
    }

    @Test
    void givesEachRequestANameThatNoOtherHas() {
        JsonObject paths =
                at(merged(described(TRADE, files("/export/a")), described(CORRIDOR, files("/export/a"))), "paths");

        assertEquals("tradeGetFile", at(paths, "/exports/trade/a", "get").getString("operationId"));
        assertEquals("corridorGetFile", at(paths, "/exports/corridor/a", "get").getString("operationId"));
    }

    @Test
    void saysHowTheGatewayRefusesWhatItPassesOn() {
        JsonObject responses = at(merged(described(JOBS, """
                {"paths": {"/jobs": {"post": {"responses": {
                  "202": {"description": "Taken."},
                  "401": {"$ref": "#/components/responses/Refused401"},
                  "503": {"description": "Not now.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Own"}}}}}}}}}
                """)), "paths", "/jobs", "post", "responses");

        assertEquals(Set.of("202", "401", "403", "429", "502", "503"), responses.fieldNames());
        assertEquals(
                "#/components/responses/GatewayRefused429", at(responses, "429").getString("$ref"));
        assertEquals("#/components/responses/Refused401", at(responses, "401").getString("$ref"));
        assertEquals(
                new JsonArray(
                        "[{\"$ref\": \"#/components/schemas/Own\"}, {\"$ref\": \"#/components/schemas/Errors\"}]"),
                at(responses, "503", "content", "application/json", "schema").getJsonArray("anyOf"));
        assertEquals(
                "#/components/headers/RateLimit",
                at(responses, "202", "headers", "RateLimit").getString("$ref"));
    }

    @Test
    void keepsTheHeadersThatASubgraphTells() {
        assertEquals(
                Set.of("ETag", "RateLimit", "RateLimit-Policy"),
                at(
                                merged(described(TRADE, files("/export/a"))),
                                "paths",
                                "/exports/trade/a",
                                "get",
                                "responses",
                                "200",
                                "headers")
                        .fieldNames());
    }

    private static String withComponents(String file, String item) {
        return """
                {"paths": {"/export/%s": {"get": {"responses": {"200": {"description": "It.",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}}}}}}}},
                 "components": {"securitySchemes": {"key": {"type": "mutualTLS"}}, "schemas": {
                   "Page": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
                   "Item": {"type": "%s"}}}}
                """.formatted(file, item);
    }

    @Test
    void hasOnceWhatIsTheSame() {
        JsonObject document = merged(
                described(TRADE, withComponents("a", "string")), described(CORRIDOR, withComponents("b", "string")));

        assertEquals(
                Set.of("Errors", "Error", "Page", "Item"),
                at(document, "components", "schemas").fieldNames());
    }

    /** The page of one refers to its own item, so that it is another page, too. */
    @Test
    void renamesWhatDiffersAndWhatRefersToIt() {
        JsonObject document = merged(
                described(TRADE, withComponents("a", "string")), described(CORRIDOR, withComponents("b", "integer")));
        JsonObject schemas = at(document, "components", "schemas");

        // Parts are taken by name: that of corridor is first.
        assertEquals(Set.of("Errors", "Error", "Page", "Item", "trade.Page", "trade.Item"), schemas.fieldNames());
        assertEquals("integer", at(schemas, "Item").getString("type"));
        assertEquals(
                "#/components/schemas/trade.Item",
                at(schemas, "trade.Page", "items").getString("$ref"));
        assertEquals(
                "#/components/schemas/trade.Page",
                at(
                                document,
                                "paths",
                                "/exports/trade/a",
                                "get",
                                "responses",
                                "200",
                                "content",
                                "application/json",
                                "schema")
                        .getString("$ref"));
    }

    @Test
    void saysItselfWhoItsClientsAre() {
        JsonObject document = merged(described(TRADE, withComponents("a", "string")));

        assertEquals(
                "apiKey", at(document, "components", "securitySchemes", "key").getString("type"));
        assertEquals(3, document.getJsonArray("security").size());
        assertEquals(
                new JsonArray("[{\"key\": []}, {\"bearer\": []}]"),
                MergedDocument.of("1", ".", true, List.of(), List.of()).getJsonArray("security"));
    }

    @Test
    void namesASubgraphThatDoesNotSayWhatItHas() {
        JsonObject document =
                merged(new Part.Missing("trade", "It does not answer."), described(CORRIDOR, files("/export/a")));

        assertEquals(Set.of("/exports/corridor/a"), at(document, "paths").fieldNames());
        assertEquals(
                new JsonArray("[{\"subgraph\": \"trade\", \"reason\": \"It does not answer.\"}]"),
                at(document, "info").getJsonArray("x-missing"));
        assertTrue(at(document, "info").getString("description").endsWith("do not say what they have: trade."));
        assertFalse(at(merged(), "info").containsKey("x-missing"));
    }

    @Test
    void isTheSameInWhateverOrderSubgraphsAnswer() {
        Part trade = described(TRADE, withComponents("a", "string"));
        Part corridor = described(CORRIDOR, withComponents("b", "integer"));

        assertEquals(merged(trade, corridor).encode(), merged(corridor, trade).encode());
    }

    @Test
    void listsTheGroupsOfRequests() {
        assertEquals(
                new JsonArray("[{\"name\": \"Exports\"}]"),
                merged(described(TRADE, files("/export/a"))).getJsonArray("tags"));
    }
}
