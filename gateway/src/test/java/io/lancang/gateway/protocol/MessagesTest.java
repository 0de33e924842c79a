package io.lancang.gateway.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessagesTest {
    @Test
    void cutsThePayloadOutAsItStands() throws MalformedMessageException {
        Message message = read("{\"payload\" : {\"data\": {\"n\": 1.50, \"老\": []}} , \"id\":\"1\",\"type\":\"next\"}");

        assertEquals(MessageType.NEXT, message.type());
        assertEquals("1", message.id());
        assertArrayEquals("{\"data\": {\"n\": 1.50, \"老\": []}}".getBytes(UTF_8), message.payload());
    }

    @Test
    void takesAPayloadThatIsNullForNone() throws MalformedMessageException {
        assertNull(read("{\"type\":\"connection_init\",\"payload\":null,\"other\":[{}]}")
                .payload());
    }

    @Test
    void takesAnIdThatIsNullForNone() throws MalformedMessageException {
        Message message = read("{\"id\":null,\"type\":\"connection_init\"}");

        assertEquals(MessageType.CONNECTION_INIT, message.type());
        assertNull(message.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {                                     | Message must be JSON
                    []                                    | Message must be a JSON object
                    {} {}                                 | Message has text after its end
                    {}                                    | Message has no type
                    {"type":"start"}                      | Unknown message type start
                    {"type":1}                            | Message's type must be a string
                    {"type":"subscribe"}                  | Message subscribe has no id
                    {"type":"subscribe","id":null}        | Message subscribe has no id
                    {"type":"complete","id":null}         | Message complete has no id
                    {"type":"ping","id":1}                | Message's id must be a string
                    {"type":"complete","id":""}           | Message complete has no id
                    {"type":"next","id":"1","payload":"x"}| Message's payload must be an object or a list
                    """)
    void saysWhatIsWrong(String text, String problem) {
        assertEquals(
                problem,
                assertThrows(MalformedMessageException.class, () -> read(text)).getMessage());
    }

    @Test
    void writesWhatItReads() throws MalformedMessageException {
        byte[] payload = "{\"data\":{\"n\":1.50}}".getBytes(UTF_8);

        Message message = read(MessageWriter.about("\"\\\n老", MessageType.NEXT, payload));

        assertEquals("\"\\\n老", message.id());
        assertArrayEquals(payload, message.payload());
        assertEquals("{\"type\":\"pong\"}", MessageWriter.plain(MessageType.PONG));
    }

    @Test
    void writesMessagesWithAndWithoutPayload() {
        byte[] bytes = "{\"a\":1}, and more".getBytes(UTF_8);

        assertEquals("{\"type\":\"ping\",\"payload\":{\"a\":1}}", MessageWriter.plain(MessageType.PING, "{\"a\":1}"));
        assertEquals("{\"id\":\"7\",\"type\":\"complete\"}", MessageWriter.about("7", MessageType.COMPLETE));
        assertEquals(
                "{\"id\":\"7\",\"type\":\"next\",\"payload\":{\"a\":1}}",
                MessageWriter.about("7", MessageType.NEXT, bytes, 7));
    }

    @Test
    void takesAListForAPayload() throws MalformedMessageException {
        assertArrayEquals(
                "[ 1, {} ]".getBytes(UTF_8),
                read("{\"type\":\"error\",\"id\":\"1\",\"payload\": [ 1, {} ]}").payload());
    }

    @Test
    void needsNoIdForWhatIsAboutNoOperation() throws MalformedMessageException {
        for (String type : new String[] {"connection_init", "connection_ack", "ping", "pong"}) {
            assertEquals(type, read("{\"type\":\"" + type + "\"}").type().text());
        }
    }

    /** The reason of a close frame has room for 123 bytes. */
    @Test
    void shortensATypeThatItDoesNotKnow() {
        assertEquals("Unknown message type " + "x".repeat(24), problem("{\"type\":\"" + "x".repeat(24) + "\"}"));
        assertEquals(
                "Unknown message type " + "x".repeat(24) + "...", problem("{\"type\":\"" + "x".repeat(25) + "\"}"));
    }

    @Test
    void refusesAPayloadThatNestsDeeperThanItReads() throws MalformedMessageException {
        // The message itself is the first of the thousand levels.
        String deepest = "{\"type\":\"next\",\"id\":\"1\",\"payload\":" + "[".repeat(999) + "]".repeat(999) + "}";
        String tooDeep = "{\"type\":\"next\",\"id\":\"1\",\"payload\":" + "[".repeat(1000) + "]".repeat(1000) + "}";

        assertNotNull(read(deepest).payload());
        assertEquals("Message is more than the gateway reads", problem(tooDeep));
    }

    @Test
    void readsAMessageOfAClientWithAsManyDifferentNamesAsAllowed() throws MalformedMessageException {
        String text = "{\"id\": \"1\", \"type\": \"subscribe\", \"payload\": {\"a\": 1, \"b\": [{\"a\": 1}]}}";

        assertNotNull(MessageReader.read(text.getBytes(UTF_8), 5).payload());
        String message = assertThrows(
                        MalformedMessageException.class, () -> MessageReader.read(text.getBytes(UTF_8), 4))
                .getMessage();
        assertEquals("Message is more than the gateway reads", message);
    }

    private static @Nullable String problem(String text) {
        return assertThrows(MalformedMessageException.class, () -> read(text)).getMessage();
    }

    private static Message read(String text) throws MalformedMessageException {
        return MessageReader.read(text.getBytes(UTF_8));
    }
}
