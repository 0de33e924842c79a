package io.lancang.gateway.supergraph;

import io.lancang.federation.engine.GraphQLRequest;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which operations clients send most often, from a sample of one in sixteen. Bounded in number and in length: when it is full, all
 * counts are halved and those that come to nothing are forgotten. Thread-safe.
 */
@Singleton
public class FrequentOperations {
    private static final int SAMPLE = 16;
    static final int MOST = 512;
    /** Longer documents are rare, and would fill the memory. */
    static final int LONGEST = 16 * 1024;

    // Belongs to whoever holds the monitor.
    private final Map<GraphQLRequest, Integer> counts = new HashMap<>();

    /** Counts an operation, perhaps. */
    public void note(GraphQLRequest request) {
        if (ThreadLocalRandom.current().nextInt(SAMPLE) == 0) {
            count(request);
        }
    }

    synchronized void count(GraphQLRequest request) {
        if (request.query().length() > LONGEST) {
            return;
        }
        // The values of variables do not change what is planned, and would make of one operation many.
        GraphQLRequest key = new GraphQLRequest(request.query(), request.operationName(), Map.of(), request.delivery());
        if (counts.size() >= MOST && !counts.containsKey(key)) {
            counts.replaceAll((operation, count) -> count / 2);
            counts.values().removeIf(count -> count == 0);
        }
        if (counts.size() < MOST) {
            counts.merge(key, 1, Integer::sum);
        }
    }

    /** The most frequent ones, the most frequent first. */
    synchronized List<GraphQLRequest> most(int number) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<GraphQLRequest, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(number)
                .map(Map.Entry::getKey)
                .toList();
    }
}
