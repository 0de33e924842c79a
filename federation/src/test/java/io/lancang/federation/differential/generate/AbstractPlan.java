package io.lancang.federation.differential.generate;

import java.util.List;

/**
 * An interface or a union.
 *
 * @param common names of the fields that all members have, those of an interface; none for a union
 * @param scattered whether there may be no member that every subgraph knows
 */
record AbstractPlan(String name, List<String> members, List<String> common, boolean scattered) {
    boolean isInterface() {
        return !common.isEmpty();
    }
}
