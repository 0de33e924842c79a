package io.lancang.kit.load;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.Derivation;
import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.dataset.Stage;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.dataset.TemporaryStage;
import io.lancang.kit.staging.RejectionReport;
import io.lancang.kit.staging.StagedRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Puts back what a release had superseded, within a transaction. */
final class Withdrawal {
    private final Connection connection;
    private final ReleaseTable releases;
    private final Dataset dataset;
    private final long withdrawn;
    private final ReleaseNumber number;

    Withdrawal(Connection connection, ReleaseTable releases, Dataset dataset, long withdrawn) {
        this.connection = connection;
        this.releases = releases;
        this.dataset = dataset;
        this.withdrawn = withdrawn;
        this.number =
                new ReleaseNumber(connection, releases, dataset, release -> releases.withdraw(release, withdrawn));
    }

    LoadResult.Loaded run() throws SQLException {
        refuseIfBuiltUpon();
        releases.requireCurrent(withdrawn);
        long rows = 0;
        Publication.Change change = Publication.Change.NONE;
        for (Dataset.Part part : dataset.parts()) {
            if (part.target() instanceof Target.Facts facts) {
                // Rows that were published once break no rule.
                StagedRules rules = new StagedRules(
                        connection, part, new RejectionReport(dataset.id(), "withdrawal", UnaryOperator.identity()));
                TemporaryStage stage = new TemporaryStage(connection, facts);
                rows += stageWhatWasSeenBefore(facts);
                change = change.plus(
                        new Publication(connection, number.get(), Replacement.DATASET, rules, LoadProgress.NONE)
                                .publish(facts, stage));
                stage.clear();
            }
        }
        for (Derivation derivation : dataset.derivations()) {
            derivation.derive(connection, number.get());
        }
        long release = number.settle();
        for (Derivation derivation : dataset.derivations()) {
            derivation.complete(connection);
        }
        releases.close(release, rows, change);
        return new LoadResult.Loaded(release, rows, 0, change.added(), change.closed());
    }

    /** Names and codes are not withdrawn: other rows may refer to them by now. */
    static boolean isPossible(Dataset dataset) {
        return dataset.parts().stream().anyMatch(part -> part.target() instanceof Target.Facts);
    }

    /** Facts that were given since by another way than files of the dataset are not to be lost with the file. */
    private void refuseIfBuiltUpon() throws SQLException {
        if (dataset.isChangedBy(connection, releases.othersSince(withdrawn))) {
            throw LoadRefusedException.builtUpon(dataset.id(), withdrawn);
        }
    }

    private long stageWhatWasSeenBefore(Target.Facts facts) throws SQLException {
        String line = facts.storage().keptOfStage().contains(Stage.LINE) ? "t." + Stage.LINE : "0";
        String columns = String.join(", ", facts.columns());
        String seen = facts.columns().stream().map(column -> "t." + column).collect(Collectors.joining(", "));
        return execute(
                "insert into " + Stage.TABLE + " (" + Stage.LINE + ", " + columns + ") select " + line + ", " + seen
                        + " from " + facts.table() + " t where (" + facts.scope() + ") and t.release_id < " + withdrawn
                        + " and (t.superseded_by is null or t.superseded_by >= " + withdrawn + ")");
    }

    private long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }
}
