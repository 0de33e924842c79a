package io.lancang.trade.edit;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.intake.ReleaseWithdrawal;
import io.lancang.kit.steward.Stewards;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;

/** Withdraws releases of files, with the reason in the audit. */
@Singleton
class Withdrawals {
    private static final int LONGEST = 4_000;

    private final Edits edits;
    private final Stewards stewards;
    private final ReleaseWithdrawal withdrawal;

    Withdrawals(Edits edits, Stewards stewards, ReleaseWithdrawal withdrawal) {
        this.edits = edits;
        this.stewards = stewards;
        this.withdrawal = withdrawal;
    }

    /**
     * Withdraws the latest release of its dataset; the entry in the audit follows when it is done.
     *
     * @return fails with CONFLICT if later releases build on it, and with NOT_FOUND if there is none
     */
    Uni<TradeEdit> withdraw(long release, String reason) {
        stewards.require("Releases can be withdrawn only");
        if (reason.isBlank() || reason.length() > LONGEST || reason.indexOf(0) >= 0) {
            throw ServiceException.badInput(
                    "`reason` has " + reason.length() + " characters; it must be a text of 1 to " + LONGEST + ".",
                    "Say why the release is wrong.");
        }
        JsonObject content = new JsonObject().put("reason", reason);
        return withdrawal
                .withdraw(release)
                .chain(number -> edits.enter(
                        number, new Change("withdrawRelease", "single_facts", String.valueOf(release), content, null)));
    }
}
