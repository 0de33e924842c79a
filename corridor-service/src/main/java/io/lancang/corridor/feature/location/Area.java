package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.kit.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something is to be: in a box, in a circle, in both or anywhere.
 *
 * @param box null for anywhere
 * @param within null for anywhere
 */
public record Area(@Nullable Box box, @Nullable Circle within) {
    /**
     * Checks what the types cannot.
     *
     * @throws ServiceException BAD_USER_INPUT if the box or the circle is none
     */
    public void check() {
        if (box != null) {
            box.check();
        }
        if (within != null) {
            within.check();
        }
    }

    /** Whether it holds anything back. */
    public boolean isAsked() {
        return box != null || within != null;
    }

    /** A statement of the ids of locations in it. */
    public String ids(Conditions conditions) {
        return "select l.id from current_location l where " + String.join(" and ", inside(conditions));
    }

    /** Adds the condition that {@code current_location l} lies in it. */
    void addTo(Conditions conditions) {
        inside(conditions).forEach(conditions::add);
    }

    private List<String> inside(Conditions conditions) {
        List<String> inside = new ArrayList<>();
        if (box != null) {
            inside.add(box.condition(conditions));
        }
        if (within != null) {
            inside.add(within.condition(conditions));
        }
        return inside;
    }
}
