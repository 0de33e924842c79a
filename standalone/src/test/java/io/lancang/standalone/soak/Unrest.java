package io.lancang.standalone.soak;

import io.lancang.standalone.ReplicatedSet;
import io.lancang.standalone.StandaloneException;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** Does to the set what the timetable says. Used by one thread. */
final class Unrest {
    /** For so long gateways have no Valkey. */
    private static final Duration WITHOUT_STORE = Duration.ofSeconds(5);

    private final ReplicatedSet set;
    private final Phases phases;
    private final PrintStream out;
    private int kills;
    private boolean isLost;

    Unrest(ReplicatedSet set, Phases phases, PrintStream out) {
        this.set = set;
        this.phases = phases;
        this.out = out;
    }

    /** Follows the timetable to the begin of its calm part. */
    void follow(Timetable timetable, long begin) throws Exception {
        for (Timetable.Step step : timetable.steps()) {
            Duration wait = step.at().minusNanos(System.nanoTime() - begin);
            if (wait.isPositive()) {
                Thread.sleep(wait);
            }
            long from = System.nanoTime();
            phases.begin(step.upheaval(), from);
            try {
                happen(step.upheaval());
            } catch (StandaloneException lost) {
                // What did not come back is no state to go on from: what clients got until then is told all the same.
                out.printf("  FAULT: %s%n", lost.getMessage());
                isLost = true;
                return;
            } finally {
                phases.end(System.nanoTime());
            }
            out.printf(
                    Locale.ROOT,
                    "  %6d s  %-20s %5.1f s%n",
                    (from - begin) / 1_000_000_000,
                    step.upheaval().label(),
                    (System.nanoTime() - from) / 1e9);
        }
    }

    /** Whether a part of the set did not come back. */
    boolean isLost() {
        return isLost;
    }

    private void happen(Upheaval upheaval) throws InterruptedException, StandaloneException, IOException, SQLException {
        switch (upheaval.means()) {
            case RESTART -> set.restart(upheaval.part());
            case KILL -> {
                kills++;
                set.kill(upheaval.part(), kills);
            }
            case STORE -> {
                set.killStore();
                Thread.sleep(WITHOUT_STORE);
                set.startStoreAgain();
            }
            case DATABASE -> {
                set.failOver();
                set.followAgain();
            }
        }
    }
}
