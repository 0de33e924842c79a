package io.lancang.federation.engine;

import io.lancang.federation.AccessMode;
import io.lancang.federation.AccessOptions;
import io.lancang.federation.ClientGrants;
import io.lancang.federation.access.AccessFilter;
import io.lancang.federation.access.AccessRules;
import io.lancang.federation.access.Withholding;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.supergraph.Requirement;
import io.lancang.federation.supergraph.Supergraph;
import java.util.List;
import java.util.Set;

/** Who may see what of one supergraph, as the engine enforces it. Safe for concurrent use. */
final class AccessControl<C> {
    private final AccessRules rules;
    private final AccessOptions options;
    private final ClientGrants<C> grants;

    AccessControl(Supergraph supergraph, AccessOptions options, ClientGrants<C> grants) {
        this.rules = new AccessRules(supergraph);
        this.options = options;
        this.grants = grants;
    }

    /** Whether everybody may see everything. */
    boolean isOpen() {
        return rules.areNone();
    }

    /** All that the fields of an operation demand. */
    Set<Requirement> requirements(Operation operation) {
        return rules.of(operation);
    }

    /** What of these the client of a request does not fulfil. */
    Set<Requirement> missing(Set<Requirement> requirements, C context) {
        return AccessRules.missing(requirements, grants.of(context));
    }

    /** What an operation shows, and what it asks subgraphs for, where a client does not fulfil these. */
    Withholding apply(Operation operation, Set<Requirement> missing) {
        if (missing.isEmpty()) {
            return new Withholding(operation, operation, List.of());
        }
        Withholding withholding = AccessFilter.apply(operation, rules, missing, options);
        return options.mode() == AccessMode.DRY_RUN
                ? new Withholding(operation, operation, withholding.denials())
                : withholding;
    }

    /** What the denials of a prepared operation mean. */
    Denials denials(Withholding withholding) {
        return new Denials(options, withholding.denials());
    }
}
