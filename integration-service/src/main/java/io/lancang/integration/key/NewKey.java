package io.lancang.integration.key;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewKeyInput")
@Description("A key to be issued.")
public record NewKey(
        @Description("What it is for.") @NonNull String label,

        @Description(
                "Its scopes, among those of the client, and among those of the key that asks; all of them if left out.")
        @Nullable
        List<String> scopes,

        @Description("Until when it is good, three years from now at most; without end if left out.") @Nullable
        OffsetDateTime expiresAt) {}
