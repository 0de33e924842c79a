package io.lancang.integration.audit;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A change of a client, a key or a plan: who, when, what.")
public record ManagementChange(
        @Description("Its number; grows.") @Id @NonNull String id,

        @Description("When it was made.") @NonNull OffsetDateTime at,

        @Description("Who made it: a client by its id, or somebody by the name in the token.") @NonNull
        String actor,

        @Description("The mutation that was called, such as `revokeKey`.") @NonNull
        String action,

        @Description("Id of the client, prefix of the key or name of the plan that it is about.") @Id @NonNull
        String subject,

        @Description("What was given, as a JSON object. Secrets are not in it.") @NonNull
        String content) {}
