package io.lancang.trade.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("DatasetDescription")
@Description("What is said about a dataset.")
public record DatasetDescription(
        @Description("Id of the dataset.") @Id @NonNull String dataset,

        @Description("What it is called.")
        @NonNull
        @NotBlank(message = "must not be blank")
        @Size(max = 300, message = "must have at most {max} characters")
        String title,

        @Description("What its rows say, with concepts and units.")
        @NonNull
        @NotBlank(message = "must not be blank")
        @Size(max = 4_000, message = "must have at most {max} characters")
        String definition,

        @Description("What is known to be missing; left out if nothing is.")
        @Nullable
        @Size(max = 4_000, message = "must have at most {max} characters")
        String missing,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {}
