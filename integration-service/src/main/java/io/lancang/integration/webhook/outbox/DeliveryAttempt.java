package io.lancang.integration.webhook.outbox;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("An attempt to deliver.")
public record DeliveryAttempt(
        @Description("When it began.") @NonNull OffsetDateTime at,

        @Description("The status of HTTP that the receiver answered; null if it did not.") @Nullable
        Integer status,

        @Description("How long it took, in milliseconds.") int milliseconds,

        @Description(
                "Why it failed, as a code that keeps its meaning; null if it did not, or was kept before there were codes.")
        @Nullable
        DeliveryFault code,

        @Description("Why it failed, in words; null if it did not.") @Nullable
        String error) {
    private static final int GONE = 410;

    /** Whether the receiver took it. */
    boolean isTaken() {
        return error == null;
    }

    /** Whether the receiver says that there will never be anybody there again. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
