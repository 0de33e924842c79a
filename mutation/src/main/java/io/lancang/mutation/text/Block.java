package io.lancang.mutation.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a reviewed file:
 *
 * <pre>
 * ## name
 * key: value, which goes on
 *   in lines that are indented
 * - a line as it is
 * + the line that it becomes
 * </pre>
 *
 * @param name what follows {@code ##}
 * @param values the values by key
 * @param removed the lines with a minus, without it and without white space around them
 * @param added the lines with a plus, without it and the blank behind it
 */
public record Block(String name, Map<String, String> values, List<String> removed, List<String> added) {

    public Block {
        values = Map.copyOf(values);
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /**
     * The entries of a text, in order. Lines before the first one are a comment.
     *
     * @throws IllegalArgumentException where a line is none of an entry's
     */
    public static List<Block> parse(String text) {
        List<Block> blocks = new ArrayList<>();
        Draft draft = null;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("## ")) {
                if (draft != null) {
                    blocks.add(draft.block());
                }
                draft = new Draft(line.substring(3).strip());
            } else if (draft != null && !line.isBlank()) {
                draft.add(line, number);
            }
        }
        if (draft != null) {
            blocks.add(draft.block());
        }
        return List.copyOf(blocks);
    }

    /** The value of a key that the entry may lack. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * The value of a key that the entry must have.
     *
     * @throws IllegalArgumentException where it has none
     */
    public String need(String key) {
        return value(key)
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" has no line \"" + key + ": ...\""));
    }

    private static final class Draft {
        private final String name;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<String> removed = new ArrayList<>();
        private final List<String> added = new ArrayList<>();
        private String key = "";

        Draft(String name) {
            this.name = name;
        }

        void add(String line, int number) {
            int colon = line.indexOf(": ");
            if (line.equals("-") || line.startsWith("- ")) {
                removed.add(line.substring(1).strip());
            } else if (line.equals("+") || line.startsWith("+ ")) {
                added.add(line.substring(Math.min(2, line.length())));
            } else if (line.startsWith("  ") && !key.isEmpty()) {
                values.merge(key, line.strip(), (begun, more) -> begun + " " + more);
            } else if (colon > 0 && !line.startsWith(" ")) {
                key = line.substring(0, colon);
                values.put(key, line.substring(colon + 2).strip());
            } else {
                throw new IllegalArgumentException("line " + number + " of \"" + name
                        + "\" is neither \"key: value\" nor" + " a line with - or +: " + line);
            }
        }

        Block block() {
            return new Block(name, values, removed, added);
        }
    }
}
