package io.lancang.integration.webhook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lancang.integration.key.KeyText;
import org.junit.jupiter.api.Test;

class WebhookKeysTest {
    private static final String TOKEN = "t".repeat(32);

    @Test
    void areTheSameForTheSameTokenClientAndScopesAlone() {
        KeyText key = WebhookKeys.made(TOKEN, "customs", "a:read");
        assertEquals(key, WebhookKeys.made(TOKEN, "customs", "a:read"));
        assertNotEquals(key, WebhookKeys.made(TOKEN, "customs", "a:read b:read"));
        assertNotEquals(key, WebhookKeys.made(TOKEN, "other", "a:read"));
        assertNotEquals(key, WebhookKeys.made("u".repeat(32), "customs", "a:read"));
        assertEquals("Webhooks", key.prefix());
    }
}
