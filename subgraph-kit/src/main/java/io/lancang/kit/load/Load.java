package io.lancang.kit.load;

import io.lancang.kit.dataset.Checksum;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.Derivation;
import io.lancang.kit.dataset.Doubt;
import io.lancang.kit.dataset.DoubtFinder;
import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.RowCheck;
import io.lancang.kit.dataset.Stage;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.singlefact.SingleFacts;
import io.lancang.kit.singlefact.UndoneEdit;
import io.lancang.kit.staging.RejectionReport;
import io.lancang.kit.staging.StagedRules;
import io.lancang.kit.staging.Staging;
import java.io.IOException;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One load, within its transaction. What is not kept is rolled back by who began the transaction. */
final class Load {
    /**
     * Sums and sorts of a release are few and large, unlike those of requests. What workers send is groups, few for the rows that they read,
     * which nobody knows the number of yet.
     */
    private static final String SETTINGS = "set local work_mem = '128MB'; set local maintenance_work_mem = '256MB';"
            + " set local parallel_tuple_cost = 0; set local jit = off";

    private final Connection connection;
    private final ReleaseTable releases;
    private final LoadRequest request;
    private final RejectionReport report;
    private @Nullable String sha256;
    private final ReleaseNumber number;
    private final List<Stage> stages = new ArrayList<>();
    private long rows;
    private long skipped = Long.MAX_VALUE;
    private Publication.Change change = Publication.Change.NONE;
    private final List<Doubt> doubts = new ArrayList<>();
    private final SortedMap<Long, UndoneEdit> undone = new TreeMap<>();

    Load(Connection connection, ReleaseTable releases, LoadRequest request) {
        this.connection = connection;
        this.releases = releases;
        this.request = request;
        this.report = new RejectionReport(request.dataset().id(), request.file().name(), request.file()::located);
        this.number = new ReleaseNumber(
                connection,
                releases,
                request.dataset(),
                release -> releases.open(release, request.file().name(), String.valueOf(sha256)));
    }

    LoadResult run() throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
        OptionalLong current = releases.current();
        for (Dataset.Part part : request.dataset().parts()) {
            OptionalLong same = load(part);
            if (same.isPresent()) {
                return new LoadResult.Unchanged(same.getAsLong());
            }
        }
        if (rows == 0 && report.isEmpty()) {
            report.add(new Rejection(1, "row", "the file has no rows"));
        }
        report.throwIfAny();
        request.progress().at(LoadProgress.Phase.DERIVING, rows);
        for (Derivation derivation : request.dataset().derivations()) {
            derivation.derive(connection, number.get());
        }
        checkDeferredRules();
        return finish(current);
    }

    /** Rules that wait for the end of the transaction are asked now: what is only checked never comes to its end. */
    private void checkDeferredRules() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set constraints all immediate");
        }
    }

    /** Loads one part and returns nothing, or the release that has the content already. */
    private OptionalLong load(Dataset.Part part) throws SQLException, IOException {
        Staging staging =
                new Staging(connection, request.dataset().header(), part, report, request.progress(), request.file());
        OptionalLong same = stage(staging);
        if (same.isEmpty()) {
            check(part, staging);
            publishIfSound(part, staging.stage());
            staging.stage().clear();
        }
        return same;
    }

    private OptionalLong stage(Staging staging) throws SQLException, IOException {
        request.progress().at(LoadProgress.Phase.READING, 0);
        try (DigestInputStream content = Checksum.counting(request.file().open())) {
            rows += staging.fill(content);
            skipped = Math.min(skipped, staging.skipped());
            if (request.file().isRepeatable()) {
                sha256 = request.file().sha256();
                return OptionalLong.empty();
            }
            if (!report.isEmpty()) {
                return OptionalLong.empty();
            }
            String read = Checksum.read(content);
            sha256 = read;
            return releases.same(read, request);
        }
    }

    /** Rows that are right one by one may be wrong together: all faults of a file are reported in one round. */
    private void check(Dataset.Part part, Staging staging) throws SQLException {
        if (report.isFull()) {
            return;
        }
        request.progress().at(LoadProgress.Phase.CHECKING, rows);
        StagedRules rules = new StagedRules(connection, part, report);
        rules.checkReferences();
        // What was not read cannot be distinguished from what is not there.
        if (staging.isComplete()) {
            RowCheck.Beside beside = new RowCheck.Beside(request.replacement(), staging.refused());
            for (RowCheck check : part.checks()) {
                check.check(connection, beside, report::add);
            }
        }
        if (!report.isEmpty()) {
            // In a sound file an index finds them when the rows are published.
            rules.areKeysUnique();
        }
    }

    /** After the first bad row the other parts are only read and checked, so that the report is complete. */
    private void publishIfSound(Dataset.Part part, Stage stage) throws SQLException {
        if (report.isEmpty()) {
            StagedRules rules = new StagedRules(connection, part, report);
            for (DoubtFinder finder : part.doubts()) {
                if (finder.isBeforePublication()) {
                    finder.find(connection, this::doubt);
                }
            }
            request.progress().at(LoadProgress.Phase.COMPARING, rows);
            Publication.Change ofPart = new Publication(
                            connection, number.get(), request.replacement(), rules, request.progress())
                    .publish(part.target(), stage);
            change = change.plus(ofPart);
            findUndone(part, ofPart);
            stages.add(stage);
            for (DoubtFinder finder : part.doubts()) {
                if (!finder.isBeforePublication()) {
                    finder.find(connection, this::doubt);
                }
            }
        }
    }

    private void findUndone(Dataset.Part part, Publication.Change ofPart) throws SQLException {
        boolean mayUndo = switch (part.target()) {
            case Target.Facts facts -> ofPart.closed() > 0;
            case Target.Terms terms -> ofPart.added() > 0;
        };
        if (mayUndo) {
            part.target()
                    .undoneBy(connection, request.dataset().id(), number.get())
                    .forEach(edit -> undone.merge(edit.release(), edit, UndoneEdit::and));
        }
    }

    private void doubt(Doubt doubt) {
        if (doubts.size() < DoubtFinder.LIMIT) {
            doubts.add(doubt);
        }
    }

    /** What the file undoes has to be agreed to, unless it is only asked what would happen. */
    private void requireConsentToUndo() {
        List<UndoneEdit> unagreed = undone.values().stream()
                .filter(edit -> !request.consent().edits().contain(edit.release()))
                .toList();
        if (!unagreed.isEmpty() && request.outcome() != LoadRequest.Outcome.CHECK) {
            throw LoadRefusedException.overEdits(request.dataset().id(), unagreed);
        }
    }

    /** What is undone, as far as anybody reads on. */
    private List<UndoneEdit> undone() {
        return undone.values().stream().limit(SingleFacts.MOST_NAMED + 1L).toList();
    }

    private LoadResult finish(OptionalLong current) throws SQLException {
        requireConsentToUndo();
        if (Losses.areLarge(change)) {
            if (request.outcome() != LoadRequest.Outcome.CHECK
                    && !request.consent().losses()) {
                throw LoadRefusedException.unconfirmed(request.dataset().id(), Losses.describe(change));
            }
            doubts.addFirst(new Doubt(1, "row", Losses.describe(change)));
        }
        return switch (request.outcome()) {
            case CHECK -> new LoadResult.Checked(rows, skipped, change.added(), change.closed(), doubts, undone());
            case PUBLISH ->
                change.isNone() && current.isPresent() ? new LoadResult.Unchanged(current.getAsLong()) : published();
            case PUBLISH_ONCE -> published();
        };
    }

    private LoadResult published() throws SQLException {
        request.progress().at(LoadProgress.Phase.PUBLISHING, rows);
        long release = number.settle();
        for (Stage stage : stages) {
            stage.publishNew(release);
        }
        for (Derivation derivation : request.dataset().derivations()) {
            derivation.complete(connection);
        }
        releases.close(release, rows, change);
        return new LoadResult.Loaded(release, rows, skipped, change.added(), change.closed(), doubts, undone());
    }
}
