package io.lancang.federation.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.AnswerPart;
import io.lancang.federation.DeferredAnswer;
import io.lancang.federation.PendingAnswer;
import io.lancang.federation.StreamedItems;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bytes of parts; that engines make such parts is seen over HTTP. */
class IncrementalSpec02Test {
    private static final PendingAnswer TOWN = new PendingAnswer(0, List.of("towns", 1), /* label= */ null);
    private static final PendingAnswer PORT = new PendingAnswer(1, List.of("towns", 1, "port"), "port");

    @Test
    void announcesWithTheFirstPart() {
        assertEquals(
                "{\"data\":{\"towns\":[]},\"pending\":[{\"id\":\"0\",\"path\":[\"towns\",1]}],\"hasNext\":true}",
                written(new AnswerPart.Primary(json("{\"towns\":[]}"), List.of(), List.of(TOWN), true, Map.of())));
    }

    @Test
    void announcesWhatStandsInAFragmentWithThatFragment() {
        assertEquals(
                "{\"pending\":[{\"id\":\"1\",\"path\":[\"towns\",1,\"port\"],\"label\":\"port\"}],"
                        + "\"incremental\":[{\"id\":\"0\",\"data\":{\"port\":{}}}],\"completed\":[{\"id\":\"0\"}],\"hasNext\":true}",
                written(new AnswerPart.Deferred(
                        List.of(answer(TOWN, "{\"port\":{}}", List.of())), List.of(PORT), true, Map.of())));
    }

    @Test
    void givesAFragmentThatIsNullNoResultButItsErrors() {
        GraphQLError error = GraphQLError.of(ErrorCode.TIMEOUT, "late");

        assertEquals(
                "{\"incremental\":[{\"id\":\"0\",\"data\":{}}],\"completed\":[{\"id\":\"0\"},{\"id\":\"1\",\"errors\":[{\"message\":\"late\","
                        + "\"extensions\":{\"code\":\"TIMEOUT\"}}]}],\"extensions\":{\"a\":1},\"hasNext\":false}",
                written(new AnswerPart.Deferred(
                        List.of(answer(TOWN, "{}", List.of()), answer(PORT, "null", List.of(error))),
                        List.of(),
                        false,
                        Map.of("a", 1))));
    }

    @Test
    void tellsOfErrorsWithTheFirstPart() {
        assertEquals(
                "{\"data\":{\"towns\":[]},\"errors\":[{\"message\":\"late\",\"extensions\":{\"code\":\"TIMEOUT\"}}],"
                        + "\"hasNext\":false}",
                written(new AnswerPart.Primary(
                        json("{\"towns\":[]}"),
                        List.of(GraphQLError.of(ErrorCode.TIMEOUT, "late")),
                        List.of(),
                        false,
                        Map.of())));
    }

    @Test
    void tellsOfErrorsBesideTheItemsThatTheyConcern() {
        StreamedItems items = new StreamedItems(
                0,
                List.of("towns"),
                /* label= */ null,
                1,
                json("[{}]"),
                List.of(GraphQLError.of(ErrorCode.TIMEOUT, "late")),
                true);

        assertEquals(
                "{\"incremental\":[{\"id\":\"0\",\"items\":[{}],\"errors\":[{\"message\":\"late\","
                        + "\"extensions\":{\"code\":\"TIMEOUT\"}}]}],\"completed\":[{\"id\":\"0\"}],\"hasNext\":false}",
                written(new AnswerPart.Streamed(items, false, Map.of())));
    }

    private static DeferredAnswer answer(PendingAnswer announced, String data, List<GraphQLError> errors) {
        return new DeferredAnswer(announced.number(), announced.path(), announced.label(), json(data), errors);
    }

    private static byte[] json(String text) {
        return text.getBytes(UTF_8);
    }

    private static String written(AnswerPart part) {
        return new String(new IncrementalSpec02().write(part), UTF_8);
    }
}
