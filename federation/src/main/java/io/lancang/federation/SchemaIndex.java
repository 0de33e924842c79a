package io.lancang.federation;

import java.util.List;

/** Finds parts of a schema by words. Thread-safe. */
public interface SchemaIndex {
    /**
     * Which parts a search found.
     *
     * @param entries those that fit best, the best first
     * @param total how many fit in all
     */
    record Found(List<SchemaEntry> entries, int total) {}

    /**
     * Types and fields in whose names, arguments or descriptions the words occur. A word in a name counts more than one in a
     * description, and more of the words more than fewer.
     *
     * @param words separated by whatever is no letter and no digit; a name such as {@code tradeServed} is two words
     * @param most how many are found at most
     */
    Found search(String words, int most);
}
