package io.lancang.federation.compose.subgraph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives every subgraph its value of the enum {@code join__Graph}. */
public final class GraphNames {

    private GraphNames() {}

    /**
     * Upper-cases the names, replaces what GraphQL does not allow in a name, and numbers those that are equal then.
     *
     * @return subgraph name to enum value
     */
    public static Map<String, String> assign(List<String> subgraphNames) {
        Map<String, List<String>> byValue = subgraphNames.stream()
                .collect(Collectors.groupingBy(GraphNames::sanitised, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> assigned = new HashMap<>();
        byValue.forEach((value, names) -> {
            for (int number = 1; number <= names.size(); number++) {
                assigned.put(names.get(number - 1), names.size() == 1 ? value : value + "_" + number);
            }
        });
        return assigned;
    }

    private static String sanitised(String name) {
        String upper = name.replaceAll("[^A-Za-z0-9_]", "_").toUpperCase(Locale.ROOT);
        // A name may not start with a digit; one that ends in a number could equal a numbered one.
        String start = Character.isDigit(upper.charAt(0)) ? "_" + upper : upper;
        return start.matches(".*_\\d+") ? start + "_" : start;
    }
}
