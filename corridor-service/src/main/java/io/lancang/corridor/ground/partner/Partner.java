package io.lancang.corridor.ground.partner;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A country that a corridor runs through. Whether it exists is the trade subgraph's to say. */
@Key(fields = @FieldSet("code"))
@Description("A country or territory, China included.")
public record Partner(
        @Description("ISO 3166-1 alpha-3 code, such as `LAO`.") @Id @NonNull
        String code) {}
