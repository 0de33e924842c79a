package io.lancang.integration;

import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.PostgresResource;
import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.fixture.Steward;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The service on a real PostgreSQL, with a token that it shares with gateways and a key of an administrator. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(Steward.class)
@QuarkusTestResource(Secrets.class)
@QuarkusTestResource(FakeGateway.class)
abstract class RunningService {
    static final Graph ADMIN = Graph.of("admin-of-tests", "admin");

    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable
    URI ready;

    @Inject
    DataSource database;

    /** Whichever ran before it, and as often as it runs, a test finds no client, no report of usage, and no plan but those that ship. */
    @BeforeEach
    void begin() throws SQLException {
        Readiness.await(Objects.requireNonNull(ready, "injected by Quarkus"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "truncate client, usage_report cascade; delete from plan where name not in ('anonymous', 'standard')");
        }
    }

    /** Registers a client with the plan {@code standard}. */
    static void register(String id, String... scopes) {
        ADMIN.data("mutation { createClient(client: {id: \"" + id + "\", name: \"The system " + id
                + "\", contact: \"desk@" + id + ".example\", scopes: " + list(scopes) + "}) { id } }");
    }

    /** Issues a key for a client and returns the whole of it. */
    static String issue(String client, String... scopes) {
        return ADMIN.data("mutation { issueKey(client: \"" + client + "\", key: {label: \"of a test\", scopes: "
                        + list(scopes) + "}) { secret } }")
                .getString("issueKey.secret");
    }

    /** A list of texts as GraphQL writes it. */
    static String list(String... texts) {
        return texts.length == 0 ? "[]" : "[\"" + String.join("\", \"", texts) + "\"]";
    }

    /** The 8 characters after {@code lck_}. */
    static String prefix(String key) {
        return key.substring(4, 12);
    }

    /** Changes rows as another instance would. */
    int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    /** Waits until this instance has looked for work three times, which renews its leases each time, or something has happened. */
    void awaitLooks(String table, String id, BooleanSupplier hasHappened) {
        String lease = "select coalesce(lease_until::text, 'none') from " + table + " where id = '" + id + "'";
        for (int look = 0; look < 3; look++) {
            String before = text(lease);
            Eventually.holds("a lease is renewed", () -> hasHappened.getAsBoolean() || !before.equals(text(lease)));
        }
    }

    /** The text in the first column of the only row. */
    String text(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("No row: " + sql);
            }
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }
}
