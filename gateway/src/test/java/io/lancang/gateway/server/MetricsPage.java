package io.lancang.gateway.server;

import static io.restassured.RestAssured.given;

import java.net.URI;

/**
 * What the gateway's own page of metrics says; the registry in memory still knows applications of earlier tests.
 *
 * @param management the root of the management interface
 */
public record MetricsPage(URI management) {
    /** The value of a metric, by its name with its tags as the page has them. */
    public double value(String name) {
        String metrics = given().get(management.resolve("/q/metrics")).asString();
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                // While OpenTelemetry is on, the trace of a request may stand behind the value.
                .mapToDouble(rest -> Double.parseDouble(rest.split(" ", 2)[0]))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among the metrics:\n" + metrics));
    }
}
