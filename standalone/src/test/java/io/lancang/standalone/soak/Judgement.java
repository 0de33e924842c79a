package io.lancang.standalone.soak;

import java.util.Optional;

/** Says which failures nobody inside the set could have saved a client from. All others are faults. */
final class Judgement {
    private Judgement() {}

    /**
     * Why a failure is no fault; empty if it is one.
     *
     * @param met the upheaval that the request met
     */
    static Optional<String> excuse(Kind kind, Optional<Upheaval> met, Failure failure) {
        if (kind.isFile() && failure.status() == 503 && failure.code().equals("UNAVAILABLE")) {
            // Both processes send as many as they may, which no further attempt at once would change.
            return Optional.of("a service sends three files at a time");
        }
        if (met.isEmpty()
                || failure.code().equals(Failure.WRONG)
                || failure.code().equals(Failure.STALE)) {
            return Optional.empty();
        }
        return switch (met.get().means()) {
            case DATABASE -> kind.needsPrimary() ? Optional.of("there is no primary for a moment") : Optional.empty();
            case KILL -> kind.writes() ? Optional.of("what changes something is sent once") : Optional.empty();
            // Who is asked to end finishes what was begun.
            case RESTART, STORE -> Optional.empty();
        };
    }
}
