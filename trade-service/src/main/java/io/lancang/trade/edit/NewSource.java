package io.lancang.trade.edit;

import io.lancang.kit.provenance.Source;
import io.lancang.kit.provenance.SourceId;
import io.lancang.kit.provenance.SourceRules;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewSourceInput")
@Description("A source to be registered.")
public record NewSource(
        @Description("A new id: capital letters, digits and underscores, a letter first.")
        @Id
        @NonNull
        @Pattern(regexp = SourceId.FORM, message = SourceId.RULE)
        String id,

        @Description("Title of the publication or data set.")
        @NonNull
        @NotBlank(message = "must not be blank")
        @Size(max = SourceRules.LONGEST, message = "must have at most {max} characters")
        String title,

        @Description("Where to find it: an address, or repository, path and commit.")
        @Nullable
        @Size(max = SourceRules.LONGEST, message = "must have at most {max} characters")
        String locator,

        @Description("Licence or terms as far as they are known.")
        @Nullable
        @Size(max = SourceRules.LONGEST, message = "must have at most {max} characters")
        String licence,

        @Description("Date of publication or retrieval as the source gives it: a year, a month or a day, or a decade.")
        @Nullable
        @Pattern(regexp = SourceRules.DATE_FORM, message = SourceRules.DATE_RULE)
        String date) {
    /** As the graph shows it. */
    public Source asRecord() {
        return new Source(id, title, locator, licence, date);
    }
}
