package io.lancang.kit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    private static Operation file() {
        return Operation.get("/export/{file}", "exportFile", "Exports", "A file")
                .with(List.of(
                        Parameter.path("file", "Which one.", Schema.oneOf(List.of("a.csv")), "a.csv"),
                        Parameter.list("codes", "Some.", Schema.text(), new JsonArray().add("LAO")),
                        Parameter.byKey("c", "By key.", Schema.text(), new JsonObject().put("A", "1"))))
                .withShared("Range")
                .answers(200, "It.", "text/csv", Schema.text())
                .answers(200, "It.", "application/geo+json", Schema.object())
                .tells(200, "ETag")
                .answers(206, "A part.", "text/csv", Schema.text())
                .answers(304, "Known.")
                .refuses(400, 416);
    }

    private static JsonObject document(DescribedRoutes... routes) {
        return ApiDocument.of("trade", "1.2.3", List.of(routes));
    }

    private static JsonObject at(JsonObject object, String... names) {
        JsonObject place = object;
        for (String name : names) {
            place = place.getJsonObject(name);
        }
        return place;
    }

    @Test
    void putsRequestsOfOnePathTogether() {
        Operation get = file();

        JsonObject document = document(() -> List.of(get, get.headers()));

        assertEquals("3.1.1", document.getString("openapi"));
        assertEquals("1.2.3", document.getJsonObject("info").getString("version"));
        assertEquals(
                Set.of("get", "head"), at(document, "paths", "/export/{file}").fieldNames());
    }

    @Test
    void saysOfARequestHowItIsAnswered() {
        JsonObject get = at(document(() -> List.of(file())), "paths", "/export/{file}", "get");

        assertEquals(
                List.of("200", "206", "304", "400", "416"),
                List.copyOf(get.getJsonObject("responses").fieldNames()));
        assertEquals(
                Set.of("text/csv", "application/geo+json"),
                at(get, "responses", "200", "content").fieldNames());
        assertEquals(
                "#/components/responses/Refused400", at(get, "responses", "400").getString("$ref"));
        assertEquals(
                "#/components/headers/ETag",
                at(get, "responses", "200", "headers", "ETag").getString("$ref"));
    }

    @Test
    void writesParametersAsTheirPlaceWantsThem() {
        JsonArray parameters = at(document(() -> List.of(file())), "paths", "/export/{file}", "get")
                .getJsonArray("parameters");

        assertEquals(true, parameters.getJsonObject(0).getBoolean("required"));
        assertEquals(false, parameters.getJsonObject(1).getBoolean("required"));
        assertEquals(false, parameters.getJsonObject(1).getBoolean("explode"));
        assertEquals("deepObject", parameters.getJsonObject(2).getString("style"));
        assertEquals(
                "#/components/parameters/Range", parameters.getJsonObject(3).getString("$ref"));
    }

    /** A server leaves the body out, and so has no part of it. */
    @Test
    void describesARequestForHeadersWithoutBodies() {
        JsonObject head = at(document(() -> List.of(file().headers())), "paths", "/export/{file}", "head");

        assertEquals("headExportFile", head.getString("operationId"));
        assertEquals(
                List.of("200", "304", "400"),
                List.copyOf(head.getJsonObject("responses").fieldNames()));
        for (var answer : head.getJsonObject("responses")) {
            assertFalse(((JsonObject) answer.getValue()).containsKey("content"), answer.getKey());
            assertFalse(((JsonObject) answer.getValue()).containsKey("$ref"), answer.getKey());
        }
    }

    @Test
    void letsNoTwoFeaturesHaveAComponentOfOneName() {
        DescribedRoutes one = new Named();

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> document(one, new Named()));

        assertEquals("Two features have a component Job", refused.getMessage());
    }

    private static final class Named implements DescribedRoutes {
        @Override
        public List<Operation> operations() {
            return List.of();
        }

        @Override
        public JsonObject components() {
            return new JsonObject().put("schemas", new JsonObject().put("Job", Schema.object()));
        }
    }
}
