package io.lancang.integration.client;

import io.lancang.integration.page.Texts;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("NewClientInput")
@Description("A client to be registered.")
public record NewClient(
        @Description("A new id: 3 to 64 small letters, digits and hyphens, a letter first.") @Id @NonNull
        String id,

        @Description("What it is called.") @NonNull String name,

        @Description("Who answers for it: an address of e-mail or a telephone number.") @NonNull
        String contact,

        @Description("Name of its plan.") @Id @DefaultValue("standard") @NonNull
        String plan,

        @Description("The scopes that its keys may have.") @DefaultValue("[]") @NonNull
        List<@NonNull String> scopes,

        @Description("What it may do here.") @DefaultValue("CLIENT") @NonNull
        ClientRole role) {
    /** Who asks without a key, and who has the key of the configuration: no client may be taken for them. */
    private static final List<String> TAKEN = List.of("anonymous", "administrator");

    /** @throws ServiceException BAD_USER_INPUT for what breaks a rule */
    void check() {
        Texts.requireId("id", id);
        if (TAKEN.contains(id)) {
            throw ServiceException.badInput(
                    "`id` is '" + id + "', which stands for who is no client.", "Give another id.");
        }
        Texts.requireText("name", name);
        Texts.requireText("contact", contact);
    }

    JsonObject asJson() {
        return new JsonObject()
                .put("name", name)
                .put("contact", contact)
                .put("plan", plan)
                .put("scopes", new JsonArray(scopes))
                .put("role", role.name());
    }
}
