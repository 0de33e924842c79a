package io.lancang.integration.webhook.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.integration.webhook.WebhookConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two deliveries may be under way to one host at once. */
class HostPlacesTest {
    private final HostPlaces places = new HostPlaces(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(WebhookConfig.class)
            .withDefaultValue("lancang.integration.webhooks.per-host", "2")
            .build()
            .getConfigMapping(WebhookConfig.class));

    /** Those that have begun, in their order. */
    private final List<Promise<String>> begun = new ArrayList<>();

    private void deliver(String host) {
        places.within(host, () -> {
            Promise<String> delivery = Promise.promise();
            begun.add(delivery);
            return delivery.future();
        });
    }

    /** The first one ends and the third begins in its place, so that the fourth has none yet. */
    @Test
    void letNoMoreInThanThereMayBeWhenPlacesArePassedOn() {
        deliver("one:443");
        deliver("one:443");
        deliver("one:443");
        assertEquals(2, begun.size());

        begun.getFirst().complete("taken");
        assertEquals(3, begun.size());

        deliver("one:443");
        assertEquals(3, begun.size());
    }

    @Test
    void areGivenBackByWhatFails() {
        deliver("one:443");
        deliver("one:443");
        deliver("one:443");
        begun.get(0).fail("refused");
        begun.get(1).fail("refused");
        deliver("one:443");

        assertEquals(4, begun.size());
    }

    @Test
    void areThoseOfEachHost() {
        deliver("one:443");
        deliver("one:443");
        deliver("other:443");

        assertEquals(3, begun.size());
    }
}
