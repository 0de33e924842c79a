package io.lancang.gateway.limits.rate;

import io.lancang.gateway.request.Refusal;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a client is told that has used what its plan allows. */
final class RateRefusals {
    /** A place gets free when an operation ends, which is soon. */
    private static final String SOON = "1";

    private RateRefusals() {}

    static Refusal of(Plan plan, Taking.Refused refused, long cost) {
        boolean isCost = refused.kind() == Kind.COST;
        String limit = isCost
                ? "a cost of " + plan.costPerMinute() + " a minute"
                : plan.requestsPerMinute() + " requests a minute";
        if (refused.waitNanos() == Taking.Refused.NEVER) {
            return never(plan, limit, isCost, cost);
        }
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(refused.waitNanos() + 999_999_999));
        String spent = isCost
                ? "and this operation, whose cost is estimated at " + cost + ", would be more than is left."
                : "and they are used up.";
        return new Refusal(
                429,
                "RATE_LIMITED",
                "The plan \"" + plan.name() + "\" allows " + limit + ", " + spent,
                "Send it again in " + seconds + (seconds == 1 ? " second." : " seconds.")
                        + (isCost ? " An operation that asks for less has to wait for less time." : ""),
                Map.of("Retry-After", String.valueOf(seconds)));
    }

    /** Without Retry-After: whoever waits will be refused again. */
    private static Refusal never(Plan plan, String limit, boolean isCost, long cost) {
        return new Refusal(
                429,
                "RATE_LIMITED",
                "The plan \"" + plan.name() + "\" allows " + limit + ", "
                        + (isCost
                                ? "and this operation alone is estimated to cost " + cost + "."
                                : "so that it answers nothing."),
                isCost ? "Ask for less at a time, or for another plan." : "Ask for another plan.");
    }

    static Refusal tooManyAtATime(Plan plan) {
        return new Refusal(
                429,
                "RATE_LIMITED",
                "The plan \"" + plan.name() + "\" allows " + plan.concurrentRequests()
                        + " requests at the same time, and as many are in work.",
                "Send it again when one of them is answered.",
                Map.of("Retry-After", SOON));
    }

    static Refusal tooManySubscriptions(Plan plan) {
        return new Refusal(
                429,
                "RATE_LIMITED",
                "The plan \"" + plan.name() + "\" allows " + plan.subscriptions()
                        + " subscriptions at the same time, and as many are open.",
                "End subscriptions that are not needed.",
                Map.of("Retry-After", "10"));
    }
}
