package io.lancang.corridor.corridor;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** A range of days, both ends included. */
@Input("DateRange")
@Description("A range of days, both ends included.")
public record DateRange(
        @Description("The first day; no limit if left out.") @Nullable
        LocalDate from,

        @Description("The last day; no limit if left out.") @Nullable
        LocalDate to) {}
