package io.lancang.integration;

import io.lancang.kit.fixture.PostgresResource;
import io.lancang.kit.fixture.Readiness;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * The service with leases of an hour: it looks for work every twenty minutes, and leaves alone what a test writes. Clients {@code one} and
 * {@code two} have the plan {@code standard}.
 */
public abstract class RestingService {
    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable
    URI ready;

    @Inject
    DataSource database;

    /** For {@code @TestProfile}. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lancang.integration.webhooks.lease", "1H", "lancang.integration.jobs.lease", "1H");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresResource.class), new TestResourceEntry(Secrets.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @BeforeEach
    void begin() {
        Readiness.await(Objects.requireNonNull(ready, "injected by Quarkus"));
        execute("truncate client, webhook_worker cascade");
        execute("""
                insert into client (id, name, contact, state, role, plan, scopes, created_at)
                select id, id, 'desk', 'ACTIVE', 'CLIENT', 'standard', '', now() from unnest(array['one', 'two']) id
                """);
    }

    /** The result of what has to run where the service runs its requests. */
    protected static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    protected final void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    /** The first column. */
    protected final List<String> texts(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }
}
