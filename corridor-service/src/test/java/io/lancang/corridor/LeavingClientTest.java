package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.LeavingClient;
import io.lancang.kit.fixture.WaitingStatements;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients wait for a table that a test locks, and one of them leaves. */
@QuarkusTest
class LeavingClientTest extends RunningService {
    @Inject
    DataSource dataSource;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    @Test
    void endsItsStatementAndNobodyElses() throws SQLException {
        try (WaitingStatements statements = WaitingStatements.of(dataSource, "corridor_fact");
                LeavingClient patient = client("{ corridor(id: 'clr') { name } }")) {
            // Its statement is the older one, so that a limit of time would end it first.
            Set<Integer> patients = statements.await(1);
            LeavingClient leaving = client("{ corridors(first: 5) { nodes { id } } }");
            statements.await(2);
            leaving.close();
            statements.await(patients);
            statements.letGo();
            assertTrue(patient.answer().contains("China–Laos Railway"));
        }
    }

    private LeavingClient client(String query) {
        return new LeavingClient(HttpClient.Version.HTTP_1_1, Objects.requireNonNull(graph), query);
    }
}
