package io.lancang.integration.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.integration.webhook.event.EventReader.ReadEvent;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private final List<ReadEvent> events = new ArrayList<>();
    private final EventReader reader = new EventReader(10, events::add);

    @Test
    void takesEventsApartWhereverTheirPiecesBreak() {
        for (byte each :
                ":\n\nid: 7\r\nevent: next\r\ndata: {\"ä\":1}\r\n\r\nevent: complete\ndata: \n\n".getBytes(UTF_8)) {
            reader.read(Buffer.buffer(new byte[] {each}));
        }
        // {"ä":1} has eight bytes.
        assertEquals(List.of(new ReadEvent("7", "next", "{\"ä\":1}", 8), new ReadEvent("", "complete", "", 0)), events);
    }

    @Test
    void keepsOfALargeEventHowLargeItIs() {
        reader.read(Buffer.buffer("id: 8\nevent: next\ndata: " + "x".repeat(5_000) + "\n\nid: 9\ndata: small\n\n"));
        assertEquals(List.of(new ReadEvent("8", "next", "", 5_000), new ReadEvent("9", "", "small", 5)), events);
    }
}
