package io.lancang.gateway.connection;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.startsWith;

import io.lancang.gateway.server.Hurried;
import io.lancang.gateway.server.RawClient;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(Hurried.class)
class SlowClientsTest {
    private static final String TYPENAME = "{\"query\":\"{ __typename }\"}";

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void refusesABodyThatIsNotCompleteInTime() throws Exception {
        try (RawClient client = new RawClient(endpoint)) {
            String answer =
                    client.send(RawClient.head("Content-Length: 1000000") + "{").readToEnd();

            assertThat(answer, startsWith("HTTP/1.1 408"));
            assertThat(answer, containsString("\"code\":\"TIMEOUT\""));
            assertThat(answer, containsString("was not complete within 1500 ms"));
        }
    }

    @Test
    void refusesAHeadThatIsNotCompleteInTime() throws Exception {
        try (RawClient client = new RawClient(endpoint)) {
            String answer = client.send("POST /graphql HTTP/1.1\r\nHost: loc").readToEnd();

            assertThat(answer, startsWith("HTTP/1.1 408"));
            assertThat(answer, containsString("The head of the request was not complete within 1000 ms"));
        }
    }

    @Test
    void refusesALaterHeadThatIsNotCompleteInTime() throws Exception {
        try (RawClient client = new RawClient(endpoint)) {
            assertThat(client.send(RawClient.post(TYPENAME)).readResponse(), startsWith("HTTP/1.1 200"));

            assertThat(client.send("GET /graphql?query=").readToEnd(), startsWith("HTTP/1.1 408"));
        }
    }

    @Test
    void closesAConnectionOnWhichNothingComes() throws Exception {
        try (RawClient client = new RawClient(endpoint)) {
            assertThat(client.readToEnd(), emptyString());
        }
    }

    @Test
    void keepsAConnectionOpenBetweenRequests() throws Exception {
        try (RawClient client = new RawClient(endpoint);
                RawClient clock = new RawClient(endpoint)) {
            assertThat(client.send(RawClient.post(TYPENAME)).readResponse(), startsWith("HTTP/1.1 200"));
            // Longer than a head may take.
            clock.readToEnd();

            assertThat(client.send(RawClient.post(TYPENAME)).readResponse(), startsWith("HTTP/1.1 200"));
        }
    }
}
