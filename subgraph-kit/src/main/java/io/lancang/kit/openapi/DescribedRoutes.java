package io.lancang.kit.openapi;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** Routes that say what they are; each feature with routes for clients has such a bean. */
public interface DescribedRoutes {
    /** Each request that is answered, by its path in this service. */
    List<Operation> operations();

    /** What these refer to, as the components of OpenAPI: {@code schemas}, {@code parameters} and so on, each by its name. */
    default JsonObject components() {
        return new JsonObject();
    }
}
