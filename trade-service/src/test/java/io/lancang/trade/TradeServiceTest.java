package io.lancang.trade;

import io.lancang.kit.fixture.PostgresResource;
import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.fixture.Steward;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A test against the running service on a real PostgreSQL with the packaged releases loaded. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(Steward.class)
public abstract class TradeServiceTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable
    URI ready;

    @BeforeEach
    void awaitReleases() {
        Readiness.await(Objects.requireNonNull(ready));
    }
}
