package io.lancang.kit.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import io.smallrye.mutiny.Multi;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFetcherTest {
    @Test
    void givesEachEventOnceAndTheFailureBehindThemWithoutTheLastOne() {
        Multi<Integer> events = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().items(1, 2),
                        Multi.createFrom().failure(new IllegalStateException("the database is away")));

        assertEquals(List.of("1 []", "2 []", "null [the database is away]"), shown(events));
    }

    @Test
    void tellsOfAnEventThatCannotBeReadInItsPlaceAlone() {
        assertEquals(
                List.of("1 []", "null [no even numbers]", "3 []"),
                shown(Multi.createFrom().items(1, 2, 3), true));
    }

    private static List<String> shown(Multi<Integer> events) {
        return shown(events, /* isOddOnly= */ false);
    }

    private static List<String> shown(Multi<Integer> events, boolean isOddOnly) {
        return EventFetcher.results(
                        events,
                        "context",
                        event -> {
                            if (isOddOnly && (Integer) event % 2 == 0) {
                                throw new IllegalArgumentException("no even numbers");
                            }
                            return event;
                        },
                        (failure, result) -> result.error(GraphqlErrorBuilder.newError()
                                .message(String.valueOf(failure.getMessage()))
                                .build()))
                .map(EventFetcherTest::shown)
                .collect()
                .asList()
                .await()
                .indefinitely();
    }

    private static String shown(DataFetcherResult<Object> result) {
        return result.getData() + " "
                + result.getErrors().stream().map(error -> error.getMessage()).toList();
    }
}
