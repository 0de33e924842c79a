package io.lancang.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.PostgresResource;
import io.lancang.kit.fixture.SchemaSnapshot;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SchemaTest {
    /** To record anew: {@code ./mvnw -pl trade-service -am test -Dtest=SchemaTest -Dlancang.record=true}. */
    @Test
    void isTheSchemaUnderReview() {
        schema().assertRecordedIn(Path.of("schema.graphql"));
    }

    @Test
    void describesEveryTypeFieldArgumentAndValue() {
        assertEquals(List.of(), schema().withoutDescription());
    }

    @Test
    void tellsHowLongEveryListOfObjectsIs() {
        assertEquals(List.of(), schema().withoutListSize());
    }

    private static SchemaSnapshot schema() {
        return new SchemaSnapshot(Graph.data("{ _service { sdl } }").getString("data._service.sdl"));
    }
}
