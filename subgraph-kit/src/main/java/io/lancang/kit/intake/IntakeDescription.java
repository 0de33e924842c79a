package io.lancang.kit.intake;

import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.openapi.DescribedRoutes;
import io.lancang.kit.openapi.Operation;
import io.lancang.kit.openapi.Parameter;
import io.lancang.kit.openapi.Schema;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stewards send to this service itself, as OpenAPI describes it; the gateway passes none of it on. */
@Singleton
final class IntakeDescription implements DescribedRoutes {
    private static final String TAG = "Releases";
    private static final String JSON = "application/json";
    private static final String ERROR = "FileError";

    private static final Parameter DATASET =
            Parameter.query("dataset", "Its code. It has to be named.", Schema.text(), "trade_annual");

    private static final Parameter ID = Parameter.path("id", "The number of a release.", Schema.integer(), 1);

    @Override
    public List<Operation> operations() {
        return List.of(
                load(),
                refused(Operation.get("/releases", "listReleases", TAG, "The releases of a dataset, latest first")
                        .with(List.of(DATASET))
                        .answers(200, "The releases.", JSON, new JsonObject())),
                refused(Operation.get("/releases/{id}", "getRelease", TAG, "One release")
                        .with(List.of(ID))
                        .answers(200, "The release.", JSON, Schema.object())),
                refused(Operation.delete(
                                "/releases/{id}", "withdrawRelease", TAG, "Withdraw the latest release of its dataset")
                        .needsSteward()
                        .with(List.of(ID))
                        .answers(200, "What came of it.", JSON, Schema.object())),
                refused(Operation.get("/loads", "listLoads", TAG, "What is being loaded now")
                        .answers(200, "The loads.", JSON, new JsonObject())));
    }

    private static Operation load() {
        return refused(Operation.post("/releases", "loadRelease", TAG, "Load a file, whole or not at all")
                .describedAs("The body is the file, as it is or packed by gzip.")
                .needsSteward()
                .with(List.of(
                        DATASET,
                        Parameter.query("dryRun", "Whether the file is only checked.", Schema.decision(), true),
                        Parameter.query(
                                "replace",
                                "What it takes the place of: what its rows are about, slices of it, or the dataset.",
                                Schema.oneOf(Replacement.class),
                                "EXTENT"),
                        Parameter.query(
                                "confirm", "Whether it may close far more rows than it adds.", Schema.decision(), true),
                        Parameter.query(
                                "overEdits",
                                "Releases of single facts that it may undo, with commas between them, or `ALL`.",
                                Schema.text(),
                                "ALL"),
                        Parameter.query("fileName", "What it is called, for the record.", Schema.text(), "flows.csv")))
                .withBody("*/*", new JsonObject(), "period,partner,flow,currency,amount\n2020,LAO,EXPORT,USD,1\n")
                .answers(200, "It was checked, or was loaded before.", JSON, Schema.object())
                .answers(201, "It was loaded.", JSON, Schema.object()));
    }

    private static Operation refused(Operation operation) {
        Map<Integer, String> refusals = new LinkedHashMap<>();
        refusals.put(400, "Something in the request breaks its rule.");
        refusals.put(401, "The request has no token that counts.");
        refusals.put(403, "Whoever sends it is no steward.");
        refusals.put(404, "There is no such dataset or release.");
        refusals.put(409, "It cannot be done beside what is being done, or without being confirmed.");
        refusals.put(422, "Rows of the file are refused: `rejections` names line, column and reason.");
        refusals.put(503, "The service cannot do it now.");
        refusals.forEach((status, description) -> operation.answers(status, description, JSON, Schema.named(ERROR)));
        return operation;
    }

    @Override
    public JsonObject components() {
        JsonObject error = Schema.object(new TreeMap<>(Map.of("code", Schema.text(), "message", Schema.text())));
        error.getJsonObject("properties").put("service", Schema.text()).put("hint", Schema.text());
        JsonObject body = Schema.object(new TreeMap<>(Map.of("error", error)));
        body.getJsonObject("properties").put("rejections", Schema.listOf(Schema.object()));
        return new JsonObject().put("schemas", new JsonObject().put(ERROR, body));
    }
}
