package io.lancang.integration.webhook.graph;

import io.lancang.integration.webhook.Webhook;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A webhook with the secret that signs its deliveries, which is never shown again.")
public record IssuedWebhook(
        @Description("The secret, `whsec_` and 32 bytes in Base64, as libraries of Standard Webhooks take it.") @NonNull
        String secret,

        @Description("The webhook as it is on record.") @NonNull
        Webhook webhook) {}
