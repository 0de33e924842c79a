package io.lancang.corridor.feature.zone;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ZoneFilterInput")
@Description("Which zones are wanted. Conditions are joined by AND; what is left out does not restrict.")
public record ZoneFilter(
        @Description("Of one of these kinds.") @Nullable @org.jspecify.annotations.Nullable
        List<@NonNull ZoneKind> kinds,

        @Description("In this country: ISO 3166-1 alpha-3 code.") @Id @org.jspecify.annotations.Nullable
        String partner,

        @Description("At this location: its id, UN/LOCODE or IATA code.") @Id @org.jspecify.annotations.Nullable
        String location) {
    /** Restricts nothing. */
    public static final ZoneFilter NONE = new ZoneFilter(null, null, null);
}
