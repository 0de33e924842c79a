package io.lancang.federation.plan.assemble;

import io.lancang.federation.plan.search.Node;
import io.lancang.federation.plan.search.Node.Taken;
import io.lancang.federation.plan.search.Step;
import io.lancang.federation.plan.tree.Demand;
import io.lancang.federation.plan.tree.Slot;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out a {@code __typename} that only shows that an object is there, where a value that a key or a requirement
 * needs shows it as well. Which those are is known only after the search.
 */
final class DropRedundantTypenames {
    private final Set<Slot> proofs;

    private DropRedundantTypenames(Set<Slot> proofs) {
        this.proofs = proofs;
    }

    /**
     * Changes what steps take.
     *
     * @param proofs slots of objects of one type whose values the client does not select
     */
    static void apply(List<Step> steps, Set<Slot> proofs) {
        if (proofs.isEmpty()) {
            return;
        }
        DropRedundantTypenames rule = new DropRedundantTypenames(proofs);
        steps.forEach(step -> rule.visit(step.root()));
    }

    private void visit(Node node) {
        for (Map.Entry<Slot, Taken> entry : Map.copyOf(node.taken()).entrySet()) {
            Node child = entry.getValue().child();
            if (child != null) {
                visit(child);
            } else if (proofs.contains(entry.getKey())) {
                dropIfNamed(node, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void dropIfNamed(Node node, Slot proof, Taken taken) {
        node.taken().entrySet().stream()
                .filter(other -> other.getKey() != proof && shows(node, other.getValue(), taken.demand()))
                .findFirst()
                .ifPresent(other -> {
                    // Whatever part of the answer waited for the proof waits for this value now.
                    proof.demandByBlock()
                            .forEach((block, demand) -> demand.alternatives()
                                    .forEach(conditions -> other.getKey().demand(block, conditions)));
                    node.leave(proof);
                });
    }

    private static boolean shows(Node node, Taken other, Demand needed) {
        return other.child() == null
                && other.access().hostType().equals(node.typeName())
                && other.demand().coversAll(needed);
    }
}
