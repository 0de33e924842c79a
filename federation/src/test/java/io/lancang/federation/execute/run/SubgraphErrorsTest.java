package io.lancang.federation.execute.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.execute.run.SubgraphErrors.Reported;
import java.util.List;
import java.util.Map;
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

    /** A subgraph chooses its code, and which subgraph it is the engine knows better. */
    @Test
    void keepTheCodeAndSayThemselvesWhoseTheyAre() {
        Reported one = decode(
                        "[{\"message\":\"m\",\"path\":[\"a\",0],\"extensions\":{\"code\":\"LATE\",\"service\":\"other\",\"retry\":3}}]")
                .getFirst();

        assertEquals("LATE", one.error().code());
        assertEquals("s", one.error().service());
        assertEquals(Map.of("retry", 3), one.error().extensions());
        assertEquals(List.of("a", 0), one.path());
    }

    @Test
    void haveACodeOfTheEngineWhereTheSubgraphGivesNone() {
        for (String extensions : List.of("", ",\"extensions\":null", ",\"extensions\":{\"code\":7}")) {
            Reported one = decode("[{\"message\":\"m\"" + extensions + "}]").getFirst();

            assertEquals("SUBGRAPH_ERROR", one.error().code());
            assertEquals(Map.of(), one.error().extensions());
            assertEquals(List.of(), one.path());
        }
    }

    @Test
    void areOneErrorWhereNobodyCanReadThem() {
        for (String errors : List.of("[{", "{}", "7")) {
            Reported one = decode(errors).getFirst();

            assertEquals(
                    "The subgraph s reported errors in a form that GraphQL does not know.",
                    one.error().message());
            assertEquals("SUBGRAPH_INVALID_RESPONSE", one.error().code());
            assertEquals("s", one.error().service());
        }
    }

    private static String errors(int count) {
        return "[" + "{\"message\":\"m\"},".repeat(count - 1) + "{\"message\":\"m\"}]";
    }

    private static List<Reported> decode(String json) {
        byte[] bytes = ("{\"errors\":" + json).getBytes(US_ASCII);
        return SubgraphErrors.decode("s", bytes, "{\"errors\":".length(), bytes.length, error -> error);
    }
}
