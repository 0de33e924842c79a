package io.lancang.trade.edit;

import io.lancang.trade.catalogue.DatasetText;
import io.lancang.trade.catalogue.DatasetTitle;
import io.vertx.core.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("DatasetDescriptionInput")
@Description("What is said about a dataset.")
public record DatasetDescription(
        @Description("Id of the dataset.") @Id @NonNull String dataset,

        @Description("What it is called.") @NonNull @DatasetTitle
        String title,

        @Description("What its rows say, with concepts and units.")
        @NonNull
        @NotBlank(message = "must not be blank")
        @DatasetText
        String definition,

        @Description("What is known to be missing; left out if nothing is.") @Nullable @DatasetText
        String missing,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {
    /** As the audit keeps it. */
    JsonObject content() {
        return new JsonObject()
                .put(Described.TITLE, title)
                .put(Described.DEFINITION, definition)
                .put(Described.MISSING, missing);
    }
}
