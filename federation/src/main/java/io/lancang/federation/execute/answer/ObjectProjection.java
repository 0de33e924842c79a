package io.lancang.federation.execute.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that the client sees of objects of one runtime type at one position, in their order. Immutable. */
public final class ObjectProjection {
    private final FieldProjection[] fields;
    private final List<DeferredProjection> deferred;

    ObjectProjection(List<FieldProjection> fields, List<DeferredProjection> deferred) {
        this.fields = fields.toArray(FieldProjection[]::new);
        this.deferred = List.copyOf(deferred);
    }

    /** What of the objects the client sees later. */
    List<DeferredProjection> deferred() {
        return deferred;
    }

    int size() {
        return fields.length;
    }

    FieldProjection field(int index) {
        return fields[index];
    }

    /** The field that shows a slot; null if the client does not see it. */
    @Nullable
    FieldProjection showing(int slot) {
        for (FieldProjection field : fields) {
            if (field.slot() == slot) {
                return field;
            }
        }
        return null;
    }

    /** The field under a response key; null if the client does not see it. */
    @Nullable
    FieldProjection under(String responseKey) {
        for (FieldProjection field : fields) {
            if (field.responseKey().equals(responseKey)) {
                return field;
            }
        }
        return null;
    }
}
