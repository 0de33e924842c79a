package io.lancang.integration.client;

import io.lancang.integration.page.Texts;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

@Input("ClientChangeInput")
@Description("What is different of a client from now on. What is left out or null stays as it is.")
public record ClientChange(
        @Description("What it is called.") @Nullable String name,

        @Description("Who answers for it.") @Nullable String contact,

        @Description("Name of its plan.") @Id @Nullable String plan,

        @Description("The scopes that its keys may have. Keys lose those that are gone.") @Nullable
        List<String> scopes,

        @Description("What it may do here.") @Nullable ClientRole role) {
    /** @throws ServiceException BAD_USER_INPUT for what breaks a rule */
    void check() {
        if (name != null) {
            Texts.requireText("name", name);
        }
        if (contact != null) {
            Texts.requireText("contact", contact);
        }
    }

    JsonObject asJson() {
        JsonObject json = new JsonObject();
        if (name != null) {
            json.put("name", name);
        }
        if (contact != null) {
            json.put("contact", contact);
        }
        if (plan != null) {
            json.put("plan", plan);
        }
        if (scopes != null) {
            json.put("scopes", new JsonArray(scopes));
        }
        if (role != null) {
            json.put("role", role.name());
        }
        return json;
    }
}
