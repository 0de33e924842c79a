package io.lancang.integration.key;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A new key with its secret, which is never shown again.")
public record IssuedKey(
        @Description(
                "The whole key, to be sent as `x-api-key` or `Authorization: Bearer`. Keep it now: it is on record nowhere.")
        @NonNull
        String secret,

        @Description("The key as it is on record.") @NonNull ApiKey key) {}
