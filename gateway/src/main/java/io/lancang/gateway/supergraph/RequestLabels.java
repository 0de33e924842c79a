package io.lancang.gateway.supergraph;

import io.lancang.federation.engine.OverrideLabels;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.subgraph.request.ClientRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the labels of progressive overrides in force that the configuration names, those that the request names, and those
 * that the percentages let through.
 *
 * @param configured in force for every request
 * @param percentages decides about the others
 */
record RequestLabels(Set<String> configured, OverrideLabels<ClientRequest> percentages)
        implements OverrideLabels<ClientRequest> {
    RequestLabels {
        configured = Set.copyOf(configured);
    }

    @Override
    public Set<String> inForce(Set<String> labels, ClientRequest context) {
        Set<String> inForce = new HashSet<>(percentages.inForce(labels, context));
        inForce.addAll(configured);
        inForce.addAll(context.overrideLabels());
        return inForce;
    }

    /** The configured labels that stand at no override, in alphabetical order. */
    Set<String> unknownTo(Supergraph supergraph) {
        Set<String> unknown = new TreeSet<>(configured);
        unknown.removeAll(supergraph.overrideLabels());
        return unknown;
    }
}
