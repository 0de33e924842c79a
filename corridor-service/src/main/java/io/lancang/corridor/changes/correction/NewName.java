package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.Arguments;
import io.lancang.corridor.feature.name.NameCodes;
import io.lancang.kit.error.ServiceException;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewNameInput")
@Description("A name to be added beside the English and Chinese one.")
public record NewName(
        @Description("What has the name.") @NonNull NamedKind kind,

        @Description("Id of the corridor, segment or location.") @Id @NonNull
        String subject,

        @Description("ISO 639 code of two or three small letters; `und` where the source does not say.") @NonNull
        String language,

        @Description("ISO 15924 code, such as `Laoo`.") @NonNull
        String script,

        @Description("The name.") @NonNull String name,

        @Description("What else there is to know, such as the entry of the gazetteer.") @Nullable
        String note,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {
    /** @throws ServiceException BAD_USER_INPUT for what a file of names would be refused for, too */
    void check() {
        Arguments.refuse("language", NameCodes.faultOfLanguage(language));
        Arguments.refuse("script", NameCodes.faultOfScript(script));
        Arguments.requireText("name", name);
        Arguments.checkKey("name", name);
    }
}
