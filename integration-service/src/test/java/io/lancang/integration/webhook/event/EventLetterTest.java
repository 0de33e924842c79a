package io.lancang.integration.webhook.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A delivery has the same id however often and from whichever replica it is sent: receivers tell doubles by it. */
class EventLetterTest {
    /** By {@code printf 'wh_1\nevent-7' | sha256sum | cut -c1-32}. */
    @ParameterizedTest
    @CsvSource({
        "wh_1, event-7, msg_1b7788291499b4bac139f3d1f621eebf",
        "wh_2, event-7, msg_af2085dfa90e42415f954357cefa1f47",
        "wh_1, event-8, msg_93c5372b4372f49b7254e1a39c6594af"
    })
    void namesADeliveryByItsWebhookAndItsEvent(String webhook, String event, String id) {
        assertEquals(id, EventLetter.id(webhook, event));
    }
}
