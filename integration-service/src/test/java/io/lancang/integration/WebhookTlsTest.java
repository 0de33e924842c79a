package io.lancang.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.integration.TlsReceiver.Taken;
import io.lancang.integration.WebhookClient.Registered;
import io.lancang.kit.fixture.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receivers over TLS, whose certificates are of an authority that the operator names. Their names are known to {@link TestNames} alone. */
@QuarkusTest
class WebhookTlsTest extends RunningService {
    /** The same address shows the certificate of whichever receiver is asked for. */
    @Test
    void asksForTheNameInTheUrlAtTheAddressThatWasChecked() {
        WebhookClient client = WebhookClient.of("tls-two");
        FakeGateway.topic("tlsOne").publish("for one");
        FakeGateway.topic("tlsTwo").publish("for two");
        try (TlsReceiver receiver = TlsReceiver.ofAll(FakeGateway.CERTIFICATES)) {
            client.register(receiver.url("one"), "tlsOne", "0");
            client.register(receiver.url("two"), "tlsTwo", "0");

            Eventually.holds("both are taken", () -> receiver.taken().size() == 2);
            assertEquals(List.of("one.receiver.test", "two.receiver.test"), sorted(receiver, Taken::name));
            assertEquals(
                    List.of("one.receiver.test:" + receiver.port(), "two.receiver.test:" + receiver.port()),
                    sorted(receiver, Taken::authority));
            for (Taken each : receiver.taken()) {
                String whose = each.name().substring(0, 3);
                assertTrue(each.body().contains("for " + whose), each.body());
            }
        }
    }

    private static List<String> sorted(TlsReceiver receiver, Function<Taken, String> what) {
        return receiver.taken().stream().map(what).sorted().toList();
    }

    /** Nothing is sent, and what is on record of the attempt says why. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    another, CERTIFICATE_NAME,          The certificate of the receiver is not for 'another.receiver.test': No subject alternative DNS name matching another.receiver.test found.
                    expired, CERTIFICATE_EXPIRED,       A certificate of 'expired.receiver.test' has expired:
                    early,   CERTIFICATE_NOT_YET_VALID, A certificate of 'early.receiver.test' is not valid yet:
                    alone,   CERTIFICATE_UNTRUSTED,     The certificate of 'alone.receiver.test' is signed by itself or by an authority that is not trusted.
                    """)
    void sendsNothingToWhomItsCertificateDoesNotShow(String name, String code, String error) {
        WebhookClient client = WebhookClient.of("tls-" + name);
        FakeGateway.topic("tls_" + name).publish("one");
        try (TlsReceiver receiver = code.equals("CERTIFICATE_NAME")
                ? TlsReceiver.ofOne(FakeGateway.CERTIFICATES)
                : TlsReceiver.ofAll(FakeGateway.CERTIFICATES)) {
            Registered webhook = client.register(receiver.url(name), "tls_" + name, "0");

            JsonPath attempt = firstAttempt(client, webhook);
            assertEquals(code, attempt.getString("code"));
            assertTrue(attempt.getString("error").startsWith(error), () -> attempt.getString("error"));
            assertNull(attempt.get("status"));
            assertEquals(List.of(), receiver.taken());
        }
    }

    private static JsonPath firstAttempt(WebhookClient client, Registered webhook) {
        String fields = "deliveries { nodes { attempts { code error status } } }";
        Eventually.holds(
                "it was tried",
                () -> !client.webhook(webhook.id(), fields)
                        .getList("deliveries.nodes.attempts.flatten()")
                        .isEmpty());
        return client.webhook(webhook.id(), fields).setRootPath("data.webhook.deliveries.nodes[0].attempts[0]");
    }

    @Test
    void saysWhetherThereIsNoNameNoListenerOrNoTls() throws IOException {
        WebhookClient client = WebhookClient.of("tls-none");
        String nameless =
                client.register("https://nobody.invalid/events", "tlsNone", "0").id();
        assertEquals("NAME_NOT_FOUND: The name 'nobody.invalid' has no address.", ping(client, nameless));

        try (Receiver plain = new Receiver()) {
            String url = plain.url().replace("http:", "https:");
            String unencrypted = client.register(url, "tlsNone", "0").id();
            assertTrue(ping(client, unencrypted).startsWith("TLS_FAILED: TLS with '127.0.0.1' failed: "));
        }

        String nobody = client.register("https://one.receiver.test:" + freePort() + "/", "tlsNone", "0")
                .id();
        assertTrue(ping(client, nobody).startsWith("UNREACHABLE: "));
    }

    /** One at which nobody listens any more. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String ping(WebhookClient client, String webhook) {
        JsonPath attempt = client.graph()
                .data("mutation { pingWebhook(id: \"" + webhook + "\") { code error } }")
                .setRootPath("data.pingWebhook");
        return attempt.getString("code") + ": " + attempt.getString("error");
    }
}
