package io.lancang.trade.catalogue;

import io.lancang.kit.edit.ReleaseEntity;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Release")
@Description("One file of a dataset as it was loaded.")
public record TradeRelease(
        @Description("Number of the release; later ones have higher numbers.") @Id @NonNull
        String id,

        @Description("Name of the file.") @NonNull String fileName,

        @Description("SHA-256 of the file, in hexadecimal digits.") @NonNull
        String sha256,

        @Description("Rows that the file gave.") int rows,
        @Description("When it was loaded.") @NonNull OffsetDateTime loadedAt) {
    static TradeRelease of(ReleaseEntity kept) {
        return new TradeRelease(
                String.valueOf(kept.number()),
                kept.fileName(),
                kept.sha256(),
                Math.toIntExact(kept.rows()),
                kept.loadedAt());
    }
}
