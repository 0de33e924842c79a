package io.lancang.kit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final Failures failures = new Failures("trade");

    @Test
    void tellsALoaderThatTheDiskOfTheDatabaseIsFull() {
        Response answer = failures.ofTransport(new IOException(
                new SQLException("could not extend file \"base/1/2\": No space left on device", "53100")));

        assertEquals(503, answer.getStatus());
        String body = answer.getEntity().toString();
        assertTrue(body.contains("The disk of this service's database is full. Nothing was changed."), body);
        assertFalse(body.contains("fault in the service"), body);
    }

    @Test
    void tellsALoaderThatTheDatabaseEndsConnections() {
        Response answer = failures.ofDatabase(new SQLException("terminating connection", "57P01"));

        assertEquals(503, answer.getStatus());
        String body = answer.getEntity().toString();
        assertTrue(body.contains("cannot be reached. Nothing was changed."), body);
    }

    @Test
    void callsAStatementThatIsWrongAFaultOfTheService() {
        Response answer = failures.ofDatabase(new SQLException("syntax error", "42601"));

        assertEquals(500, answer.getStatus());
        String body = answer.getEntity().toString();
        assertTrue(body.contains("fault in the service"), body);
        assertFalse(body.contains("syntax error"), body);
    }
}
