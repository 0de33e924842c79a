package io.lancang.gateway.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {
    private static final String ALL = "headers.request";
    private static final String TRADE = "subgraphs.\"trade\".headers.request";

    @Test
    void sendsAllLinesOfANamedHeader() {
        MultiMap client = client("X-Person", "a").add("x-person", "b");

        OutgoingHeaders sent = sent(Map.of(ALL + "[0].propagate", "X-PERSON"), client, "trade");

        assertEquals(List.of("a", "b"), sent.all().getAll("X-Person"));
    }

    @Test
    void sendsAHeaderUnderAnotherNameOnly() {
        Map<String, String> rules = Map.of(ALL + "[0].propagate", "X-Person", ALL + "[0].rename", "X-Subject");

        OutgoingHeaders sent = sent(rules, client("X-Person", "a"), "trade");

        assertEquals(Set.of("x-subject"), sent.all().names());
        assertEquals(List.of("a"), sent.all().getAll("x-subject"));
    }

    @Test
    void sendsTheDefaultToClientsThatSendNothingAlone() {
        Map<String, String> rules = Map.of(ALL + "[0].propagate", "X-Person", ALL + "[0].default", "nobody");

        assertEquals(
                List.of("nobody"),
                sent(rules, client("X-Other", "a"), "trade").all().getAll("x-person"));
        assertEquals(
                List.of("a"),
                sent(rules, client("X-Person", "a"), "trade").all().getAll("x-person"));
    }

    @Test
    void sendsAFixedValueWhateverTheClientSends() {
        Map<String, String> rules =
                Map.of(ALL + "[0].propagate", "X-Router", ALL + "[1].set", "X-Router", ALL + "[1].value", "Lancang");

        assertEquals(
                List.of("Lancang"),
                sent(rules, client("X-Router", "forged"), "trade").all().getAll("x-router"));
    }

    @Test
    void appliesRulesInOrder() {
        Map<String, String> removedLast = Map.of(ALL + "[0].propagate", "X-Person", ALL + "[1].remove", "X-Person");
        Map<String, String> removedFirst = Map.of(ALL + "[0].remove", "X-Person", ALL + "[1].propagate", "X-Person");

        assertFalse(sent(removedLast, client("X-Person", "a"), "trade").all().contains("x-person"));
        assertTrue(sent(removedFirst, client("X-Person", "a"), "trade").all().contains("x-person"));
    }

    @Test
    void appliesRulesOfASubgraphToItAloneAndAfterThoseOfAll() {
        Map<String, String> rules = Map.of(
                ALL + "[0].set", "X-Router",
                ALL + "[0].value", "for all",
                TRADE + "[0].set", "X-Router",
                TRADE + "[0].value", "for trade");
        SubgraphHeaders headers = headers(rules, client("a", "b"));

        assertEquals("for trade", headers.of("trade").all().get("x-router"));
        assertEquals("for all", headers.of("corridor").all().get("x-router"));
        assertSame(headers.of("corridor"), headers.of("another"));
        assertSame(headers.of("trade"), headers.of("trade"));
    }

    @Test
    void removesForOneSubgraphWhatIsForwardedToAll() {
        MultiMap forwarded = client("authorization", "Bearer a");
        SubgraphHeaders headers = rules(Map.of(TRADE + "[0].remove", "Authorization"))
                .forClient(client("Authorization", "Bearer a"), forwarded, ignored -> {}, SubgraphIdentity.NONE);

        assertFalse(headers.of("trade").all().contains("authorization"));
        assertFalse(headers.of("trade").hasCredentials());
        assertTrue(headers.of("corridor").all().contains("authorization"));
        assertTrue(headers.of("corridor").hasCredentials());
    }

    @Test
    void letsNoRuleUndoWhatIsDoneLast() {
        HeaderRules rules = rules(Map.of(TRADE + "[0].matching", "*"));
        SubgraphHeaders headers = rules.forClient(
                client("X-Subject", "forged"),
                client("a", "b"),
                sent -> sent.set("X-Subject", "real"),
                SubgraphIdentity.NONE);

        assertEquals(List.of("real"), headers.of("trade").all().getAll("x-subject"));
        assertEquals(List.of("real"), headers.of("corridor").all().getAll("x-subject"));
    }

    @ParameterizedTest
    @CsvSource({
        "x-*, x-, true",
        "x-*, x-a, true",
        "X-*, x-a, true",
        "x-*, ax-a, false",
        "*-id, a-id, true",
        "*-id, a-id-b, false",
        "x-*-id, x-a-id, true",
        "x-*-id, x-id, false",
        "a*b*c*d, abcd, true",
        "a*b*c*d, a1b2c3d, true",
        "a*b*c*d, acbd, false",
        "a*bc*cd, abcd, false",
        "*, a, true"
    })
    void matchesNamesByPattern(String pattern, String name, boolean isMatched) {
        OutgoingHeaders sent = sent(Map.of(ALL + "[0].matching", pattern), client(name, "a"), "trade");

        assertEquals(isMatched, sent.all().contains(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Baggage",
                "Connection",
                "Content-Length",
                "Content-Type",
                "Cookie",
                "Host",
                "If-None-Match",
                "Lancang-Explain",
                "Range",
                "Sec-WebSocket-Key",
                "Traceparent",
                "Transfer-Encoding",
                "Upgrade",
                "X-Hop",
                "X-Subject"
            })
    void sendsNothingByPatternThatMustBeNamedOrIsOfTheConnection(String name) {
        Map<String, String> rules = Map.of(ALL + "[0].matching", "*", "access.claim-headers.\"X-Subject\"", "sub");
        MultiMap client = client(name, "a").add("X-Other", "b").add("connection", "close, X-Hop");

        assertEquals(Set.of("x-other"), sent(rules, client, "trade").all().names());
    }

    @Test
    void sendsCredentialsThatAreNamedAndKnowsThemUnderAnyName() {
        Map<String, String> rules = Map.of(
                ALL + "[0].propagate", "Cookie",
                ALL + "[0].rename", "X-Session",
                ALL + "[1].propagate", "X-Key",
                ALL + "[1].rename", "Authorization",
                ALL + "[1].default", "for everybody");

        OutgoingHeaders cookie = sent(rules, client("Cookie", "a"), "trade");
        assertEquals("a", cookie.all().get("x-session"));
        assertTrue(cookie.hasCredentials());
        assertTrue(sent(rules, client("X-Key", "a"), "trade").hasCredentials());
        // The default is the same for all, and so says nothing of anybody.
        OutgoingHeaders nobody = sent(rules, client("X-Other", "a"), "trade");
        assertEquals("for everybody", nobody.all().get("authorization"));
        assertFalse(nobody.hasCredentials());
    }

    @Test
    void tellsOnWhichHeadersOfClientsAnswersDepend() {
        assertEquals(
                Set.of("x-person", "x-place"),
                rules(Map.of(
                                ALL + "[0].propagate", "X-Person",
                                ALL + "[0].rename", "X-Subject",
                                ALL + "[1].remove", "X-Other",
                                TRADE + "[0].propagate", "X-Place",
                                TRADE + "[1].set", "X-Router",
                                TRADE + "[1].value", "a"))
                        .asked());
        assertEquals(Set.of("*"), rules(Map.of(TRADE + "[0].matching", "x-*")).asked());
    }

    static HeaderRules rules(Map<String, String> keys) {
        return new HeaderRules(TestConfig.with(keys));
    }

    private static SubgraphHeaders headers(Map<String, String> keys, MultiMap client) {
        return rules(keys).forClient(client, MultiMap.caseInsensitiveMultiMap(), ignored -> {}, SubgraphIdentity.NONE);
    }

    private static OutgoingHeaders sent(Map<String, String> keys, MultiMap client, String subgraph) {
        return headers(keys, client).of(subgraph);
    }

    private static MultiMap client(String name, String value) {
        return MultiMap.caseInsensitiveMultiMap().add(name, value);
    }
}
