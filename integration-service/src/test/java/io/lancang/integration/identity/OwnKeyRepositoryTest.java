package io.lancang.integration.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lancang.integration.key.KeyText;
import org.junit.jupiter.api.Test;

class OwnKeyRepositoryTest {
    private static final String TOKEN = "t".repeat(32);

    private static KeyText made(String token, String client, String scopes) {
        return OwnKeyRepository.made(token, Work.WEBHOOKS, client, scopes);
    }

    @Test
    void makesTheSameKeyForTheSameTokenClientAndScopesAlone() {
        KeyText key = made(TOKEN, "customs", "a:read");
        assertEquals(key, made(TOKEN, "customs", "a:read"));
        assertNotEquals(key, made(TOKEN, "customs", "a:read b:read"));
        assertNotEquals(key, made(TOKEN, "other", "a:read"));
        assertNotEquals(key, made("u".repeat(32), "customs", "a:read"));
        assertEquals("Webhooks", key.prefix());
    }

    @Test
    void makesAnotherSecretForJobs() {
        KeyText ofJobs = OwnKeyRepository.made(TOKEN, Work.JOBS, "customs", "a:read");
        assertEquals("LongJobs", ofJobs.prefix());
        assertNotEquals(
                made(TOKEN, "customs", "a:read").text().substring(13),
                ofJobs.text().substring(13));
    }
}
