package io.lancang.integration;

import static io.restassured.RestAssured.given;

import io.lancang.kit.fixture.Eventually;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A client that orders jobs, over plain HTTP by the word of a gateway. */
record JobClient(Graph graph) {
    /** Registers a client with this id, and asks as it. */
    static JobClient of(String id) {
        RunningService.register(id, "a:read", "b:read");
        return new JobClient(Graph.of(id, "client", "a:read"));
    }

    RequestSpecification asking() {
        return given().headers(graph.headers());
    }

    Response order(String export) {
        return asking().contentType("application/json")
                .body(Map.of("export", export))
                .post("/jobs");
    }

    /** The id of a job that is ordered. */
    String ordered(String export) {
        return order(export).then().statusCode(202).extract().path("id");
    }

    JsonPath job(String id) {
        return asking().get("/jobs/" + id).then().statusCode(200).extract().jsonPath();
    }

    JsonPath await(String id, String state) {
        Eventually.holds("the job is " + state, () -> {
            JsonPath now = job(id);
            if (now.getString("state").equals("FAILED") && !state.equals("FAILED")) {
                throw new AssertionError("The job failed: " + now.prettify());
            }
            return now.getString("state").equals(state);
        });
        return job(id);
    }

    /** The result of a job, once it is done. */
    byte[] result(String id) {
        return given().get(await(id, "DONE").getString("result"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
