package io.lancang.trade.edit;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.intake.ReleaseWithdrawal;
import io.lancang.kit.steward.Stewards;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Withdraws releases of files, with the reason in the audit. */
@Singleton
class Withdrawals {
    private static final int LONGEST = 4_000;
    private static final String ENTER = "insert into edit (release_id, editor, action, subject, content, before)"
            + " values (?, ?, 'withdrawRelease', ?, ?::jsonb, '{}')";

    private final Edits edits;
    private final Stewards stewards;
    private final ReleaseWithdrawal withdrawal;

    Withdrawals(Edits edits, Stewards stewards, ReleaseWithdrawal withdrawal) {
        this.edits = edits;
        this.stewards = stewards;
        this.withdrawal = withdrawal;
    }

    /**
     * Withdraws the latest release of its dataset, with its entry in the audit in one transaction.
     *
     * @return fails with CONFLICT if later releases build on it, and with NOT_FOUND if there is none
     */
    Uni<TradeEdit> withdraw(long release, String reason) {
        String editor = stewards.require("Releases can be withdrawn only");
        if (reason.isBlank() || reason.length() > LONGEST || reason.indexOf(0) >= 0) {
            throw ServiceException.badInput(
                    "`reason` has " + reason.length() + " characters; it must be a text of 1 to " + LONGEST + ".",
                    "Say why the release is wrong.");
        }
        JsonObject content = new JsonObject().put("reason", reason);
        return withdrawal
                .withdraw(
                        release,
                        (connection, number) -> enter(connection, number, editor, String.valueOf(release), content))
                .chain(edits::of);
    }

    /** By the connection of the withdrawal, which is none of the entities'. */
    private static void enter(Connection connection, long number, String editor, String subject, JsonObject content)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setLong(1, number);
            statement.setString(2, editor);
            statement.setString(3, subject);
            statement.setString(4, content.encode());
            statement.execute();
        }
    }
}
