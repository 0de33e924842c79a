package io.lancang.gateway.subgraph.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

/** Which questions are the same, so that one answer is given to all who ask. */
class AskedQuestionTest {
    private static final String TYPENAME = "{\"query\":\"{ __typename }\"}";

    private final AskedQuestion asked = question("trade", "Bearer a", TYPENAME, 1);

    @Test
    void isTheSameForAllWhoAskTheSameInTheSameName() {
        assertEquals(asked, question("trade", "Bearer a", TYPENAME, 1));
        assertEquals(
                asked.hashCode(), question("trade", "Bearer a", TYPENAME, 1).hashCode());
    }

    /** Two subgraphs may be asked in the same words, for a type that both have. */
    @Test
    void isAnotherForAnotherSubgraphAnotherClientAnotherTextAndAfterAChange() {
        assertNotEquals(asked, question("corridor", "Bearer a", TYPENAME, 1));
        assertNotEquals(asked, question("trade", "Bearer b", TYPENAME, 1));
        assertNotEquals(asked, question("trade", "Bearer a", "{\"query\":\"{ a: __typename }\"}", 1));
        assertNotEquals(asked, question("trade", "Bearer a", TYPENAME, 2));
    }

    private static AskedQuestion question(String subgraph, String authorization, String body, long changes) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Authorization", authorization);
        return new AskedQuestion(
                subgraph, ClientScope.of(headers, /* isIdentified= */ true), body.getBytes(UTF_8), changes);
    }
}
