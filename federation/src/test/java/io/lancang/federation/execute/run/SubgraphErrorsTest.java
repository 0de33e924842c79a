package io.lancang.federation.execute.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.execute.run.SubgraphErrors.Reported;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubgraphErrorsTest {
    @Test
    void areReportedOneByOneUpToAHundred() {
        assertEquals(100, decode(errors(100)).size());

        List<Reported> more = decode(errors(101));
        assertEquals(101, more.size());
        assertEquals(
                "The subgraph s reported 101 errors, of which the first 100 are reported.",
                more.getLast().error().message());
        assertEquals("LIMIT_EXCEEDED", more.getLast().error().code());
    }

    /** 262,144 bytes are read, one more is not. */
    @Test
    void areNotReadBeyondAQuarterOfAMegabyte() {
        String error = "[{\"message\":\"m\"}]";
        String longest = error + " ".repeat(262_144 - error.length());

        assertEquals(
                List.of("m"),
                decode(longest).stream().map(one -> one.error().message()).toList());
        assertEquals(
                List.of("The subgraph s reported errors of 262145 bytes, which the gateway does not read."),
                decode(longest + " ").stream().map(one -> one.error().message()).toList());
    }

    private static String errors(int count) {
        return "[" + "{\"message\":\"m\"},".repeat(count - 1) + "{\"message\":\"m\"}]";
    }

    private static List<Reported> decode(String json) {
        byte[] bytes = json.getBytes(US_ASCII);
        return SubgraphErrors.decode("s", bytes, 0, bytes.length, error -> error);
    }
}
