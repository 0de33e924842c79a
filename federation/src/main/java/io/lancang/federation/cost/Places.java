package io.lancang.federation.cost;

import io.lancang.federation.cost.Cost.FieldCost;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects that the fetches of a plan have asked for so far, by merge keys. Belongs to one compilation. */
final class Places {
    private final String type;
    private final Size size;
    private final Map<String, Places> fields = new HashMap<>();

    /**
     * @param type name of the type of the objects
     * @param size how many there are for each object around them
     */
    Places(String type, Size size) {
        this.type = type;
        this.size = size;
    }

    String type() {
        return type;
    }

    Size size() {
        return size;
    }

    /** The objects in a field; null if no fetch asked for it. */
    @Nullable
    Places field(String key) {
        return fields.get(key);
    }

    /** Notes what a fetch asks for here. */
    void add(Cost cost) {
        switch (cost) {
            case Cost.Sum sum -> sum.parts().forEach(this::add);
            case Cost.Conditional conditional -> add(conditional.cost());
            case Cost.ByType byType -> byType.groups().forEach(this::add);
            case FieldCost field ->
                fields.computeIfAbsent(field.key(), added -> new Places(field.type(), field.size()))
                        .add(field.below());
            case Cost.Fixed fixed -> {
                // No field.
            }
            case Cost.VariableInput input -> {
                // No field.
            }
            case Cost.SlicingRule rule -> {
                // No field.
            }
        }
    }
}
