package io.lancang.integration.webhook.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.integration.webhook.event.EventReader.ReadEvent;
import io.lancang.integration.webhook.event.TakenEvents.Judgement;
import org.junit.jupiter.api.Test;

/** An event with errors is asked for again twice. */
class TakenEventsTest {
    private final TakenEvents events = new TakenEvents("wh_1", "releasePublished", 2_000, 2);

    private static ReadEvent withErrors(String id) {
        String answer = "{\"data\":null,\"errors\":[{\"message\":\"down\"}]}";
        return new ReadEvent(id, "next", answer, answer.length());
    }

    @Test
    void areDeliveredWithTheirErrorsWhereAskingAgainDoesNotHelp() {
        assertInstanceOf(Judgement.Incomplete.class, events.judge(withErrors("7")));
        assertInstanceOf(Judgement.Incomplete.class, events.judge(withErrors("7")));
        Judgement.Good third = assertInstanceOf(Judgement.Good.class, events.judge(withErrors("7")));

        assertEquals("7", third.taken().place());
        assertTrue(third.taken().payload().contains("\"errors\""), third.taken().payload());
    }

    @Test
    void areAskedForAgainAsOftenEachWhenTheOneBeforeIsKept() {
        assertInstanceOf(Judgement.Incomplete.class, events.judge(withErrors("7")));
        assertInstanceOf(Judgement.Incomplete.class, events.judge(withErrors("7")));
        assertInstanceOf(Judgement.Good.class, events.judge(withErrors("7")));
        events.complete();

        assertInstanceOf(Judgement.Incomplete.class, events.judge(withErrors("8")));
    }
}
