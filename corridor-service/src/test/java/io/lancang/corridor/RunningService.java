package io.lancang.corridor;

import io.lancang.kit.fixture.PostgresResource;
import io.lancang.kit.fixture.Readiness;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The service on a real PostgreSQL, with the files that it ships loaded. */
@QuarkusTestResource(PostgresResource.class)
abstract class RunningService {
    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable
    URI ready;

    @BeforeEach
    void awaitReleases() {
        Readiness.await(Objects.requireNonNull(ready, "injected by Quarkus"));
    }
}
