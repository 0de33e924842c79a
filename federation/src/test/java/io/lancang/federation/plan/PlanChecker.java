package io.lancang.federation.plan;

import io.lancang.federation.operation.Operation;
import io.lancang.federation.supergraph.Supergraph;

final class PlanChecker {
    PlanChecker(Supergraph supergraph) {}

    void check(Operation operation, QueryPlan plan) {}
}
