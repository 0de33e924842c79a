package io.lancang.integration.job;

import org.eclipse.microprofile.graphql.Description;

@Description("Where a job stands.")
public enum JobState {
    /** Nobody works on it. */
    @Description("It waits for its turn, or for the next attempt: `reason` says why.")
    QUEUED,
    /** An instance works on it. */
    @Description("The file is being fetched.")
    RUNNING,
    /** The result is there. */
    @Description("The result is there until `expiresAt`.")
    DONE,
    /** It will not be tried again. */
    @Description("It could not be done: `code` and `reason` say why. There is no result.")
    FAILED,
    /** Its client did not want it any more. */
    @Description("It was cancelled. There is no result.")
    CANCELLED,
    /** The result is gone. */
    @Description("The result was kept until `expiresAt` and is gone.")
    EXPIRED
}
