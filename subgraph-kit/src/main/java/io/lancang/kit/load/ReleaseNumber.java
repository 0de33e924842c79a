package io.lancang.kit.load;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.Derivation;
import io.lancang.kit.dataset.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The number that a release is published under, within its transaction. Who sees a release sees each one of a lower number, so
 * that releases of all datasets are numbered in the order in which they commit, one after the other.
 *
 * <p>Where the storage allows it, that order is settled last: rows are written under a number that is only reserved, and no
 * other dataset waits for them. Where another release was published with a higher number meanwhile, this one takes a new
 * number, and its rows are counted. Elsewhere rows refer to their release by a foreign key, so that its number is settled before
 * the first of them. Belongs to one transaction and one thread.
 */
final class ReleaseNumber {
    /** How often new numbers are taken without holding others off, before it is done with holding them off. */
    private static final int TRIES = 3;

    private final Connection connection;
    private final ReleaseTable releases;
    private final Dataset dataset;
    private final boolean isSettledLast;
    private final Entry entry;
    private @Nullable Long number;

    /** @param entry writes the row of the release */
    ReleaseNumber(Connection connection, ReleaseTable releases, Dataset dataset, Entry entry) {
        this.connection = connection;
        this.releases = releases;
        this.dataset = dataset;
        this.isSettledLast = dataset.parts().stream().allMatch(part -> isNumberedLast(part.target()));
        this.entry = entry;
    }

    /** Writes the row of the release. */
    @FunctionalInterface
    interface Entry {
        void write(long number) throws SQLException;
    }

    private static boolean isNumberedLast(Target target) {
        return switch (target) {
            case Target.Facts facts -> facts.storage().isNumberedLast();
            case Target.Terms _ -> false;
        };
    }

    /** The number to write rows under. */
    long get() throws SQLException {
        Long known = number;
        if (known == null) {
            if (!isSettledLast) {
                releases.holdOthersOff();
            }
            known = releases.reserve();
            number = known;
            if (!isSettledLast) {
                entry.write(known);
            }
        }
        return known;
    }

    /**
     * Settles the number when all rows are written: no other release is published from here to the end of the transaction.
     *
     * @return the number that rows have now
     */
    long settle() throws SQLException {
        long settled = get();
        if (isSettledLast) {
            for (int tries = 0; tries < TRIES && releases.isOvertaken(settled); tries++) {
                settled = renumber(settled);
            }
            releases.holdOthersOff();
            if (releases.isOvertaken(settled)) {
                settled = renumber(settled);
            }
            number = settled;
            entry.write(settled);
        }
        return settled;
    }

    private long renumber(long from) throws SQLException {
        long to = releases.reserve();
        for (Dataset.Part part : dataset.parts()) {
            if (part.target() instanceof Target.Facts facts) {
                renumber(facts, from, to);
            }
        }
        for (Derivation derivation : dataset.derivations()) {
            derivation.renumber(connection, from, to);
        }
        return to;
    }

    private void renumber(Target.Facts facts, long from, long to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update " + facts.table() + " t set release_id = " + to
                    + " where t.superseded_by is null and t.release_id = " + from + " and (" + facts.scope() + ")");
            statement.execute("update " + facts.table() + " t set superseded_by = " + to + " where t.superseded_by = "
                    + from + " and (" + facts.scope() + ")");
        }
    }
}
