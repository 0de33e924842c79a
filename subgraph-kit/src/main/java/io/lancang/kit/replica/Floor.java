package io.lancang.kit.replica;

/**
 * What an answer must know of: the releases that this process was told of, and what it changed itself. Whether all of that is known is told
 * by two things: that it hears of releases as they are published, and that the primary was looked at since it began to, and since it
 * changed something itself. Safe for any thread.
 */
final class Floor {
    private long release;
    private boolean listens;
    /** What happened here that a release may stand for whose number is not known yet, and how much of that is known. */
    private long happened = 1;

    private long told;

    /**
     * How much must be known, at a moment.
     *
     * @param release number of the last release that an answer must know of
     * @param isKnown whether a later one would have been heard of; else only the primary knows
     */
    record Level(long release, boolean isKnown) {}

    synchronized Level level() {
        return new Level(release, listens && told == happened);
    }

    /** A release was announced, or read of on the primary. */
    synchronized void published(long number) {
        release = Math.max(release, number);
    }

    /** Something was changed here. */
    synchronized void changed() {
        happened++;
    }

    /** Releases are heard of from now on. */
    synchronized void listens() {
        listens = true;
        happened++;
    }

    /** Releases are not heard of any more. */
    synchronized void lost() {
        listens = false;
    }

    /** Whether releases are heard of. */
    synchronized boolean isListening() {
        return listens;
    }

    /** To be asked before the primary is looked at: what has happened until then will be a part of what it shows. */
    synchronized long happened() {
        return happened;
    }

    /**
     * The primary was looked at.
     *
     * @param number of the last release that it showed
     * @param before what {@link #happened} said before
     */
    synchronized void told(long number, long before) {
        release = Math.max(release, number);
        told = before;
    }
}
