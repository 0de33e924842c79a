package io.lancang.corridor.changes.network;

import io.lancang.corridor.changes.edit.NewDoubt;
import io.lancang.corridor.feature.location.CoordinatePrecision;
import io.lancang.corridor.feature.location.LocationKind;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewLocationInput")
@Description("A location to be added.")
public record NewLocation(
        @Description("A new id: lower-case letters and digits, joined by hyphens.") @Id @NonNull
        String id,

        @Description("Name in English.") @NonNull String name,

        @Description("Name in simplified Chinese; left out if it is not known.") @Nullable
        String nameZh,

        @Description("The country that it is in: ISO 3166-1 alpha-3 code.") @Id @NonNull
        String partner,

        @Description("What it is.") @NonNull LocationKind kind,

        @Description("Province, state or prefecture.") @Nullable
        String admin1,

        @Description("UN/LOCODE without a blank; no other location may have it.") @Nullable
        String unlocode,

        @Description("IATA code of the airport.") @Nullable String iata,

        @Description("Degrees north; with `longitude` and `precision`, or all three left out.") @Nullable
        Double latitude,

        @Description("Degrees east.") @Nullable Double longitude,

        @Description("What the coordinates stand for.") @Nullable
        CoordinatePrecision precision,

        @Description("The gazetteer and its entry that the coordinates are from.") @Nullable
        String coordinateSource,

        @Description("What else there is to know.") @Nullable
        String note,

        @Description("Id of the border crossing on the other side of the border.") @Id @Nullable
        String pairedWith,

        @Description("What is doubtful about it; left out if nothing is.") @io.smallrye.graphql.api.Nullable @Nullable
        List<@NonNull NewDoubt> doubts,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {}
