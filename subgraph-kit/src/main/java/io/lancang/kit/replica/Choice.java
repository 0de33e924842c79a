package io.lancang.kit.replica;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the server that answers a question. A standby may, if it has every release that this process knows of, is not too far behind, and a
 * later release would have been heard of; else the primary answers. While the primary does not, nothing can be published either, and each
 * standby answers that has every release, also the one that is being made the next primary.
 *
 * <p>Statements that belong together go to one server, or on to the primary, which has whatever a standby has shown: never from one
 * standby to another that may know less. Immutable.
 *
 * @param primary the primary
 * @param primaryAnswers whether it answered when it was looked at last
 * @param level what an answer must know of
 * @param lag how far behind a standby may be
 */
record Choice(Server primary, boolean primaryAnswers, Floor.Level level, Duration lag) {
    /** A standby, and how far it is. */
    record Candidate(Server server, Standing standing) {}

    /**
     * Chooses.
     *
     * @param before who answered the last statement of the same question; null if this is the first
     * @param turn grows from question to question, so that standbys take turns
     */
    Route of(List<Candidate> standbys, @Nullable Server before, int turn) {
        List<Server> complete = standbys.stream()
                .filter(this::isComplete)
                .map(Candidate::server)
                .toList();
        if (complete.isEmpty()) {
            return new Route(primary, null);
        }
        if (!primaryAnswers) {
            Server chosen = before != null && complete.contains(before) ? before : inTurn(complete, turn);
            Server other = complete.get(Math.floorMod(complete.indexOf(chosen) + 1, complete.size()));
            return new Route(chosen, other.equals(chosen) ? primary : other);
        }
        // Where all addresses are named because any may be the primary's, one of these is no other server.
        List<Server> following = standbys.stream()
                .filter(standby -> isComplete(standby) && standby.standing().isStandby())
                .map(Candidate::server)
                .toList();
        Server next = inTurn(following.isEmpty() ? complete : following, turn);
        List<Server> near = standbys.stream()
                .filter(standby -> isComplete(standby) && isNear(standby.standing()))
                .map(Candidate::server)
                .toList();
        if (!level.isKnown() || near.isEmpty() || (before != null && !near.contains(before))) {
            return new Route(primary, next);
        }
        return new Route(before == null ? inTurn(near, turn) : before, primary);
    }

    private static Server inTurn(List<Server> servers, int turn) {
        return servers.get(Math.floorMod(turn, servers.size()));
    }

    private boolean isNear(Standing standing) {
        return standing.isStandby() && standing.behind().compareTo(lag) <= 0;
    }

    private boolean isComplete(Candidate standby) {
        return standby.standing().release() >= level.release();
    }
}
