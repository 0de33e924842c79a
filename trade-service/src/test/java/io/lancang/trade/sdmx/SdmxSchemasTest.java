package io.lancang.trade.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of message keeps the rules of SDMX-JSON 2.0. */
@QuarkusTest
class SdmxSchemasTest extends SdmxClient {
    private static final String PRODUCTS = "data/dataflow/LANCANG/TRADE_HS1992/1.0.0/A.CN.WORLD.01+02";

    @ParameterizedTest
    @ValueSource(
            strings = {
                FLOW + "A.CN.LA.X+M+T?c[TIME_PERIOD]=ge:2019+le:2024",
                FLOW + "A.CN.LA+ASEAN.*.USD?c[TIME_PERIOD]=2020,2022&dimensionAtObservation=AllDimensions",
                FLOW + "A.CN.LA.X.USD?lastNObservations=1&attributes=none",
                FLOW + "A.CN.LA.X.USD?lastNObservations=1&attributes=OBS_STATUS,UNIT_MULT",
                FLOW + "A.*.CN.X.USD?c[TIME_PERIOD]=2005",
                "data/dataflow/LANCANG/TRADE_MONTHLY/1.0.0/M.CN.LA.X.CNY?c[TIME_PERIOD]=2024",
                PRODUCTS + "?c[TIME_PERIOD]=2011,2012",
                PRODUCTS + "?c[TIME_PERIOD]=2011&dimensionAtObservation=AllDimensions",
                "data/dataflow/LANCANG/TRADE_SITC3/1.0.0/A.MY.CN.*.X?c[TIME_PERIOD]=2005",
            })
    void dataFit(String address) {
        HttpResponse<String> answer = get(address, JSON);

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(List.of(), SdmxSchemas.DATA.broken(answer.body()));
        pointsIntoItsStructure(new JsonObject(answer.body()).getJsonObject("data"));
    }

    /** Every number of a key or an attribute is the place of something in the list that it is about. */
    private static void pointsIntoItsStructure(JsonObject data) {
        JsonObject structure = data.getJsonArray("structures").getJsonObject(0);
        JsonObject dimensions = structure.getJsonObject("dimensions");
        JsonObject attributes = structure.getJsonObject("attributes");
        JsonObject dataSet = data.getJsonArray("dataSets").getJsonObject(0);
        places(dataSet.getJsonArray("attributes", new JsonArray()), attributes.getJsonArray("dataSet"));
        JsonObject series = dataSet.getJsonObject("series", new JsonObject());
        for (String key : series.fieldNames()) {
            places(placesOf(key), dimensions.getJsonArray("series"));
            JsonObject one = series.getJsonObject(key);
            places(one.getJsonArray("attributes", new JsonArray()), attributes.getJsonArray("series"));
            observations(one.getJsonObject("observations"), structure);
        }
        observations(dataSet.getJsonObject("observations", new JsonObject()), structure);
        assertTrue(series.size() > 0 || dataSet.containsKey("observations"), "there is something");
    }

    private static void observations(JsonObject observations, JsonObject structure) {
        JsonArray times = structure.getJsonObject("dimensions").getJsonArray("observation");
        JsonArray attributes = structure.getJsonObject("attributes").getJsonArray("observation");
        for (String key : observations.fieldNames()) {
            places(placesOf(key), times);
            JsonArray values = observations.getJsonArray(key);
            // The only measure comes first.
            places(new JsonArray(values.stream().skip(1).toList()), attributes);
        }
    }

    private static JsonArray placesOf(String key) {
        JsonArray places = new JsonArray();
        for (String each : key.split(":", -1)) {
            places.add(Integer.valueOf(each));
        }
        return places;
    }

    private static void places(JsonArray places, JsonArray components) {
        assertEquals(components.size(), places.size(), () -> places + " of " + components);
        IntStream.range(0, places.size()).forEach(index -> {
            Integer place = places.getInteger(index);
            JsonArray values = components.getJsonObject(index).getJsonArray("values", new JsonArray());
            assertTrue(place == null || place < values.size(), () -> place + " of " + values);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "structure/conceptscheme",
                "structure/codelist/LANCANG/CL_HS1992",
                "structure/*?detail=allstubs",
                "structure/dataflow/LANCANG/TRADE_ANNUAL/~?references=descendants",
                "structure/dataflow/LANCANG/TRADE_HS1992/1.0.0?references=descendants",
                "structure/datastructure/LANCANG/*/1.0.0",
                "structure/codelist/LANCANG/CL_AREA/1.0.0/LA,VN",
                "structure/dataconstraint/LANCANG/*/*",
                "availability/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A.CN.LA/*",
                "availability/dataflow/LANCANG/TRADE_HS1992/1.0.0/A.CN.WORLD.01/TIME_PERIOD,DATASET",
            })
    void structuresFit(String address) {
        HttpResponse<String> answer = get(address, null);

        assertEquals(200, answer.statusCode(), answer.body());
        List<String> broken = SdmxSchemas.STRUCTURE.broken(answer.body());
        assertEquals(List.of(), broken.subList(0, Math.min(5, broken.size())));
    }

    @Test
    void refusalsFit() {
        for (String address : List.of(FLOW + "A.CN.Laoss", FLOW + "A.CN.LA?startPeriod=2019", "structure/nothing")) {
            HttpResponse<String> answer = get(address, JSON);
            assertTrue(answer.statusCode() >= 400, address);
            assertEquals(List.of(), SdmxSchemas.DATA.broken(answer.body()));
            assertEquals(List.of(), SdmxSchemas.STRUCTURE.broken(answer.body()));
        }
    }

    /** A list without a code is no list: there is nothing of what was asked for. */
    @Test
    void itemsThatThereAreNotAreNotFound() {
        HttpResponse<String> answer = get("structure/codelist/LANCANG/CL_AREA/1.0.0/NOWHERE", null);

        assertEquals(404, answer.statusCode(), answer.body());
        assertEquals(
                100,
                new JsonObject(answer.body())
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getInteger("code"));
    }

    /** The rules are looked at: a message that breaks one of them is told so. */
    @ParameterizedTest
    @CsvSource({
        "\"keyPosition\":0, \"position\":0",
        "\"links\":[{\"rel\":\"dataflow\", \"link\":[{\"rel\":\"dataflow\"",
        "\"id\":\"LA\", \"id\":\"L.A\"",
        "\"action\":\"Information\", \"action\":\"information\"",
        "\"sender\":, \"from\":",
        "\"relationship\":, \"attributeRelationship\":",
        "\"0:0:0:0:0\":, \"0:0:0:0:\":",
    })
    void seeWhatIsWrong(String right, String wrong) {
        String message = get(FLOW + "A.CN.LA.X.USD?lastNObservations=2", JSON).body();

        assertEquals(List.of(), SdmxSchemas.DATA.broken(message));
        assertTrue(message.contains(right), message);
        assertFalse(SdmxSchemas.DATA.broken(message.replace(right, wrong)).isEmpty(), wrong);
    }
}
