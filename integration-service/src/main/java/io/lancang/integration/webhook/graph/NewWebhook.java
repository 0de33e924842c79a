package io.lancang.integration.webhook.graph;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("NewWebhookInput")
@Description("A webhook to be registered.")
public record NewWebhook(
        @Description("Where events are delivered: an https URL of a host on the public internet.") @NonNull
        String url,

        @Description(
                "The subscription. Its field takes the place behind which events begin as `after`, by a variable, and its events select `cursor`.")
        @NonNull
        String document,

        @Description(
                "The variables of the subscription as JSON, among them the place behind which events begin, such as {\"after\": \"12\"}.")
        @NonNull
        String variables) {}
