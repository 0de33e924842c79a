package io.lancang.gateway.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that cannot be held fails the start, and the message names its key. */
class InvalidRulesTest {
    private static final String FIRST = "lancang.gateway.headers.request[0]";

    @Test
    void refusesARuleOfTwoActionsOrNone() {
        assertTrue(refusal("request[0].propagate", "x-a", "request[0].remove", "x-b")
                .startsWith(FIRST + " has propagate and remove, but a rule has one of "));
        assertTrue(refusal("request[0].value", "x").startsWith(FIRST + " has no action, but a rule has one of "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rename", "default", "value"})
    void refusesASettingThatBelongsToAnotherAction(String setting) {
        String message = refusal("request[0].remove", "x-a", "request[0]." + setting, "x");

        assertTrue(message.endsWith("its action is remove. Remove " + FIRST + "." + setting + "."), message);
    }

    @Test
    void refusesToSetNothing() {
        assertEquals(
                FIRST + " sets \"x-a\" without a value. Give " + FIRST + ".value.", refusal("request[0].set", "X-A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\r\nx-admin: yes", "secret\n", "secret\u0000", "secretä", " secret"})
    void refusesAValueThatIsNoneAndDoesNotRepeatIt(String value) {
        String message = refusal("request[0].set", "x-a", "request[0].value", value);

        assertTrue(message.startsWith(FIRST + ".value is no value of a header"), message);
        assertFalse(message.contains("secret"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lancang-Client", "lancang-scopes", "lancang-roles", "lancang-gateway-token"})
    void refusesNamesByWhichTheGatewaySaysWhoTheClientIs(String name) {
        for (String key : new String[] {"propagate", "set", "remove"}) {
            assertTrue(refusal("request[0]." + key, name)
                    .startsWith(FIRST + "." + key + " names \"" + name
                            + "\", by which the gateway says who the client of a key is"));
        }
        assertTrue(refusal("request[0].propagate", "x-a", "request[0].rename", name)
                .startsWith(FIRST + ".rename names \"" + name + "\""));
        assertFalse(HeaderNames.mayBeSent(name), "and no extension either");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length", "host", "Transfer-Encoding", "Sec-WebSocket-Protocol", "accept"})
    void refusesNamesOfOneConnectionOrBody(String name) {
        for (String key : new String[] {"propagate", "set", "remove"}) {
            assertTrue(refusal("request[0]." + key, name)
                    .startsWith(FIRST + "." + key + " names \"" + name
                            + "\", which belongs to one connection or one body"));
        }
        assertTrue(refusal("request[0].propagate", "x-a", "request[0].rename", name)
                .startsWith(FIRST + ".rename names \"" + name + "\""));
    }

    @Test
    void refusesNamesOfTracesWhichScopesLeaveOut() {
        String message = refusal("request[0].propagate", "x-user", "request[0].rename", "Traceparent");

        assertTrue(message.startsWith(FIRST + ".rename names \"Traceparent\", which belongs to traces"), message);
    }

    @Test
    void refusesNamesThatClaimsFill() {
        ConfigurationException refusal = assertThrows(
                ConfigurationException.class,
                () -> RequestRulesTest.rules(Map.of(
                        "access.claim-headers.\"X-Subject\"", "sub",
                        "headers.request[0].propagate", "x-a",
                        "headers.request[0].rename", "x-subject")));

        assertTrue(String.valueOf(refusal.getMessage())
                .startsWith(FIRST + ".rename names \"x-subject\", which lancang.gateway.access.claim-headers fills"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x a", "x:", "x-*", "ä"})
    void refusesWhatIsNoName(String name) {
        assertTrue(refusal("request[0].propagate", name)
                .startsWith(FIRST + ".propagate names \"" + name + "\", but a header's name is "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-a", "x-(a|b)*", "^x-[a-z]*$"})
    void refusesWhatIsNoPattern(String pattern) {
        String message = refusal("request[0].matching", pattern);

        assertTrue(message.startsWith(FIRST + ".matching is \"" + pattern + "\", but a pattern is "), message);
    }

    @Test
    void namesTheRuleOfASubgraph() {
        ConfigurationException refusal = assertThrows(
                ConfigurationException.class,
                () -> RequestRulesTest.rules(Map.of(
                        "subgraphs.\"trade\".headers.request[0].remove", "x-a",
                        "subgraphs.\"trade\".headers.request[1].remove", "host")));

        assertTrue(String.valueOf(refusal.getMessage())
                .startsWith("lancang.gateway.subgraphs.\"trade\".headers.request[1].remove names \"host\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cache-Control", "vary", "ETag", "Content-Encoding", "Access-Control-Allow-Origin"})
    void refusesToSendClientsWhatTheGatewaySaysItself(String name) {
        String key = "lancang.gateway.headers.response[0]";

        assertTrue(refusal("response[0].propagate", name)
                .startsWith(key + ".propagate would send clients \"" + name + "\""));
        assertTrue(refusal("response[0].propagate", "x-a", "response[0].rename", name)
                .startsWith(key + ".rename would send clients \"" + name + "\""));
    }

    @Test
    void refusesTwoStrategiesForOneHeader() {
        String message = refusal(
                "response[0].propagate", "x-a",
                "response[0].rename", "x-c",
                "response[1].propagate", "x-b",
                "response[1].rename", "X-C",
                "response[1].strategy", "last");

        assertTrue(message.contains("send clients \"x-c\" by the strategies FIRST and LAST"), message);
    }

    private static String refusal(String... keysAndValues) {
        Map<String, String> keys = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            keys.put("headers." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return String.valueOf(assertThrows(ConfigurationException.class, () -> RequestRulesTest.rules(keys))
                .getMessage());
    }
}
