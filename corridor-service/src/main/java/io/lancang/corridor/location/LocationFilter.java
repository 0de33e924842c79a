package io.lancang.corridor.location;

import io.lancang.corridor.choice.Conditions;
import io.lancang.corridor.choice.SearchText;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.error.ServiceException;
import io.smallrye.graphql.api.Nullable;
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
                "With this text in the English or Chinese name, or in an alternate one. Neither case nor accents matter, nor"
                        + " whether words are joined by a blank or a dash.")
        @org.jspecify.annotations.Nullable
        String text,

        @Description("With coordinates within this box.") @org.jspecify.annotations.Nullable
        Box box) {
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

    /** What was asked for, as conditions on {@code current_location l}. */
    Conditions conditions() {
        Conditions conditions = new Conditions();
        conditions.addIfAsked("l.kind = any(%s)", Choice.names(kinds));
        conditions.addIfAsked("l.country = %s", partner);
        if (text != null) {
            SearchText.addNamesOfLocation(conditions, text, "l.id");
        }
        if (box != null) {
            box.addTo(conditions);
        }
        return conditions;
    }
}
