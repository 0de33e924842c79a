package io.lancang.trade.bloc;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewMembershipInput")
@Description("A membership to be added.")
public record NewMembership(
        @Description("Code of the bloc.") @Id @NonNull String bloc,

        @Description("Code of the partner.") @Id @NonNull String partner,

        @Description("First day; the first of the month or the year if `fromPrecision` says that no more is known.")
        @NonNull
        LocalDate from,

        @Description("How exactly `from` is known.") @DefaultValue("DAY")
        DatePrecision fromPrecision,

        @Description("Last day; left out while it lasts.") @Nullable
        LocalDate to,

        @Description("What the partner is to the bloc, such as `member`.")
        @NonNull
        @NotBlank(message = "must not be blank")
        @Size(max = NewMembership.LONGEST_ROLE, message = "must have at most {max} characters")
        String role,

        @Description("What else there is to know.")
        @Nullable
        @Size(max = NewMembership.LONGEST_NOTE, message = "must have at most {max} characters")
        String note,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {
    static final int LONGEST_ROLE = 200;
    static final int LONGEST_NOTE = 4_000;

    /** A null that is sent is as good as nothing. */
    public NewMembership {
        fromPrecision = requireNonNullElse(fromPrecision, DatePrecision.DAY);
    }

    @Ignore
    @AssertTrue(message = "`to` must not be before `from`")
    boolean isInOrder() {
        return to == null || !to.isBefore(from);
    }

    @Ignore
    @AssertTrue(message = "`from` must be the first day of the month or the year that `fromPrecision` names")
    boolean isFirstDay() {
        return switch (fromPrecision) {
            case DAY -> true;
            case MONTH -> from.getDayOfMonth() == 1;
            case YEAR -> from.getDayOfYear() == 1;
        };
    }
}
