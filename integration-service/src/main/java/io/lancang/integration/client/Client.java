package io.lancang.integration.client;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A system that connects.
 *
 * @param planName name of its plan, served as {@code plan}
 */
@Description("A system of a partner that connects with keys of its own.")
public record Client(
        @Description("Its id, such as `mekong-customs`. The claim `sub` of its requests.") @Id @NonNull
        String id,

        @Description("What it is called.") @NonNull String name,

        @Description("Who answers for it: an address of e-mail or a telephone number.") @NonNull
        String contact,

        @Description("Whether it may ask.") @NonNull ClientState state,

        @Description("Why it is suspended; null while it is not.") @Nullable
        String suspensionReason,

        @Description("What it may do here.") @NonNull ClientRole role,

        @Description("The scopes that its keys may have.") @NonNull
        List<@NonNull String> scopes,

        @Description("When it was registered.") @NonNull OffsetDateTime createdAt,

        @Ignore String planName) {}
