package io.lancang.kit.bounds;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import graphql.parser.Parser;
import io.lancang.kit.error.RefusedRequest;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten fields and four values are the most here. */
class QuestionSizeTest {
    private final QuestionSize size = new QuestionSize(new SmallRyeConfigBuilder()
            .withMapping(RequestLimits.class)
            .withSources(new PropertiesConfigSource(
                    Map.of("lancang.requests.fields", "10", "lancang.requests.variables", "4"), "test", 100))
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .build()
            .getConfigMapping(RequestLimits.class));

    @Test
    void countsTheFieldsOfAFragmentWhereverItIsSpread() {
        // Two fields, and three times the fragment's: 2 + 3 * 3 = 11.
        assertEquals(
                "The request selects 11 fields, counting fragments wherever they are spread; 10 are allowed.",
                refusal("{ a { ...F } b { ...F ...F } } fragment F on T { x y z }"));
        assertDoesNotThrow(() -> check("{ a { ...F } b { ...F } } fragment F on T { x y z }"));
    }

    @Test
    void countsFragmentsInFragments() {
        // E has 1, D twice as many, C 4, B 8, A 16.
        assertEquals(
                "The request selects 16 fields, counting fragments wherever they are spread; 10 are allowed.",
                refusal("""
                        { ...A }
                        fragment A on T { ...B ...B } fragment B on T { ...C ...C } fragment C on T { ...D ...D }
                        fragment D on T { ...E ...E } fragment E on T { x }
                        """));
    }

    @Test
    void countsAFragmentThatSpreadsItselfOnce() {
        assertDoesNotThrow(() -> check("{ ...A } fragment A on T { x ...A }"));
    }

    @Test
    void refusesFragmentsInEachOtherDeeperThanAnybodyWrites() {
        assertDoesNotThrow(() -> check(chain(100)));
        assertEquals("Fragments are spread in each other more than 100 deep, at 'F100'.", refusal(chain(101)));
    }

    @Test
    void countsTheValuesOfVariables() {
        // The variables, a list and two items.
        assertDoesNotThrow(() -> size.checkVariables(Map.of("codes", List.of("LAO", "VNM"))));
        RefusedRequest refused = assertThrows(
                RefusedRequest.class, () -> size.checkVariables(Map.of("codes", List.of("LAO", "VNM", "MMR"))));
        assertEquals("The variables of the request hold 5 values; 4 are allowed.", refused.getMessage());
    }

    private static String chain(int fragments) {
        return "{ ...F0 } "
                + IntStream.range(0, fragments)
                        .mapToObj(number -> "fragment F" + number + " on T { "
                                + (number == fragments - 1 ? "x" : "...F" + (number + 1)) + " }")
                        .collect(Collectors.joining(" "));
    }

    private String refusal(String document) {
        return String.valueOf(
                assertThrows(RefusedRequest.class, () -> check(document)).getMessage());
    }

    private void check(String document) {
        size.checkDocument(new Parser().parseDocument(document));
    }
}
