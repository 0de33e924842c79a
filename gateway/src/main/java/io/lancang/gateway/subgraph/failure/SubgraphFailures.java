package io.lancang.gateway.subgraph.failure;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What clients read when a subgraph gives no answer. Names the subgraph; hosts and causes are for the log. */
public final class SubgraphFailures {
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;

    private SubgraphFailures() {}

    public static SubgraphException unreachable(String subgraph, Throwable cause) {
        return unavailable(subgraph, "could not be reached", cause);
    }

    public static SubgraphException interrupted(String subgraph, Throwable cause) {
        return unavailable(subgraph, "closed the connection before its answer was complete", cause);
    }

    /** The status of an answer that is no GraphQL response. What it says of the client's credentials is the client's to mend. */
    public static SubgraphException status(String subgraph, int status) {
        return switch (status) {
            case UNAUTHORIZED -> unauthenticated(subgraph);
            case FORBIDDEN -> forbidden(subgraph);
            default ->
                unavailable(
                        subgraph,
                        "answered with HTTP status " + status + " instead of a GraphQL response",
                        /* cause= */ null);
        };
    }

    static SubgraphException unauthenticated(String subgraph) {
        return new SubgraphException(
                ErrorCode.UNAUTHENTICATED,
                "Subgraph \"" + subgraph
                        + "\" does not accept the credentials of this request. Send a bearer token that is"
                        + " valid and has not expired, or none to read what is open.");
    }

    static SubgraphException forbidden(String subgraph) {
        return new SubgraphException(
                ErrorCode.FORBIDDEN,
                "Subgraph \"" + subgraph
                        + "\" does not let whoever sent this request ask it. Send the token of somebody who" + " may.");
    }

    public static SubgraphException contentType(String subgraph, String contentType) {
        return unavailable(
                subgraph,
                "answered with content type \"" + ErrorMask.shortened(contentType, 100) + "\" instead of JSON",
                /* cause= */ null);
    }

    public static SubgraphException tooLarge(String subgraph, long maximum) {
        return new SubgraphException(
                ErrorCode.LIMIT_EXCEEDED,
                "Subgraph \"" + subgraph + "\" answered with more than " + maximum
                        + " bytes, which the gateway does not take. Ask for fewer items at a time.");
    }

    public static SubgraphException noRoom(String subgraph) {
        return new SubgraphException(
                ErrorCode.LIMIT_EXCEEDED,
                "There is no room for the answer of subgraph \"" + subgraph
                        + "\" beside the others of this request, or beside those of other requests. Ask for fewer"
                        + " items at a time, or try again later.");
    }

    public static SubgraphException timeout(String subgraph, long millis) {
        return new SubgraphException(
                ErrorCode.TIMEOUT,
                "Subgraph \"" + subgraph + "\" did not answer within " + millis
                        + " ms. Try again later, or ask for less at a time.");
    }

    public static SubgraphException firstByte(String subgraph, long millis) {
        return new SubgraphException(
                ErrorCode.TIMEOUT,
                "Subgraph \"" + subgraph + "\" did not begin its answer within " + millis
                        + " ms. Try again later, or ask for less at a time.");
    }

    /** The circuit breaker is open. */
    public static SubgraphException spared(String subgraph) {
        return unavailable(subgraph, "was not asked, because most of its latest requests failed", /* cause= */ null);
    }

    /** The bulkhead is full. */
    public static SubgraphException busy(String subgraph) {
        return unavailable(
                subgraph, "was not asked, because as many requests as it may get are under way", /* cause= */ null);
    }

    public static SubgraphException deadline(String subgraph) {
        return new SubgraphException(
                ErrorCode.TIMEOUT,
                "The time for this request was over before subgraph \"" + subgraph
                        + "\" could be asked. Ask for less at a time.");
    }

    public static SubgraphException abandoned(String subgraph) {
        return new SubgraphException(
                ErrorCode.SUBGRAPH_UNAVAILABLE,
                "Subgraph \"" + subgraph + "\" was not waited for, because the client closed its connection.");
    }

    /** Whether the client sent what was refused: no fault of this set, and not logged, so that nobody can fill the log with it. */
    public static boolean isOfTheClient(SubgraphException failure) {
        return failure.code() == ErrorCode.UNAUTHENTICATED || failure.code() == ErrorCode.FORBIDDEN;
    }

    private static SubgraphException unavailable(String subgraph, String what, @Nullable Throwable cause) {
        String message = "Subgraph \"" + subgraph + "\" " + what + ". Its fields are null; try again later.";
        return cause == null
                ? new SubgraphException(ErrorCode.SUBGRAPH_UNAVAILABLE, message)
                : new SubgraphException(ErrorCode.SUBGRAPH_UNAVAILABLE, message, cause);
    }
}
