package io.lancang.integration.client;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;

@Description(
        "What a client may do here. `CLIENT`: see itself and manage its own keys. `ADMIN`: that, and all other clients, keys and"
                + " plans.")
public enum ClientRole {
    /** Its own alone. */
    CLIENT("client"),
    /** All. */
    ADMIN("client", "admin");

    private final List<String> roles;

    ClientRole(String... roles) {
        this.roles = List.of(roles);
    }

    /** The roles that its requests have. */
    public List<String> roles() {
        return roles;
    }
}
