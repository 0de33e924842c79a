package io.lancang.gateway.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subgraph with two servers, one of which is out of the weather: with the defaults, no query fails. */
@QuarkusTest
@WithTestResource(value = StormGraph.class, initArgs = @ResourceArg(name = "servers", value = "2"))
class StormAtOneServerTest extends StormOverHttp {
    private int askedBefore;

    @BeforeEach
    void isFair() throws Exception {
        // Both are in use again, and it is known what is late.
        do {
            askedBefore = graph.trade().asked();
            run(Weather.FAIR, 2);
        } while (graph.trade().asked() - askedBefore < CONNECTIONS);
        askedBefore = graph.trade().asked();
    }

    @Test
    void losesNoQueryWhileOneIsAway() throws Exception {
        StormResult result = run(Weather.ONE_AWAY, 2);

        assertEquals(0, result.failed());
        assertTrue(event("server_ejected") > 0);
    }

    @Test
    void losesNoQueryWhileOneAnswersThatItIsAwayAndHardlyAsksIt() throws Exception {
        StormResult result = run(Weather.ONE_503, 2);

        assertEquals(0, result.failed());
        assertTrue(event("server_ejected") > 0);
        // As many as had been sent when the third failure came back, and one after each pause. None at all, if it was
        // late just before.
        int asked = graph.trade().asked() - askedBefore;
        assertTrue(asked <= 3 + 2 * CONNECTIONS, () -> asked + " requests");
    }

    @Test
    void losesNoQueryWhileOneHangs() throws Exception {
        assertEquals(0, run(Weather.ONE_HANGS, 2).failed());
    }
}
