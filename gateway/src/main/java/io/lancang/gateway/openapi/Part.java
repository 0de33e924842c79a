package io.lancang.gateway.openapi;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** What has become of the question what a subgraph has. */
sealed interface Part {
    String subgraph();

    /**
     * It has answered.
     *
     * @param folders that the gateway passes on
     * @param document of OpenAPI 3.1, about the paths of the subgraph
     */
    record Described(String subgraph, List<Folder> folders, JsonObject document) implements Part {}

    /**
     * It has not, or not with a document.
     *
     * @param reason a sentence for clients
     */
    record Missing(String subgraph, String reason) implements Part {}
}
