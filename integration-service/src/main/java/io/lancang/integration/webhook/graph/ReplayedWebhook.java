package io.lancang.integration.webhook.graph;

import io.lancang.integration.webhook.Webhook;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A webhook that delivers once more.")
public record ReplayedWebhook(
        @Description("How many deliveries are sent again.") int deliveries,

        @Description("The webhook.") @NonNull Webhook webhook) {}
