package io.lancang.corridor.feature.name;

import io.lancang.kit.provenance.Source;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A name beside the English and Chinese one. */
@Description(
        "A name in another language or script, a former name, or another spelling. `text` of filters finds it, and so does"
                + " `location(id)` where one location alone has it.")
public record AlternateName(
        @Description("The name.") @NonNull String name,

        @Description("Its language: ISO 639 code of two or three letters; `und` where the source does not say.")
        @NonNull
        String language,

        @Description("Its script: ISO 15924 code, such as `Laoo`.") @NonNull
        String script,

        @Description("What else there is to know, such as the entry of the gazetteer.") @Nullable
        String note,

        @Description("Where it is from.") @NonNull Source source) {}
