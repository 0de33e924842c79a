package io.lancang.gateway.headers;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one client is sent of the headers of subgraphs' answers. Belongs to the event loop of the client's request. */
public final class AnswerHeaders {
    /** How many values of a name are appended, and how many characters they may have together; further ones are left out. */
    private static final int MAXIMUM_VALUES = 16;

    private static final int MAXIMUM_CHARACTERS = 8192;

    private final HeaderRules rules;
    private final Map<String, List<String>> collected = new LinkedHashMap<>();
    private @Nullable List<Received> remembered;

    AnswerHeaders(HeaderRules rules) {
        this.rules = rules;
    }

    /** All headers of one answer. */
    public record Received(String subgraph, MultiMap headers) {}

    /** Keeps the headers of all answers from now on, for somebody who will take them. */
    public void remember() {
        if (remembered == null) {
            remembered = new ArrayList<>();
        }
    }

    /** The headers of answers that were kept since the last time; none unless they are kept. */
    public List<Received> takeRemembered() {
        if (remembered == null || remembered.isEmpty()) {
            return List.of();
        }
        List<Received> all = List.copyOf(remembered);
        remembered.clear();
        return all;
    }

    /**
     * Sends the client this in place of what was collected under the name.
     *
     * @throws IllegalArgumentException if HTTP has no such value
     */
    public void set(String name, String value) {
        if (!isSendable(value)) {
            throw new IllegalArgumentException(
                    "The value of the header \"" + name + "\" has characters other than ASCII's.");
        }
        collected.put(name.toLowerCase(Locale.ROOT), List.of(value));
    }

    /** Whether anything of a subgraph's answers is wanted. */
    public boolean wants(String subgraph) {
        return remembered != null || !rules.ofAnswers(subgraph).isEmpty();
    }

    /** Takes from an answer what the rules say. */
    public void take(String subgraph, MultiMap received) {
        if (remembered != null) {
            remembered.add(new Received(subgraph, received));
        }
        for (ResponseRule rule : rules.ofAnswers(subgraph)) {
            List<String> values = received.getAll(rule.source()).stream()
                    .filter(AnswerHeaders::isSendable)
                    .toList();
            if (values.isEmpty()) {
                continue;
            }
            switch (rule.strategy()) {
                case FIRST -> collected.putIfAbsent(rule.target(), values);
                case LAST -> collected.put(rule.target(), values);
                case APPEND -> append(collected.computeIfAbsent(rule.target(), ignored -> new ArrayList<>()), values);
            }
        }
    }

    /** Whether HTTP lets the gateway write it; parsers of heads let more pass. */
    private static boolean isSendable(String value) {
        return value.chars().allMatch(character -> character == '\t' || (character >= ' ' && character <= '~'));
    }

    private static void append(List<String> all, List<String> values) {
        int characters = all.stream().mapToInt(String::length).sum();
        for (String value : values) {
            characters += value.length();
            if (all.size() >= MAXIMUM_VALUES || characters > MAXIMUM_CHARACTERS) {
                return;
            }
            all.add(value);
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return collected.isEmpty();
    }

    /** Adds them to those of the answer to the client, each value as a line of its own. */
    public void addTo(MultiMap answer) {
        collected.forEach((name, values) -> answer.set(name, values));
    }
}
