package io.lancang.kit.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ErrorBodyTest {
    private final ServiceException withHint = ServiceException.badInput("It is wrong.", "Correct it.");
    private final ServiceException without = ServiceException.notFound("It is not there.", null);

    @Test
    void hasTheFormOfTheGraph() {
        assertEquals(
                "{\"errors\":[{\"message\":\"It is wrong.\",\"extensions\":"
                        + "{\"code\":\"BAD_USER_INPUT\",\"service\":\"trade\",\"hint\":\"Correct it.\"}}]}",
                ErrorBody.ofGraph("trade", withHint).toString());
    }

    @Test
    void hasTheFormOfFiles() {
        assertEquals(
                "{\"error\":{\"code\":\"BAD_USER_INPUT\",\"service\":\"trade\",\"message\":\"It is wrong.\",\"hint\":\"Correct it.\"}}",
                ErrorBody.ofFile("trade", withHint).toString());
    }

    @Test
    void leavesOutAHintThatThereIsNot() {
        assertEquals(
                "{\"error\":{\"code\":\"NOT_FOUND\",\"service\":\"trade\",\"message\":\"It is not there.\"}}",
                ErrorBody.ofFile("trade", without).toString());
    }
}
