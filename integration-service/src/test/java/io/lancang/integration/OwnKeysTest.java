package io.lancang.integration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnKeysTest extends RunningService {
    @Test
    void aClientIssuesRotatesAndRevokesItsOwn() {
        register("own-keys", "a:read", "b:read");
        Graph client = Graph.of("own-keys", "client", "a:read", "b:read");
        String issued = client.data("mutation { issueKey(key: {label: \"mine\", scopes: [\"a:read\"]}) { secret } }")
                .getString("issueKey.secret");
        String rotated = client.data("mutation { rotateKey(prefix: \"" + prefix(issued) + "\") { secret } }")
                .getString("rotateKey.secret");
        client.data("mutation { revokeKey(prefix: \"" + prefix(issued) + "\", reason: \"done\") { state } }");

        Gateway.verify(issued).then().statusCode(410).body("code", equalTo("KEY_REVOKED"));
        Gateway.verify(rotated).then().statusCode(200).body("scopes", contains("a:read"));
    }

    @Test
    void aKeyGivesNoOtherKeyMoreThanItHas() {
        register("narrow-key", "a:read", "b:read");
        Graph narrow = Graph.of("narrow-key", "client", "a:read");
        assertEquals(
                "BAD_USER_INPUT: `scopes` has 'b:read', which is not among those of the key that asks: a:read.",
                narrow.error("mutation { issueKey(key: {label: \"x\", scopes: [\"b:read\"]}) { secret } }"));
        String all = narrow.data("mutation { issueKey(key: {label: \"x\"}) { secret } }")
                .getString("issueKey.secret");
        Gateway.verify(all).then().body("scopes", contains("a:read"));

        String wide = prefix(issue("narrow-key", "a:read", "b:read"));
        assertEquals(
                "FORBIDDEN: The key '" + wide + "' has scopes that the key which asks does not have.",
                narrow.error("mutation { rotateKey(prefix: \"" + wide + "\") { secret } }"));
    }

    @Test
    void toAClientKeysOfOthersDoNotExist() {
        register("has-key");
        register("wants-key");
        String key = prefix(issue("has-key"));
        Graph other = Graph.of("wants-key", "client");
        String unknown = "NOT_FOUND: There is no key '" + key + "' of 'wants-key'.";
        assertEquals(unknown, other.error("mutation { rotateKey(prefix: \"" + key + "\") { secret } }"));
        assertEquals(unknown, other.error("mutation { revokeKey(prefix: \"" + key + "\", reason: \"r\") { state } }"));
        assertEquals(
                "FORBIDDEN: 'wants-key' asked for another client, 'has-key'.",
                other.error("mutation { issueKey(client: \"has-key\", key: {label: \"x\"}) { secret } }"));
    }
}
