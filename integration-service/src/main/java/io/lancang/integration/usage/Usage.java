package io.lancang.integration.usage;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What a client used in one period, by the reports of gateways. Periods without a report are left out.")
public record Usage(
        @Description("When the period begins.") @NonNull OffsetDateTime start,

        @Description("When it ends, which is when the next one begins.") @NonNull
        OffsetDateTime end,

        @Description("Requests that were answered.") long requests,

        @Description("Requests that were refused because of a limit.")
        long refused,

        @Description("What the answered requests cost, as demand control counts it.")
        long cost,

        @Description("The requests of the busiest minute.") long busiestMinuteRequests,

        @Description("The cost of the most expensive minute.")
        long busiestMinuteCost,

        @Description(
                "As many requests as the plan that the client has now allows in a period of this length; null for no limit.")
        @Nullable
        Long requestsAllowed,

        @Description(
                "As much cost as the plan that the client has now allows in a period of this length; null for no limit.")
        @Nullable
        Long costAllowed) {}
