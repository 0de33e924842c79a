package io.lancang.kit.replica;

import java.time.Duration;

/**
 * How far a standby was when it was looked at last. It never goes back, so that it has at least this.
 *
 * @param isStandby whether it follows a primary; one that was promoted does not
 * @param release number of the last release that it shows; 0 if none
 * @param behind for how long the primary has had what it has not
 */
record Standing(boolean isStandby, long release, Duration behind) {
    /** Of one that was not looked at yet, and so has not even the first release. */
    static final Standing UNKNOWN = new Standing(false, -1, Duration.ZERO);
}
