package io.lancang.integration.key;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A key of a client. Its secret is not on record.")
public record ApiKey(
        @Description("Its 8 characters after `lck_`, by which it is recognised.") @Id @NonNull
        String prefix,

        @Description("What it is for.") @NonNull String label,

        @Description("The scopes that it was given. Those that its client has no more do not count.") @NonNull
        List<@NonNull String> scopes,

        @Description("When it was issued.") @NonNull OffsetDateTime createdAt,

        @Description("Until when it is good; null for no end.") @Nullable
        OffsetDateTime expiresAt,

        @Description("The last minute in which a gateway counted a request with it; null if none ever did.") @Nullable
        OffsetDateTime lastUsedAt,

        @Description("Where it stands in its life.") @NonNull
        KeyState state,

        @Description("Until when it is good although another took its place; null if none did.") @Nullable
        OffsetDateTime overlapEndsAt,

        @Description("Prefix of the key that took its place; null if none did.") @Id @Nullable
        String replacedBy,

        @Description("When it was revoked; null if it was not.") @Nullable
        OffsetDateTime revokedAt,

        @Description("Why it was revoked; null if it was not.") @Nullable
        String revocationReason) {}
