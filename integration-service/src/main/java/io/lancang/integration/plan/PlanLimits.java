package io.lancang.integration.plan;

import io.lancang.kit.error.ServiceException;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

@Input("PlanLimitsInput")
@Description("The limits of a plan. What is left out or null is not limited.")
public record PlanLimits(
        @Description("Requests a minute, from 1.") @Nullable Integer requestsPerMinute,

        @Description("Cost a minute, as demand control counts it, from 1.") @Nullable
        Integer costPerMinute,

        @Description("Requests at once, from 1.") @Nullable Integer concurrentRequests,

        @Description("Subscriptions that are open at once, from 1.") @Nullable
        Integer subscriptions,

        @Description("Jobs that wait or run at once, from 1.") @Nullable
        Integer jobs,

        @Description("What the results of jobs that are kept may have together, in MiB, from 1.") @Nullable
        Integer jobMegabytes) {
    /** @throws ServiceException BAD_USER_INPUT for a limit below 1 */
    void check() {
        check("requestsPerMinute", requestsPerMinute);
        check("costPerMinute", costPerMinute);
        check("concurrentRequests", concurrentRequests);
        check("subscriptions", subscriptions);
        check("jobs", jobs);
        check("jobMegabytes", jobMegabytes);
    }

    private static void check(String limit, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw ServiceException.badInput(
                    "`" + limit + "` is " + value + "; a limit is 1 or more.",
                    "Leave it out for no limit. To let a client ask nothing, call `suspendClient`.");
        }
    }

    JsonObject asJson() {
        return new JsonObject()
                .put("requestsPerMinute", requestsPerMinute)
                .put("costPerMinute", costPerMinute)
                .put("concurrentRequests", concurrentRequests)
                .put("subscriptions", subscriptions)
                .put("jobs", jobs)
                .put("jobMegabytes", jobMegabytes);
    }
}
