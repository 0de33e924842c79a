package io.lancang.gateway.freshness;

import org.jspecify.annotations.Nullable;

/**
 * How long the answer to one request of a client counts, from what is known of its parts. Not thread-safe; belongs to one
 * request.
 */
public final class AnswerFreshness {
    private boolean isUnknown;
    private boolean isChange;
    private boolean hasParts;
    private boolean isPrivate;
    private boolean isImmutable = true;
    private long bornAt = Long.MAX_VALUE;
    private long freshUntil = Long.MAX_VALUE;

    /** Takes note of a part. */
    public void note(Lifetime part) {
        hasParts = true;
        isPrivate |= part.isPrivate();
        isImmutable &= part.isImmutable();
        bornAt = Math.min(bornAt, part.bornAt());
        freshUntil = Math.min(freshUntil, part.freshUntil());
    }

    /** Nobody but who asked may see the answer. */
    public void notePrivate() {
        isPrivate = true;
    }

    /** A part of the answer may not be given again. */
    public void noteUnknown() {
        isUnknown = true;
    }

    /** The request is no query, so that nothing is to be said. */
    public void noteChange() {
        isChange = true;
    }

    /**
     * What is to be said to the client.
     *
     * @param hasErrors whether the answer has errors
     * @param now in milliseconds since 1970
     * @return null if nothing is
     */
    public @Nullable Verdict verdict(boolean hasErrors, long now) {
        if (isChange || (!hasParts && !isUnknown)) {
            return null;
        }
        if (isUnknown || hasErrors) {
            return Verdict.NOT_KEPT;
        }
        long age = Math.max(0, now - bornAt) / 1000;
        // From when the oldest part was made, because a client takes the age from it, as HTTP has it.
        long maxAge = Math.max(age, (freshUntil - bornAt) / 1000);
        return new Verdict(true, isPrivate, isImmutable, maxAge, age);
    }

    /**
     * What is said to a client.
     *
     * @param isKept whether it may keep the answer
     * @param isImmutable whether no part of the answer changes in this time
     * @param maxAge in seconds, from when the oldest part was made
     * @param age of the oldest part, in seconds
     */
    public record Verdict(boolean isKept, boolean isPrivate, boolean isImmutable, long maxAge, long age) {
        /** The client may not keep the answer. */
        public static final Verdict NOT_KEPT = new Verdict(false, false, false, 0, 0);

        /** The value of {@code Cache-Control}. */
        public String cacheControl() {
            return isKept
                    ? (isPrivate ? "private" : "public") + ", max-age=" + maxAge + (isImmutable ? ", immutable" : "")
                    : "no-store";
        }
    }
}
