package io.lancang.corridor.fact;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The one date that a file gives for a corridor or a zone, with what happened then.
 *
 * @param date when
 * @param event what
 */
@Description("The one date that the source gives, with what happened then: not every such date is an opening.")
public record KeyDate(
        @Description("When it happened.") @NonNull PartialDate date,

        @Description("What happened.") @NonNull KeyDateEvent event) {}
