package io.lancang.trade.trouble;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.LeavingClient;
import io.lancang.kit.fixture.WaitingStatements;
import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients ask for what a lock of the test's holds up, with every connection to the database, and leave. */
@QuarkusTest
class LeavingClientTest extends TradeServiceTest {
    private static final String HELD_UP = "{ partner(code: 'LAO') { name } }";

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int connections;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void endsItsStatementsAndNobodyElses(HttpClient.Version version) throws SQLException {
        try (WaitingStatements statements = WaitingStatements.of(dataSource, "partner");
                LeavingClient patient = client(version)) {
            // Its statement is the oldest, so that a limit of time would end it first.
            Set<Integer> patients = statements.await(1);
            List<LeavingClient> leaving = Stream.generate(() -> client(version))
                    .limit(connections - 1)
                    .toList();
            statements.await(connections);
            leaving.forEach(LeavingClient::close);
            statements.await(patients);

            Graph.data("{ exchangeRates(from: 2019, to: 2019) { cnyPerUsd } }");
            statements.letGo();
            assertTrue(patient.answer().contains("Lao People's Democratic Republic"));
        }
    }

    private LeavingClient client(HttpClient.Version version) {
        return new LeavingClient(version, Objects.requireNonNull(graph), HELD_UP);
    }
}
