package io.lancang.federation.execute.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that the client sees of objects of one runtime type at one position, in their order. Immutable. */
public final class ObjectProjection {
    private final FieldProjection[] fields;

    ObjectProjection(List<FieldProjection> fields) {
        this.fields = fields.toArray(FieldProjection[]::new);
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
}
