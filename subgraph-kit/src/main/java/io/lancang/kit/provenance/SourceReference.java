package io.lancang.kit.provenance;

import io.lancang.kit.history.Vantage;
import java.util.List;

/**
 * A source that a fact cites.
 *
 * @param id of the source
 * @param seen from when the fact is seen, and so what the source was called
 */
public record SourceReference(String id, Vantage seen) {
    /** References to several sources by a fact that is seen from there. */
    public static List<SourceReference> all(List<String> ids, Vantage seen) {
        return ids.stream().map(id -> new SourceReference(id, seen)).toList();
    }
}
