package io.lancang.kit.intake;

import io.lancang.kit.bounds.Requests;
import io.lancang.kit.error.DatabaseFailure;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.load.LoadRefusedException;
import io.lancang.kit.load.WithdrawalEntry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.Executor;

/** Withdraws releases for fields of the graph, which must not wait. Who may do so is looked at by who calls. */
@Singleton
public class ReleaseWithdrawal {
    private final Intake intake;
    private final ReleaseList releases;

    ReleaseWithdrawal(Intake intake, ReleaseList releases) {
        this.intake = intake;
        this.releases = releases;
    }

    /**
     * Withdraws the latest release of its dataset.
     *
     * @param entry what is written down about it, in the same transaction
     * @return the number of the withdrawal; fails with NOT_FOUND if there is no such release, CONFLICT if it is not the latest or
     *     another load runs, UNAVAILABLE without a place or a database
     */
    public Uni<Long> withdraw(long release, WithdrawalEntry entry) {
        Executor own = Requests.threads().orElse(Infrastructure.getDefaultWorkerPool());
        return Uni.createFrom()
                .item(() -> withdrawn(release, entry))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(own);
    }

    private long withdrawn(long release, WithdrawalEntry entry) {
        try {
            return intake.withdraw(releases.datasetOf(release), release, entry).release();
        } catch (LoadRefusedException refused) {
            throw new ServiceException(
                    ErrorCode.CONFLICT,
                    String.valueOf(refused.getMessage()),
                    "`datasets { releases { id } }` tells which is the latest.");
        } catch (SQLException failure) {
            String state = failure.getSQLState();
            throw DatabaseFailure.ofState(state == null ? "" : state)
                    .<RuntimeException>map(refusal -> refusal)
                    .orElseGet(() -> new IllegalStateException(failure));
        }
    }
}
