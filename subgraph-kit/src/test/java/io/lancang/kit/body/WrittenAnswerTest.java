package io.lancang.kit.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import io.smallrye.graphql.execution.ExecutionResponse;
import jakarta.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenAnswerTest {
    @Test
    void writesEveryKindOfValueInTheOrderInWhichItIs() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text", "\"Moh\u00e0n\" \\ \n \u0001");
        data.put("none", null);
        data.put("list", Arrays.asList(1, null, List.of(), Map.of("inner", true)));
        data.put("long", 9_007_199_254_740_993L);
        data.put("exact", new BigDecimal("975300000000.10"));
        data.put("whole", new BigInteger("12345678901234567890"));
        data.put("double", 21.5);
        data.put("float", 0.1f);
        data.put("short", (short) 7);
        data.put("byte", (byte) 8);
        data.put("day", DayOfWeek.MONDAY);
        data.put("json", Json.createArrayBuilder().add(1).build());

        assertEquals(
                "{\"data\":{\"text\":\"\\\"Moh\u00e0n\\\" \\\\ \\n \\u0001\",\"none\":null,"
                        + "\"list\":[1,null,[],{\"inner\":true}],\"long\":9007199254740993,"
                        + "\"exact\":975300000000.10,\"whole\":12345678901234567890,\"double\":21.5,\"float\":0.1,"
                        + "\"short\":7,\"byte\":8,\"day\":\"MONDAY\",\"json\":[1]}}",
                written(data));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThrows(IllegalStateException.class, () -> written(Map.of("a", new Object())));
    }

    @Test
    void leavesAnswersWithErrorsAsTheyAre() {
        ExecutionResponse answer = new ExecutionResponse(ExecutionResult.newExecutionResult()
                .data(Map.of())
                .addError(GraphqlErrorBuilder.newError().message("wrong").build())
                .build());
        assertSame(answer, WrittenAnswer.of(answer));
    }

    private static String written(Map<String, Object> data) {
        return WrittenAnswer.of(new ExecutionResponse(
                        ExecutionResult.newExecutionResult().data(data).build()))
                .getExecutionResultAsString();
    }
}
