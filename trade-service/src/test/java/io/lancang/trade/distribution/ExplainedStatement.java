package io.lancang.trade.distribution;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL got it, or a function sent it, and how it was executed.
 *
 * @param text with one blank wherever there is white space
 * @param plan as {@code explain (verbose, format json)} tells it
 */
record ExplainedStatement(String text, JsonObject plan) {
    private static final String MESSAGE = "message";
    private static final String RELATION = "Relation Name";
    private static final Pattern PLAN = Pattern.compile("duration: \\S+ ms  plan:\\s*(\\{.*})", Pattern.DOTALL);
    private static final List<String> CONDITIONS =
            List.of("Index Cond", "Recheck Cond", "Filter", "Hash Cond", "Merge Cond", "Join Filter");

    /** The statement of a line of PostgreSQL's log in JSON; nothing if the line is about something else. */
    static Optional<ExplainedStatement> of(String line) {
        Matcher message = PLAN.matcher(new JsonObject(line).getString(MESSAGE, ""));
        if (!message.matches()) {
            return Optional.empty();
        }
        JsonObject explained = new JsonObject(message.group(1));
        return Optional.of(new ExplainedStatement(
                explained.getString("Query Text", "").replaceAll("\\s+", " ").strip(),
                explained.getJsonObject("Plan")));
    }

    /**
     * The tables that are read where nothing says which values of their key are wanted: by an equality, a list, or a join.
     *
     * @param keys the key of each table
     */
    SortedSet<String> scattered(Map<String, String> keys) {
        List<JsonObject> nodes = nodes();
        List<String> conditions = nodes.stream()
                .flatMap(node -> CONDITIONS.stream().map(node::getString))
                .filter(condition -> condition != null && !condition.contains(" OR "))
                .toList();
        SortedSet<String> tables = new TreeSet<>();
        for (JsonObject node : nodes) {
            String table = node.getString(RELATION, "");
            String key = keys.get(table);
            if (key != null && isRead(node) && !isNamed(node.getString("Alias") + "." + key, conditions)) {
                tables.add(table);
            }
        }
        return tables;
    }

    /** Whether a table of these is read. */
    boolean reads(Map<String, String> keys) {
        return nodes().stream().anyMatch(node -> keys.containsKey(node.getString(RELATION, "")) && isRead(node));
    }

    /** What is inserted brings its key along, and what is changed is read before. */
    private static boolean isRead(JsonObject node) {
        return !"ModifyTable".equals(node.getString("Node Type"));
    }

    private static boolean isNamed(String column, List<String> conditions) {
        Pattern named = Pattern.compile(
                "(?<![\\w.])" + Pattern.quote(column) + "\\)?(::text)? = |= \\(?" + Pattern.quote(column) + "(?!\\w)");
        return conditions.stream()
                .anyMatch(condition -> named.matcher(condition).find());
    }

    private List<JsonObject> nodes() {
        List<JsonObject> nodes = new ArrayList<>();
        collect(plan, nodes);
        return nodes;
    }

    private static void collect(JsonObject node, List<JsonObject> nodes) {
        nodes.add(node);
        JsonArray children = node.getJsonArray("Plans", new JsonArray());
        for (int index = 0; index < children.size(); index++) {
            collect(children.getJsonObject(index), nodes);
        }
    }
}
