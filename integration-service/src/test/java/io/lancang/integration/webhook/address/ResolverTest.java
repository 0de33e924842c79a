package io.lancang.integration.webhook.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.integration.webhook.WebhookConfig;
import io.lancang.kit.error.ServiceException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As the service ships. */
class ResolverTest {
    private final Vertx vertx = Vertx.vertx();
    private final WebhookConfig shipped = config("false");

    private static WebhookConfig config(String allowsPrivate) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(WebhookConfig.class)
                .withDefaultValue("lancang.integration.webhooks.ports", "443,8443")
                .withDefaultValue("lancang.integration.webhooks.allow-private-addresses", allowsPrivate)
                .build()
                .getConfigMapping(WebhookConfig.class);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private InetAddress address(WebhookConfig config, String host) {
        return new Resolver(config, vertx)
                .address(host)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1", "169.254.169.254", "0x7f000001", "2130706433"})
    void refusesNamesAndNumbersOfThisMachineAndItsNetwork(String host) {
        CompletionException refused = assertThrows(CompletionException.class, () -> address(shipped, host));
        // Forms that the library does not read as addresses are names, which nobody has.
        assertTrue(
                refused.getCause() instanceof Resolver.RefusedAddressException
                        || refused.getCause() instanceof UnknownHostException,
                () -> "It was " + refused);
    }

    @Test
    void saysWhichAddressItRefuses() {
        CompletionException refused = assertThrows(CompletionException.class, () -> address(shipped, "127.0.0.1"));
        assertEquals(
                "'127.0.0.1' is at 127.0.0.1, which is no address of the public internet",
                assertInstanceOf(Resolver.RefusedAddressException.class, refused.getCause())
                        .getMessage());
    }

    @Test
    void takesThemWhereTheOperatorAllowsIt() {
        assertTrue(address(config("true"), "127.0.0.1").isLoopbackAddress());
    }

    @Test
    void takesHttpsOnItsPortsAlone() {
        assertEquals(
                443,
                ReceiverUrl.of("https://portal.example/events?a=b", shipped).port());
        assertEquals(
                "/events?a=b",
                ReceiverUrl.of("https://portal.example:8443/events?a=b", shipped)
                        .target());
        for (String refused : new String[] {
            "http://portal.example/",
            "https://portal.example:22/",
            "https://portal.example:65536/",
            "https:///events",
            "no url"
        }) {
            assertThrows(ServiceException.class, () -> ReceiverUrl.of(refused, shipped), refused);
        }
    }
}
