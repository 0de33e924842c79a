package io.lancang.corridor.location;

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

        @Description("With this text in the English or Chinese name, in any case.") @org.jspecify.annotations.Nullable
        String text) {
    /** Restricts nothing. */
    public static final LocationFilter NONE = new LocationFilter(null, null, null);
}
