package io.lancang.integration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.integration.key.KeyText;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyTest extends RunningService {
    @Test
    void isShownOnceAndOnlyItsHashIsKept() {
        register("shown-once", "trade:read");
        String key = issue("shown-once", "trade:read");

        assertEquals(new KeyText(key).hash(), text("select hash from api_key where prefix = '" + prefix(key) + "'"));
        String secret = key.substring(13);
        // Everything that there is in the tables of keys and of the audit, as text.
        String all = text("select string_agg(k::text, ' ') from api_key k")
                + text("select string_agg(m::text, ' ') from management_change m");
        assertFalse(all.contains(secret), "the secret is on record");
        assertTrue(all.contains(prefix(key)), "what is looked through has the key");
    }

    @Test
    void isKnownToGatewaysWithWhatItMay() {
        register("known-key", "trade:read", "corridor:read");
        // A key is of one client, however many there are.
        register("another-client", "corridor:read");
        String key = issue("known-key", "trade:read");

        Gateway.verify(key)
                .then()
                .statusCode(200)
                .body("prefix", equalTo(prefix(key)))
                .body("client", equalTo("known-key"))
                .body("scopes", contains("trade:read"))
                .body("roles", contains("client"))
                .body("plan.name", equalTo("standard"))
                .body("plan.requestsPerMinute", equalTo(6000))
                .body("expiresAt", nullValue());
    }

    @Test
    void hasAllScopesOfItsClientUnlessSomeAreNamed() {
        register("all-scopes", "b:read", "a:read");
        String key = ADMIN.data("mutation { issueKey(client: \"all-scopes\", key: {label: \"all\"}) { secret } }")
                .getString("issueKey.secret");
        Gateway.verify(key).then().body("scopes", contains("a:read", "b:read"));
    }

    @Test
    void losesTheScopesThatItsClientLoses() {
        register("fewer-scopes", "a:read", "b:read");
        String key = issue("fewer-scopes", "a:read", "b:read");
        ADMIN.data("mutation { changeClient(id: \"fewer-scopes\", change: {scopes: [\"b:read\"]}) { id } }");
        Gateway.verify(key).then().statusCode(200).body("scopes", contains("b:read"));
    }

    @Test
    void isRefusedAfterItsEnd() {
        register("ended-key");
        OffsetDateTime end = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).withNano(0);
        String key = ADMIN.data("mutation { issueKey(client: \"ended-key\", key: {label: \"a day\", expiresAt: \"" + end
                        + "\"}) { secret } }")
                .getString("issueKey.secret");
        Gateway.verify(key)
                .then()
                .statusCode(200)
                .body("expiresAt", equalTo(end.toInstant().toString()));

        update("update api_key set expires_at = now() - interval '1 second' where prefix = ?", prefix(key));
        Gateway.verify(key).then().statusCode(410).body("code", equalTo("KEY_EXPIRED"));
        assertEquals("EXPIRED", state("ended-key"));
    }

    @Test
    void isGoodBesideItsSuccessorUntilTheOverlapEnds() {
        register("rotating", "a:read");
        String old = issue("rotating", "a:read");
        JsonPath rotated = ADMIN.data("mutation { rotateKey(prefix: \"" + prefix(old)
                + "\", overlap: \"PT1H\") { secret key { label scopes } } }");
        String successor = rotated.getString("rotateKey.secret");

        assertEquals("of a test", rotated.getString("rotateKey.key.label"));
        assertEquals(List.of("a:read"), rotated.getList("rotateKey.key.scopes"));
        Gateway.verify(successor).then().statusCode(200);
        String until = Gateway.verify(old).then().statusCode(200).extract().path("expiresAt");
        long minutes = Duration.between(Instant.now(), Instant.parse(until)).toMinutes();
        assertTrue(minutes == 59 || minutes == 60, until);
        assertEquals(
                List.of("ACTIVE", "ROTATED_OUT"),
                ADMIN.data("{ client(id: \"rotating\") { keys { nodes { state } } } }")
                        .getList("client.keys.nodes.state"));

        update("update api_key set overlap_ends_at = now() - interval '1 second' where prefix = ?", prefix(old));
        Gateway.verify(old).then().statusCode(410).body("code", equalTo("KEY_EXPIRED"));
        Gateway.verify(successor).then().statusCode(200);
    }

    @Test
    void endsAtOnceWithoutAnOverlap() {
        register("no-overlap");
        String old = issue("no-overlap");
        ADMIN.data("mutation { rotateKey(prefix: \"" + prefix(old) + "\", overlap: \"PT0S\") { secret } }");
        Gateway.verify(old).then().statusCode(410).body("code", equalTo("KEY_EXPIRED"));
    }

    @Test
    void isRotatedOnceOnly() {
        register("rotated-twice");
        String old = issue("rotated-twice");
        String rotate = "mutation { rotateKey(prefix: \"" + prefix(old) + "\") { secret } }";
        ADMIN.data(rotate);
        assertEquals(
                "CONFLICT: The key '" + prefix(old) + "' is ROTATED_OUT and cannot be rotated.", ADMIN.error(rotate));
    }

    @Test
    void refusesAnOverlapThatIsOutOfRange() {
        register("long-overlap");
        String key = prefix(issue("long-overlap"));
        assertEquals(
                "BAD_USER_INPUT: `overlap` is P31D; it must be from PT0S to P30D.",
                ADMIN.error("mutation { rotateKey(prefix: \"" + key + "\", overlap: \"P31D\") { secret } }"));
        assertEquals(
                "BAD_USER_INPUT: `overlap` is -PT1S; it must be from PT0S to P30D.",
                ADMIN.error("mutation { rotateKey(prefix: \"" + key + "\", overlap: \"-PT1S\") { secret } }"));
        assertEquals(
                "BAD_USER_INPUT: `overlap` is 'a day', which is no duration of ISO 8601.",
                ADMIN.error("mutation { rotateKey(prefix: \"" + key + "\", overlap: \"a day\") { secret } }"));
        ADMIN.data("mutation { rotateKey(prefix: \"" + key + "\", overlap: \"P30D\") { secret } }");
    }

    @Test
    void tellsWhyItWasRevokedAndKeepsTheFirstReason() {
        register("revoked-key");
        String key = issue("revoked-key");
        ADMIN.data("mutation { revokeKey(prefix: \"" + prefix(key) + "\", reason: \"It was lost\") { state } }");
        JsonPath again =
                ADMIN.data("mutation { revokeKey(prefix: \"" + prefix(key) + "\", reason: \"again\") { state } }");

        assertEquals("REVOKED", again.getString("revokeKey.state"));
        Gateway.verify(key)
                .then()
                .statusCode(410)
                .body("code", equalTo("KEY_REVOKED"))
                .body("message", containsString("It was lost"));
    }

    @Test
    void isStillKnownAsRevokedWhenAnotherIsIssued() {
        register("revoked-before");
        String key = issue("revoked-before");
        ADMIN.data("mutation { revokeKey(prefix: \"" + prefix(key) + "\", reason: \"It was lost\") { state } }");
        issue("revoked-before");

        Gateway.verify(key).then().statusCode(410).body("code", equalTo("KEY_REVOKED"));
    }

    @Test
    void isUnknownToGatewaysIfNobodyIssuedIt() {
        Gateway.verify("lck_Nobody00_" + "0".repeat(43)).then().statusCode(404).body("code", equalTo("KEY_UNKNOWN"));
    }

    @Test
    void refusesScopesThatTheClientDoesNotHave() {
        register("few-scopes", "a:read");
        assertEquals(
                "BAD_USER_INPUT: `scopes` has 'b:read', which is not among those of the client 'few-scopes': a:read.",
                ADMIN.error("mutation { issueKey(client: \"few-scopes\", key: {label: \"x\", scopes: [\"b:read\"]})"
                        + " { secret } }"));
    }

    @Test
    void refusesAnEndThatIsPast() {
        register("past-end");
        assertEquals(
                "BAD_USER_INPUT: `expiresAt` is 2020-01-01T00:00Z; it must be after now and within three years.",
                ADMIN.error("mutation { issueKey(client: \"past-end\", key: {label: \"x\", expiresAt:"
                        + " \"2020-01-01T00:00:00Z\"}) { secret } }"));
    }

    /** Twenty keys are good; the twenty-first is one too many, and may be issued once one of them is not good any more. */
    @Test
    void areTwentyOfAClientAtMost() {
        register("many-keys");
        String last = "";
        for (int count = 0; count < 20; count++) {
            last = issue("many-keys");
        }
        String another = "mutation { issueKey(client: \"many-keys\", key: {label: \"x\"}) { secret } }";
        assertEquals(
                "LIMIT_EXCEEDED: 'many-keys' has 20 keys that are good already, the most that there may be (20).",
                ADMIN.error(another));
        ADMIN.data("mutation { revokeKey(prefix: \"" + prefix(last) + "\", reason: \"room\") { state } }");
        ADMIN.data(another);
    }

    @Test
    void areListedLatestFirstByPages() {
        register("paged-keys");
        List<String> issued =
                List.of(prefix(issue("paged-keys")), prefix(issue("paged-keys")), prefix(issue("paged-keys")));
        JsonPath first = ADMIN.data("{ client(id: \"paged-keys\") { keys(first: 2) { nodes { prefix }"
                + " pageInfo { hasNextPage endCursor } } } }");
        assertEquals(List.of(issued.get(2), issued.get(1)), first.getList("client.keys.nodes.prefix"));
        JsonPath second = ADMIN.data("{ client(id: \"paged-keys\") { keys(first: 2, after: \""
                + first.getString("client.keys.pageInfo.endCursor")
                + "\") { nodes { prefix } pageInfo { hasNextPage } } } }");
        assertEquals(List.of(issued.getFirst()), second.getList("client.keys.nodes.prefix"));
        assertFalse(second.getBoolean("client.keys.pageInfo.hasNextPage"));
        JsonPath last = ADMIN.data("{ client(id: \"paged-keys\") { keys(last: 2) { nodes { prefix }"
                + " pageInfo { hasPreviousPage startCursor } } } }");
        assertEquals(List.of(issued.get(1), issued.getFirst()), last.getList("client.keys.nodes.prefix"));
        assertTrue(last.getBoolean("client.keys.pageInfo.hasPreviousPage"));
        JsonPath before = ADMIN.data("{ client(id: \"paged-keys\") { keys(last: 2, before: \""
                + last.getString("client.keys.pageInfo.startCursor")
                + "\") { nodes { prefix } pageInfo { hasPreviousPage hasNextPage } } } }");
        assertEquals(List.of(issued.get(2)), before.getList("client.keys.nodes.prefix"));
        assertFalse(before.getBoolean("client.keys.pageInfo.hasPreviousPage"));
        assertTrue(before.getBoolean("client.keys.pageInfo.hasNextPage"));
    }

    private static String state(String client) {
        return ADMIN.data("{ client(id: \"" + client + "\") { keys { nodes { state } } } }")
                .getString("client.keys.nodes[0].state");
    }
}
