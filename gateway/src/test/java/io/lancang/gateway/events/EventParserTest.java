package io.lancang.gateway.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventParserTest implements EventParser.Receiver {
    private final List<String> events = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void readsEventsWhateverEndsTheirLinesAndWhereverTheyAreCut(String lineEnd) {
        String stream = "event: next\ndata: {\"data\":\"老挝\"}\n\nevent:complete\ndata:\n\n".replace("\n", lineEnd);

        feedInPieces(stream, 1, 1000);

        assertEquals(List.of("next {\"data\":\"老挝\"}", "complete "), events);
    }

    @Test
    void joinsTheLinesOfOneEvent() {
        feedInPieces("data: {\ndata:  1\ndata: }\n\n", 5, 1000);

        assertEquals(List.of(" {\n 1\n}"), events);
    }

    @Test
    void passesOverCommentsAndFieldsForOtherClients() {
        feedInPieces(":\n\n: still here\n\nid: 7\nretry: 100\nevent: next\ndata: 1\nunknown\n\n", 7, 1000);

        assertEquals(List.of("next 1"), events);
    }

    @Test
    void doesNotTellOfAnEventThatIsNotComplete() {
        feedInPieces("event: next\ndata: 1\n", 100, 1000);

        assertEquals(List.of(), events);
    }

    @Test
    void stopsAtAnEventThatIsTooLargeEvenInManyLines() {
        feedInPieces("data: 12345678\ndata: 12345678\n\nevent: next\ndata: 1\n\n", 100, 20);

        assertEquals(List.of("too large"), events);
    }

    private void feedInPieces(String stream, int size, long maximum) {
        EventParser parser = new EventParser(this, maximum);
        Buffer all = Buffer.buffer(stream);
        for (int begin = 0; begin < all.length(); begin += size) {
            parser.receive(all.slice(begin, Math.min(all.length(), begin + size)));
        }
    }

    @Override
    public void event(String name, byte[] data) {
        events.add(name + " " + new String(data, UTF_8));
    }

    @Override
    public void tooLarge() {
        events.add("too large");
    }
}
