package io.lancang.kit.edit;

import io.lancang.kit.connection.Direction;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of the audit are wanted.
 *
 * @param subject only about this; null for all
 * @param editor only of this editor; null for all
 * @param beyond only changes beyond the release with this number, in the direction; null for all
 * @param direction from which end of the audit, which has the latest first
 */
public record WantedEdits(
        @Nullable String subject,
        @Nullable String editor,
        @Nullable Long beyond,
        Direction direction) {
    /** The same, wherever the page begins. */
    WantedEdits onAnyPage() {
        return new WantedEdits(subject, editor, null, direction);
    }

    /** In which order they are read. */
    String order() {
        return " order by release" + direction.opposite().order();
    }

    /** What stands behind {@code from EditEntity}. */
    String where() {
        List<String> conditions = new ArrayList<>();
        if (subject != null) {
            conditions.add("subject = :subject");
        }
        if (editor != null) {
            conditions.add("editor = :editor");
        }
        if (beyond != null) {
            conditions.add("release " + direction.opposite().beyond() + " :beyond");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Fills the parameters of {@link #where} in. */
    <T> Mutiny.SelectionQuery<T> in(Mutiny.SelectionQuery<T> query) {
        Mutiny.SelectionQuery<T> filled = query;
        filled = subject == null ? filled : filled.setParameter("subject", subject);
        filled = editor == null ? filled : filled.setParameter("editor", editor);
        return beyond == null ? filled : filled.setParameter("beyond", beyond);
    }
}
