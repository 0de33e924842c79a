package io.lancang.federation.json;

/** The bytes are not JSON, or not within the limits of what the engine reads. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong at which byte. */
    public MalformedJsonException(String problem, int offset) {
        super(problem + " at byte " + offset);
    }
}
