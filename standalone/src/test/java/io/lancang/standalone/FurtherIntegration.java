package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;

/** An instance of integration-service beside that of a running set, on the same database. */
final class FurtherIntegration implements AutoCloseable {
    private final Application service;
    private final RunningApplication process;

    private FurtherIntegration(Application service, RunningApplication process) {
        this.service = service;
        this.process = process;
    }

    static FurtherIntegration start(RunningSet set) throws IOException, InterruptedException, StandaloneException {
        Ports ports = new Ports();
        Application service = new Application(
                KeySecrets.SERVICE,
                KeySecrets.SERVICE + "-service",
                ports.free(),
                ports.free(),
                64,
                set.running().configuration(KeySecrets.SERVICE));
        DataFolder folder = DataFolder.open(
                new Options(0, Files.createTempDirectory("lancang-further-integration"), Options.Start.KEEP));
        RunningApplication process =
                RunningApplication.start(service, LaunchChoice.BUILT.launch(RunningSet.home(), folder), folder);
        process.awaitReady();
        return new FurtherIntegration(service, process);
    }

    /** Asks this instance, as the gateway does for a client. */
    JsonPath askAs(String client, String query, Map<String, ?> variables) {
        return given().header("lancang-client", client)
                .header("lancang-roles", "client")
                .header(
                        "lancang-gateway-token",
                        Objects.requireNonNull(service.environment().get("LANCANG_INTEGRATION_GATEWAY_TOKEN")))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post(service.url())
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .extract()
                .jsonPath();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.handle().destroyForcibly();
    }

    @Override
    public void close() {
        process.requestStop();
        try {
            process.awaitStop();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
