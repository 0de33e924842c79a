package io.lancang.federation.access;

import io.lancang.federation.AccessOptions;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Withheld;
import io.lancang.federation.operation.WithholdFields;
import io.lancang.federation.supergraph.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an operation what a client may not see, a mutation of which nothing is left among it: who may not see anything of
 * what it answers gets an error, and it is not run. For one operation.
 */
public final class AccessFilter {
    /** How many denied fields are kept by name; who has more than these has a client to mend first. */
    private static final int MAX_DENIALS = 50;

    private final AccessRules rules;
    private final Set<Requirement> missing;
    private final AccessOptions options;
    /** One text for each reason, however many fields have it. */
    private final Map<String, String> reasons = new HashMap<>();

    private final List<Withholding.Denial> denials = new ArrayList<>();

    private AccessFilter(AccessRules rules, Set<Requirement> missing, AccessOptions options) {
        this.rules = rules;
        this.missing = missing;
        this.options = options;
    }

    /**
     * The operation for a client.
     *
     * @param missing the requirements that the client does not fulfil
     */
    public static Withholding apply(
            Operation operation, AccessRules rules, Set<Requirement> missing, AccessOptions options) {
        AccessFilter filter = new AccessFilter(rules, missing, options);
        WithholdFields.Result result = WithholdFields.apply(operation, filter::judge);
        return new Withholding(result.shown(), result.asked(), filter.denials);
    }

    private @Nullable Withheld judge(FieldSelection field, WithholdFields.Place place) {
        String reason = reason(field);
        if (reason == null) {
            return null;
        }
        if (denials.size() < MAX_DENIALS) {
            denials.add(new Withholding.Denial(place.path(), place.conditions(), reason));
        }
        return new Withheld.Denied(options.reported() ? reason : null);
    }

    /** Why a client may not see a field; null if it may. */
    private @Nullable String reason(FieldSelection field) {
        Set<String> needs = new TreeSet<>();
        for (Requirement requirement : rules.of(field)) {
            if (missing.contains(requirement)) {
                needs.add(requirement.need());
            }
        }
        return needs.isEmpty()
                ? null
                : reasons.computeIfAbsent(
                        "The field " + field.parentType() + "." + field.name() + " is withheld. It needs "
                                + String.join(", and ", needs)
                                + ". Send a token that grants this, or leave the field out.",
                        text -> text);
    }
}
