package io.lancang.kit.load;

import java.sql.Connection;
import java.sql.SQLException;

/** What is written down about a withdrawal: within its transaction, so that there is neither without the other. */
@FunctionalInterface
public interface WithdrawalEntry {
    /** Nothing. */
    WithdrawalEntry NONE = (connection, withdrawal) -> {};

    /**
     * Writes it.
     *
     * @param withdrawal number of the release that stands for the withdrawal
     */
    void enter(Connection connection, long withdrawal) throws SQLException;
}
