package io.lancang.gateway.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextFramesTest {
    private final List<String> messages = new ArrayList<>();
    private final List<TextFrames.Fault> faults = new ArrayList<>();
    private final TextFrames frames = new TextFrames(4, text -> messages.add(new String(text, UTF_8)), faults::add);

    @Test
    void putsAMessageTogetherAndBeginsTheNextAnew() {
        frames.receive(WebSocketFrame.textFrame("a", false));
        frames.receive(WebSocketFrame.continuationFrame(Buffer.buffer("b"), false));
        assertEquals(List.of(), messages);
        frames.receive(WebSocketFrame.continuationFrame(Buffer.buffer("cd"), true));
        frames.receive(WebSocketFrame.textFrame("efgh", true));

        assertEquals(List.of("abcd", "efgh"), messages);
        assertEquals(List.of(), faults);
    }

    @Test
    void refusesAMessageThatIsOneByteTooLong() {
        frames.receive(WebSocketFrame.textFrame("abc", false));
        frames.receive(WebSocketFrame.continuationFrame(Buffer.buffer("de"), false));

        assertEquals(List.of(TextFrames.Fault.TOO_LARGE), faults);

        // Nothing of what was refused counts towards the next.
        frames.receive(WebSocketFrame.textFrame("fghi", true));
        assertEquals(List.of("fghi"), messages);
    }

    @Test
    void refusesBinaryDataAndTakesNoNoticeOfPings() {
        frames.receive(WebSocketFrame.pingFrame(Buffer.buffer("ping")));
        assertEquals(List.of(), faults);

        frames.receive(WebSocketFrame.binaryFrame(Buffer.buffer("ab"), true));

        assertEquals(List.of(TextFrames.Fault.BINARY), faults);
        assertEquals(List.of(), messages);
    }

    @Test
    void takesACharacterThatIsInTwoFrames() {
        // U+8001 is E8 80 81.
        frames.receive(WebSocketFrame.continuationFrame(Buffer.buffer(new byte[] {(byte) 0xE8, (byte) 0x80}), false));
        frames.receive(WebSocketFrame.continuationFrame(Buffer.buffer(new byte[] {(byte) 0x81}), true));

        assertEquals(List.of("\u8001"), messages);
    }

    @Test
    void refusesAMessageThatIsNoUtf8() {
        frames.receive(WebSocketFrame.continuationFrame(Buffer.buffer(new byte[] {(byte) 0xE8, (byte) 0x80}), true));

        assertEquals(List.of(TextFrames.Fault.NOT_UTF8), faults);
        assertEquals(List.of(), messages);
    }

    @Test
    void tellsAFrameThatIsTooLargeFromOtherFaults() {
        assertTrue(TextFrames.isTooLarge(
                new CorruptedWebSocketFrameException(WebSocketCloseStatus.MESSAGE_TOO_BIG, "too big")));
        assertFalse(TextFrames.isTooLarge(
                new CorruptedWebSocketFrameException(WebSocketCloseStatus.PROTOCOL_ERROR, "reserved bits")));
        assertFalse(TextFrames.isTooLarge(new IOException("reset")));
    }
}
