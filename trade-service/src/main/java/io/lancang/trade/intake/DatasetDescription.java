package io.lancang.trade.intake;

import io.lancang.kit.openapi.DescribedRoutes;
import io.lancang.kit.openapi.Operation;
import io.lancang.kit.openapi.Parameter;
import io.lancang.kit.openapi.Schema;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;

/** What stewards say of datasets, as OpenAPI describes it; the gateway passes none of it on. */
@Singleton
final class DatasetDescription implements DescribedRoutes {
    private static final String TAG = "Releases";
    private static final String JSON = "application/json";
    private static final Parameter CODE = Parameter.path("code", "The code of the dataset.", Schema.text(), "my_flows");

    @Override
    public List<Operation> operations() {
        return List.of(
                refused(Operation.put("/datasets/{code}", "putDataset", TAG, "Add or describe a dataset of your own")
                        .with(List.of(CODE))
                        .withBody(JSON, Schema.object(), new JsonObject().put("title", "Flows of my own"))),
                refused(Operation.put(
                                "/datasets/{code}/precedence/{place}", "putPrecedence", TAG, "Give a dataset its place")
                        .with(List.of(
                                CODE,
                                Parameter.path("place", "From 1, which comes first.", Schema.integer(1, 1000), 7),
                                Parameter.query(
                                        "source",
                                        "Id of the source that says so; the first of its own if it is left out.",
                                        Schema.text(),
                                        "S_OWN")))));
    }

    private static Operation refused(Operation operation) {
        operation.needsSteward().answers(204, "It is done.");
        for (int status : new int[] {400, 401, 403, 404, 409, 503}) {
            operation.answers(status, "It is refused.", JSON, Schema.named("FileError"));
        }
        return operation;
    }
}
