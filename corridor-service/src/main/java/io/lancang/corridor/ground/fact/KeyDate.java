package io.lancang.corridor.ground.fact;

import io.lancang.kit.cost.Cost;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The one date that a file gives for a corridor or a zone, with what happened then.
 *
 * @param date when
 * @param event what
 */
@Description("The one date that the source gives, with what happened then: not every such date is an opening.")
@Cost(weight = 0)
public record KeyDate(
        @Description("When it happened.") @NonNull PartialDate date,

        @Description("What happened.") @NonNull KeyDateEvent event) {
    /** The key date of a row with the columns {@code key_date} and {@code key_date_event}; empty if it has none. */
    public static Optional<KeyDate> of(Row row) {
        return Optional.ofNullable(PartialDate.stored(row.getString("key_date")))
                .map(date -> new KeyDate(date, KeyDateEvent.valueOf(row.getString("key_date_event"))));
    }
}
