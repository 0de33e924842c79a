package io.lancang.gateway.extension;

import io.lancang.federation.OperationType;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.Preparation;
import io.lancang.gateway.api.PlannedOperation;
import io.lancang.gateway.api.SelectedField;
import io.lancang.gateway.subgraph.request.ClientRequest;
import java.util.List;

/** Shows extensions what the engine knows of an operation. */
record EngineOperation(FederationEngine<ClientRequest> engine, Preparation preparation, OperationType operationType)
        implements PlannedOperation {
    @Override
    public Type type() {
        return switch (operationType) {
            case QUERY -> Type.QUERY;
            case MUTATION -> Type.MUTATION;
            case SUBSCRIPTION -> Type.SUBSCRIPTION;
        };
    }

    @Override
    public List<SelectedField> fields() {
        return fields(engine, preparation);
    }

    @Override
    public String plan() {
        return engine.explain(preparation);
    }

    static List<SelectedField> fields(FederationEngine<ClientRequest> engine, Preparation preparation) {
        return shown(engine.selectedFields(preparation));
    }

    private static List<SelectedField> shown(List<io.lancang.federation.engine.SelectedField> fields) {
        return fields.stream()
                .map(field -> new SelectedField(field.key(), field.coordinates(), shown(field.fields())))
                .toList();
    }
}
