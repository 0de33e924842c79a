package io.lancang.federation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one request is estimated to cost.
 *
 * @param total of the operation as the client wrote it
 * @param subgraphs what each subgraph is asked for, keys and requirements included, by its name in the order of the plan
 * @param problems what is wrong with slicing arguments, a sentence each
 */
public record CostEstimate(long total, Map<String, Long> subgraphs, List<String> problems) {
    public CostEstimate {
        subgraphs = Collections.unmodifiableMap(new LinkedHashMap<>(subgraphs));
        problems = List.copyOf(problems);
    }
}
