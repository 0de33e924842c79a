package io.lancang.gateway.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.OptionalFeatures;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Where callbacks arrive in the application. */
@QuarkusTest
@TestProfile(OptionalFeatures.class)
@WithTestResource(TestGraph.class)
class CallbackRouteTest {
    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/")
    URI clients;

    @Test
    void arriveOnThePortForHealthAndMetricsAlone() throws Exception {
        HttpResponse<String> refused = post(management.resolve("/callback/nobodys"));

        assertEquals(404, refused.statusCode());
        assertTrue(refused.body().contains("NOT_FOUND"), refused.body());
        assertTrue(new MetricsPage(management).value("lancang_gateway_callbacks_total{outcome=\"unknown\"}") >= 1);
        HttpResponse<String> ofClients = post(clients.resolve("/callback/nobodys"));
        assertEquals(404, ofClients.statusCode());
        assertTrue(!ofClients.body().contains("no such subscription"), ofClients.body());
    }

    private static HttpResponse<String> post(URI url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(url)
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
