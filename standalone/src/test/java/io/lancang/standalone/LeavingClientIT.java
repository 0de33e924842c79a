package io.lancang.standalone;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients of the gateway wait for a service whose table a test locks, and one of them leaves. */
class LeavingClientIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.changed();

    private static final String WAITING = " from pg_stat_activity where wait_event_type = 'Lock' and datname = 'trade'";
    private static final String NUMBER = "select count(*)" + WAITING;
    private static final String PROCESSES = "select string_agg(pid::text, ' ' order by pid)" + WAITING;

    @Test
    void endsTheStatementThatItsQuestionHasCaused() throws SQLException {
        ServiceTables trade = ServiceTables.of(SET.running(), "trade");
        try (Connection lock = trade.lock("partner", "access exclusive");
                HttpClient patient = HttpClient.newHttpClient();
                HttpClient leaving = HttpClient.newHttpClient()) {
            // Its statement is the older one, so that a limit of time would end it first.
            CompletableFuture<HttpResponse<String>> answer = ask(patient, "BTN");
            trade.await("1", NUMBER);
            String process = trade.ask(PROCESSES);
            // Another question: an equal one would wait for the same statement. Nobody has asked either before, whose
            // answers are kept.
            CompletableFuture<HttpResponse<String>> nobodys = ask(leaving, "NPL");
            trade.await("2", NUMBER);
            nobodys.cancel(true);
            leaving.shutdownNow();
            trade.await(process, PROCESSES);

            lock.rollback();
            assertThat(answer.join().body(), containsString("Bhutan"));
        }
    }

    private static CompletableFuture<HttpResponse<String>> ask(HttpClient client, String partner) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SET.running().gatewayUrl()))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"query\":\"{ partner(code: \\\"%s\\\") { name } }\"}".formatted(partner)))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
