package io.lancang.integration.client;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;

@Description(
        "What a client may do here. `CLIENT`: see itself and manage its own keys. `ADMIN`: that, and all other clients, keys and"
                + " plans.")
public enum ClientRole {
    /** Its own alone. */
    @Description("See itself and manage its own keys.")
    CLIENT,
    /** All. */
    @Description("That, and all other clients, keys and plans.")
    ADMIN;

    /** The roles that its requests have. */
    public List<String> roles() {
        return this == ADMIN ? List.of("client", "admin") : List.of("client");
    }
}
