package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.NewDoubt;
import io.lancang.corridor.feature.milestone.MilestoneEvent;
import io.lancang.corridor.feature.milestone.Statement;
import io.lancang.corridor.feature.milestone.WorkKind;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewMilestoneInput")
@Description("A milestone to be added: one statement of one day. Dates are written YYYY, YYYY-MM or YYYY-MM-DD.")
public record NewMilestone(
        @Description("What it is about.") @NonNull WorkKind kind,

        @Description("Id of the corridor or segment.") @Id @NonNull
        String subject,

        @Description("What happened or is to happen.") @NonNull
        MilestoneEvent event,

        @Description("Whether it was announced rather than reported.")
        boolean planned,

        @Description("The first date that it can be of; left out if the statement gives none.") @Nullable
        String earliest,

        @Description(
                "The last date that it can be of, the same as `earliest` if it gives one; left out if it gives none.")
        @Nullable
        String latest,

        @Description("When it was stated; left out if that is not known.") @Nullable
        String statedOn,

        @Description("What else there is to know.") @Nullable
        String note,

        @Description("What is doubtful about it; left out if nothing is.") @io.smallrye.graphql.api.Nullable @Nullable
        List<@NonNull NewDoubt> doubts,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {
    /** @throws ServiceException BAD_USER_INPUT for a date that is none */
    Statement statement() {
        return new Statement(
                kind,
                subject,
                event,
                planned,
                date("earliest", earliest),
                date("latest", latest),
                date("statedOn", statedOn));
    }

    private static @Nullable PartialDate date(String argument, @Nullable String text) {
        PartialDate.checkArgument(argument, text);
        return Optional.ofNullable(text).flatMap(PartialDate::parse).orElse(null);
    }

    JsonObject content() {
        return new JsonObject()
                .put("kind", kind.name())
                .put("event", event.name())
                .put("planned", planned)
                .put("earliest", earliest)
                .put("latest", latest)
                .put("statedOn", statedOn)
                .put("note", note)
                .put("doubts", NewDoubt.content(doubts));
    }
}
