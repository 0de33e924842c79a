package io.lancang.mutation.pit;

import io.lancang.mutation.text.Block;
import java.util.List;

/**
 * The mutations that no test can notice, as reviewers marked them in {@code mutation/equivalent.txt}. A mutation is identified by its class
 * and method, its mutator and the text of its line, so that lines may move.
 */
public final class Equivalents {
    private final List<Block> entries;

    private Equivalents(List<Block> entries) {
        this.entries = entries;
    }

    /**
     * Reads the marks.
     *
     * @throws IllegalArgumentException where one has no reason
     */
    public static Equivalents parse(String text) {
        List<Block> entries = Block.parse(text);
        entries.forEach(entry -> {
            entry.need("why");
            entry.need("mutator");
            entry.need("line");
        });
        return new Equivalents(entries);
    }

    /** Whether a mutation is marked. */
    public boolean has(Mutation mutation, String line) {
        String name = mutation.className() + "." + mutation.method();
        return entries.stream()
                .anyMatch(entry -> entry.name().equals(name)
                        && entry.need("mutator").equals(mutation.mutator())
                        && entry.need("line").equals(line.strip()));
    }
}
