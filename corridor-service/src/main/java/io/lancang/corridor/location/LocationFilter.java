package io.lancang.corridor.location;

import io.lancang.corridor.choice.SearchText;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.error.ServiceException;
import io.smallrye.graphql.api.Nullable;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which locations are wanted; what is left out does not restrict. */
@Input("LocationFilter")
@Description("Which locations are wanted. Conditions are joined by AND; what is left out does not restrict.")
public record LocationFilter(
        @Description("Of one of these kinds.") @Nullable @org.jspecify.annotations.Nullable
        List<@NonNull LocationKind> kinds,

        @Description("In this country: ISO 3166-1 alpha-3 code.") @Id @org.jspecify.annotations.Nullable
        String partner,

        @Description(
                "With this text in the English or Chinese name. Case does not matter, nor whether words are joined by a"
                        + " blank or a dash.")
        @org.jspecify.annotations.Nullable
        String text,

        @Description("With coordinates within this box.") @org.jspecify.annotations.Nullable
        Box box) {
    /** How many parameters {@link #CONDITION} has. */
    static final int PARAMETERS = 7;

    /** SQL condition on {@code current_location l}. A box whose west is east of its east lies across the antimeridian. */
    static final String CONDITION = """
            ($1::text[] is null or l.kind = any($1))
            and ($2::text is null or l.country = $2)
            and ($3::text is null or %s)
            and ($4::float8 is null or l.latitude between $4 and $6::float8
                 and case when $5::float8 <= $7::float8 then l.longitude between $5 and $7
                          else l.longitude >= $5 or l.longitude <= $7 end)
            """.formatted(SearchText.isIn("$3", "l.name_en || ' ' || l.name_zh"));

    /** Restricts nothing. */
    public static final LocationFilter NONE = new LocationFilter(null, null, null, null);

    /**
     * Checks what the types cannot.
     *
     * @throws ServiceException BAD_USER_INPUT if the list is empty, the text has no word or the box is none
     */
    void check() {
        Choice.refuseEmpty("kinds", kinds);
        SearchText.check("text", text);
        if (box != null) {
            box.check();
        }
    }

    /** What stands in {@code $1} to {@code $7} of {@link #CONDITION}. */
    Tuple parameters() {
        Box area = box;
        return Tuple.tuple()
                .addValue(Choice.names(kinds))
                .addValue(partner)
                .addValue(SearchText.parameter(text))
                .addValue(area == null ? null : area.south())
                .addValue(area == null ? null : area.west())
                .addValue(area == null ? null : area.north())
                .addValue(area == null ? null : area.east());
    }
}
