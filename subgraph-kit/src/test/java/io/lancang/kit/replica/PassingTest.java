package io.lancang.kit.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.error.ServiceException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassingTest {
    /** A conflict with what is replayed; a server that is demoted, full, shut down or lost; a slow and a wrong statement. */
    @ParameterizedTest
    @CsvSource({"40001,true", "25006,true", "53300,true", "57P01,true", "08006,true", "57014,false", "42601,false"})
    void isAServersOwnFailureByItsState(String state, boolean isOwn) {
        assertEquals(isOwn, Passing.isOf(new PgException("told", "ERROR", state, null)));
    }

    @Test
    void isTheLossOfAConnectionHoweverItIsWrapped() {
        assertTrue(Passing.isOf(ClosedConnectionException.INSTANCE));
        assertTrue(Passing.isOf(new IllegalStateException(new ConnectException("refused"))));
        assertTrue(Passing.isOf(new NoStackTraceThrowable("Pool closed")));
    }

    @Test
    void isNoWaitForAConnectionAndNoRefusal() {
        assertFalse(Passing.isOf(new NoStackTraceThrowable("Timeout")));
        assertFalse(Passing.isOf(new ConnectionPoolTooBusyException("full")));
        assertFalse(Passing.isOf(ServiceException.badInput("The year is 0.", "Ask for another.")));
    }
}
