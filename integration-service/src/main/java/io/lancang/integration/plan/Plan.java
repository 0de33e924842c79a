package io.lancang.integration.plan;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What a client may ask for. The plan `anonymous` is that of each address that asks without a key.")
public record Plan(
        @Description("Its name.") @Id @NonNull String name,

        @Description("Requests a minute; null for no limit.") @Nullable
        Integer requestsPerMinute,

        @Description("Cost a minute, as demand control counts it; null for no limit.") @Nullable
        Integer costPerMinute,

        @Description("Requests at once; null for no limit.") @Nullable
        Integer concurrentRequests,

        @Description("Subscriptions that are open at once; null for no limit.") @Nullable
        Integer subscriptions,

        @Description("Jobs that wait or run at once; null for no limit.") @Nullable
        Integer jobs,

        @Description("What the results of jobs that are kept may have together, in MiB; null for no limit.") @Nullable
        Integer jobMegabytes) {}
