package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader of the README gets the answers that it shows. */
class ReadmeIT {
    private static final Pattern EXAMPLE =
            Pattern.compile("```graphql\\n(?<query>.*?)```\\s+```json\\n(?<answer>.*?)```", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final RunningSet SET = new RunningSet();

    record Example(String query, String answer) {}

    static List<Example> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(RunningSet.home().resolve("README.md")))
                .results()
                .map(match -> new Example(match.group("query"), match.group("answer")))
                .toList();
    }

    @Test
    void showsSixQuestions() throws IOException {
        assertEquals(6, examples().size());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsTheAnswerThatTheGatewayGives(Example example) throws JsonProcessingException {
        String answer = SET.ask(example.query()).extract().asString();
        assertEquals(JSON.readTree(example.answer()), JSON.readTree(answer));
    }
}
