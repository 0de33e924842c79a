package io.lancang.federation.plan.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code @defer} puts off, and how long. It has requests of its own for fields of entities, fields of the root, and
 * whatever hangs on them; fields that no key leads to are asked for with what is around them, and only answered later.
 *
 * @param id of the {@linkplain io.lancang.federation.operation.Deferral deferral}
 * @param within id of the deferred part in which it stands, or {@link #PRIMARY}: it is not answered before that
 * @param paths of the objects to which the fields belong
 * @param after ids of the fetches that must be merged before it can be answered
 */
public record DeferredPart(
        int id, @Nullable String label, int within, List<List<PathStep>> paths, List<Integer> after) {
    /** In place of an id: what is answered first. */
    public static final int PRIMARY = -1;

    public DeferredPart {
        paths = List.copyOf(paths);
        after = List.copyOf(after);
    }
}
