package io.lancang.corridor.changes.edit;

import io.lancang.kit.edit.EditEntity;
import io.lancang.kit.edit.Undoable;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Undoes whatever changes wrote to tables with a history: one function of the database puts the rows back, of whichever tables. */
@Singleton
class NetworkUndo implements Undoable {
    private static final List<String> DATASETS = List.of(
            "corridors", "industrial_transfers", "locations", "milestones", "names", "segments", "throughput", "zones");
    /** The state, and the end of the message, with which the database refuses to leave out what something refers to. */
    private static final String REFERRED_TO = "LN001";

    private static final Pattern REASON = Pattern.compile("(?:ERROR: )?(.*?)(?: \\(" + REFERRED_TO + "\\))?");
    private static final String OF_FILES = " Nothing was loaded.";
    private static final long NEVER = 0;
    private static final String UNDO = "select coalesce(undo_edit(?1, ?2), " + NEVER + ")";

    @Override
    public boolean isMadeBy(String action) {
        return !action.equals(EditBeans.REGISTER_SOURCE);
    }

    @Override
    public List<String> datasetsOf(EditEntity edit) {
        return DATASETS;
    }

    /** Fails with CONFLICT, too, if something refers to what the change added. */
    @Override
    public Uni<Void> undo(EditEntity edit, String action, long release) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(UNDO, Long.class)
                        .setParameter(1, edit.release())
                        .setParameter(2, release)
                        .getSingleResult())
                .onFailure()
                .transform(failure -> referredTo(edit, failure))
                .invoke(later -> {
                    if (later != NEVER) {
                        throw conflict(
                                "What release " + edit.release() + " wrote was changed again by release " + later + ".",
                                "Undo release " + later + " first, or record what is right.");
                    }
                })
                .replaceWithVoid();
    }

    /** Hibernate tells what the database says as the text of an SQLException, between its severity and its state. */
    private static Throwable referredTo(EditEntity edit, Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        if (!(cause instanceof SQLException refused) || !REFERRED_TO.equals(refused.getSQLState())) {
            return failure;
        }
        Matcher parts = REASON.matcher(String.valueOf(refused.getMessage()));
        String reason = parts.matches() ? parts.group(1) : String.valueOf(refused.getMessage());
        return conflict(
                "Release " + edit.release() + " cannot be undone. " + reason.replace(OF_FILES, ""),
                "Undo first what refers to it.");
    }

    private static ServiceException conflict(String message, String wayOut) {
        return new ServiceException(ErrorCode.CONFLICT, message, wayOut);
    }
}
