package io.lancang.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.SchemaSnapshot;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest extends RunningService {
    /** To record anew: {@code ./mvnw -pl integration-service -am test -Dtest=SchemaTest -Dlancang.record=true}. */
    @Test
    void isTheOneUnderReview() {
        schema().assertRecordedIn(Path.of("schema.graphql"));
    }

    @Test
    void describesEverything() {
        assertEquals(List.of(), schema().withoutDescription());
    }

    @Test
    void tellsHowLongEveryListOfObjectsIs() {
        assertEquals(List.of(), schema().withoutListSize());
    }

    private static SchemaSnapshot schema() {
        return new SchemaSnapshot(Graph.ANONYMOUS.data("{ _service { sdl } }").getString("_service.sdl"));
    }
}
