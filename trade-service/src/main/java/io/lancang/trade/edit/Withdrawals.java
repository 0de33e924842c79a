package io.lancang.trade.edit;

import io.lancang.kit.edit.EditEntity;
import io.lancang.kit.edit.Undoing;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.intake.ReleaseWithdrawal;
import io.lancang.kit.steward.Stewards;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Withdraws releases of files, with the reason in the audit, and withdraws that again. */
@Singleton
class Withdrawals {
    private static final int LONGEST = 4_000;
    private static final String ACTION = "withdrawRelease";
    private static final String ENTER =
            "insert into edit (release_id, editor, action, subject, content, before, undoes) values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)";

    private final Stewards stewards;
    private final ReleaseWithdrawal withdrawal;

    Withdrawals(Stewards stewards, ReleaseWithdrawal withdrawal) {
        this.stewards = stewards;
        this.withdrawal = withdrawal;
    }

    /**
     * An entry of the audit.
     *
     * @param undoes number of the withdrawal that is undone; null for a withdrawal
     */
    private record Entry(
            String editor,
            String action,
            String subject,
            JsonObject content,
            JsonObject before,
            @Nullable Long undoes) {
        /** By the connection of the withdrawal, which is none of the entities'. */
        void enter(Connection connection, long number) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
                statement.setLong(1, number);
                statement.setString(2, editor);
                statement.setString(3, action);
                statement.setString(4, subject);
                statement.setString(5, content.encode());
                statement.setString(6, before.encode());
                statement.setObject(7, undoes, Types.BIGINT);
                statement.execute();
            }
        }
    }

    /**
     * Withdraws the latest release of its dataset, with its entry in the audit in one transaction.
     *
     * @return the number of the withdrawal; fails with CONFLICT if later releases build on it, and with NOT_FOUND if there is none
     */
    Uni<Long> withdraw(long release, String reason) {
        String editor = stewards.require("Releases can be withdrawn only");
        if (reason.isBlank() || reason.length() > LONGEST || reason.indexOf(0) >= 0) {
            throw ServiceException.badInput(
                    "`reason` has " + reason.length() + " characters; it must be a text of 1 to " + LONGEST + ".",
                    "Say why the release is wrong.");
        }
        JsonObject content = new JsonObject().put("reason", reason);
        Entry entry = new Entry(editor, ACTION, String.valueOf(release), content, new JsonObject(), null);
        return withdrawal.withdraw(release, entry::enter);
    }

    /** Whether a change is a withdrawal, or undid one. */
    boolean made(Undoing.Asked asked) {
        return asked.action().equals(ACTION);
    }

    /**
     * Withdraws a withdrawal: the figures of the file are there again.
     *
     * @return the number of the release that does so; fails with CONFLICT if something was loaded since, and for the undoing of a
     *     withdrawal, after which the file can be withdrawn again
     */
    Uni<Long> undo(EditEntity edit) {
        String editor = stewards.require("Facts can be changed only");
        Entry entry = new Entry(editor, EditBeans.UNDO, edit.subject(), edit.before(), edit.content(), edit.release());
        return withdrawal.withdraw(edit.release(), entry::enter);
    }
}
