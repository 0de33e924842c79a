package io.lancang.kit.edit;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of the audit are wanted.
 *
 * @param subject only about this; null for all
 * @param editor only of this editor; null for all
 * @param before only changes before the release with this number; null for all
 */
public record WantedEdits(
        @Nullable String subject,
        @Nullable String editor,
        @Nullable Long before) {
    /** The same, wherever the page begins. */
    WantedEdits onAnyPage() {
        return new WantedEdits(subject, editor, null);
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
        if (before != null) {
            conditions.add("release < :before");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Fills the parameters of {@link #where} in. */
    <T> Mutiny.SelectionQuery<T> in(Mutiny.SelectionQuery<T> query) {
        Mutiny.SelectionQuery<T> filled = query;
        filled = subject == null ? filled : filled.setParameter("subject", subject);
        filled = editor == null ? filled : filled.setParameter("editor", editor);
        return before == null ? filled : filled.setParameter("before", before);
    }
}
