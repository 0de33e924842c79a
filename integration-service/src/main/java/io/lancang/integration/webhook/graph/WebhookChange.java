package io.lancang.integration.webhook.graph;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

@Input("WebhookChangeInput")
@Description("What is different at a webhook from now on. What is left out stays as it is.")
public record WebhookChange(
        @Description("Where events are delivered, those that wait among them.") @Nullable
        String url,

        @Description("The subscription. Events that wait stay as they were taken.") @Nullable
        String document,

        @Description(
                "The variables of the subscription as JSON. With a place in them events begin behind that one, without it behind the last that was taken.")
        @Nullable
        String variables) {}
