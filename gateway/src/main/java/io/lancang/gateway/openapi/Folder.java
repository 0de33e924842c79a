package io.lancang.gateway.openapi;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of a subgraph that the gateway passes on.
 *
 * @param subgraph its name
 * @param place where the subgraph has it
 * @param own the path that it has at the gateway, without a slash at its end
 * @param methods those that are passed on, in small letters as OpenAPI has them
 */
public record Folder(String subgraph, URI place, String own, Set<String> methods) {
    /** The methods of what is read alone. */
    public static final Set<String> READING = Set.of("get", "head");

    /** The path at the gateway of what a subgraph has at a path; empty if that is not in this folder. */
    Optional<String> publicPath(String path) {
        String folder = place.getPath() == null ? "" : place.getPath().replaceAll("/+$", "");
        return path.equals(folder) || path.startsWith(folder + "/")
                ? Optional.of(own + path.substring(folder.length()))
                : Optional.empty();
    }

    /** Where the subgraph has its document, unless something else is configured. */
    URI document() {
        return place.resolve("/openapi.json");
    }
}
