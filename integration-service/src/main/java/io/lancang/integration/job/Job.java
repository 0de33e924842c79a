package io.lancang.integration.job;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A file that is fetched for a client in the background, and kept for a while.")
public record Job(
        @Description("Its id.") @Id @NonNull String id,

        @Description("Id of the client that has it.") @Id @NonNull
        String clientId,

        @Description("What is fetched: path and query of an export at the gateway.") @NonNull
        String export,

        @Description("Where it stands.") @NonNull JobState state,

        @Description("How many bytes of the file are fetched.")
        long bytes,

        @Description("How many bytes the file has; null while that is not known.") @Nullable
        Long totalBytes,

        @Description("Why it failed, as a stable code; null if it did not.") @Nullable
        String code,

        @Description("Why it failed, or why it waits to be tried again; null if neither.") @Nullable
        String reason,

        @Description("When it was ordered.") @NonNull OffsetDateTime createdAt,

        @Description("When the first attempt began; null while there was none.") @Nullable
        OffsetDateTime begunAt,

        @Description("When it was done, failed or was cancelled; null before.") @Nullable
        OffsetDateTime endedAt,

        @Description("Until when the result is kept; null before there is one.") @Nullable
        OffsetDateTime expiresAt,

        @Description(
                "Path of the result at the gateway, while there is one; else null. Whoever has it needs no key, so keep it as one.")
        @Nullable
        String result) {}
