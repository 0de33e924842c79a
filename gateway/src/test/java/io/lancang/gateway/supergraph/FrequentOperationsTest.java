package io.lancang.gateway.supergraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.engine.GraphQLRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrequentOperationsTest {
    private final FrequentOperations operations = new FrequentOperations();

    @Test
    void givesTheMostFrequentFirstWhateverTheirVariables() {
        operations.count(new GraphQLRequest("{ a }", null, Map.of()));
        operations.count(new GraphQLRequest("{ b }", null, Map.of("x", 1)));
        operations.count(new GraphQLRequest("{ b }", null, Map.of("x", 2)));

        assertEquals(
                List.of("{ b }", "{ a }"),
                operations.most(5).stream().map(GraphQLRequest::query).toList());
        assertEquals(1, operations.most(1).size());
    }

    @Test
    void forgetsTheRareOnesWhenItIsFull() {
        for (int twice = 0; twice < 2; twice++) {
            operations.count(new GraphQLRequest("{ frequent }", null, Map.of()));
        }
        for (int i = 1; i <= FrequentOperations.MOST; i++) {
            operations.count(new GraphQLRequest("{ rare" + i + " }", null, Map.of()));
        }

        // All counts are halved: 2 becomes 1, and 1 becomes 0; then comes the last.
        assertEquals(2, operations.most(FrequentOperations.MOST).size());
    }

    @Test
    void doesNotKeepWhatIsVeryLong() {
        operations.count(new GraphQLRequest("{ a }" + " ".repeat(FrequentOperations.LONGEST), null, Map.of()));

        assertTrue(operations.most(5).isEmpty());
    }
}
