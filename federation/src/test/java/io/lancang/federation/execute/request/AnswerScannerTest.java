package io.lancang.federation.execute.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.federation.Piece;
import io.lancang.federation.execute.request.AnswerScanner.Envelope;
import io.lancang.federation.json.MalformedJsonException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerScannerTest {
    private static final String ANSWER = "{ \"errors\" : [ 1 , {} ], \"more\":[], \"data\":{\"a\":[1,2]} }";

    @Test
    void findsTheMembersThatCountWhereverTheyStand() throws MalformedJsonException {
        Envelope envelope = AnswerScanner.envelope(ANSWER.getBytes(US_ASCII));

        assertEquals("{\"a\":[1,2]}", text(envelope.data()));
        assertEquals("[ 1 , {} ]", text(envelope.errors()));
        assertNull(AnswerScanner.envelope("{}".getBytes(US_ASCII)).data());
        assertFalse(AnswerScanner.envelope("{\"data\":[]}".getBytes(US_ASCII)).hasData());
    }

    @Test
    void refusesAnAnswerWhereverItBreaksOffOrGoesOn() {
        byte[] answer = ANSWER.getBytes(US_ASCII);
        for (int length = 0; length < answer.length; length++) {
            byte[] beginning = Arrays.copyOf(answer, length);
            assertThrows(
                    MalformedJsonException.class, () -> AnswerScanner.envelope(beginning), ANSWER.substring(0, length));
        }
        assertThrows(MalformedJsonException.class, () -> AnswerScanner.envelope((ANSWER + "1").getBytes(US_ASCII)));
        assertThrows(MalformedJsonException.class, () -> AnswerScanner.envelope("{".getBytes(US_ASCII)));
    }

    private static String text(@Nullable Piece piece) {
        return piece == null ? "none" : new String(piece.json(), piece.from(), piece.to() - piece.from(), US_ASCII);
    }
}
