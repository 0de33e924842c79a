package io.lancang.federation.supergraph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One condition on who may see a part of the supergraph. Where a part has several, all of them must be fulfilled. Compared by
 * value: two fields with the same directive have the same requirement.
 */
public sealed interface Requirement {
    /** What a client needs, as the end of a sentence: {@code the scope "a"}. */
    String need();

    /** {@code @authenticated}: the client has shown who it is. */
    record Authenticated() implements Requirement {
        @Override
        public String need() {
            return "a client that has authenticated itself";
        }
    }

    /**
     * {@code @requiresScopes}: the client has all scopes of one of the alternatives.
     *
     * @param alternatives at least one
     */
    record Scopes(Set<Set<String>> alternatives) implements Requirement {
        public Scopes {
            alternatives = inOrder(alternatives);
        }

        @Override
        public String need() {
            return needed("scope", alternatives);
        }
    }

    /**
     * {@code @policy}: the client fulfils all policies of one of the alternatives.
     *
     * @param alternatives at least one
     */
    record Policies(Set<Set<String>> alternatives) implements Requirement {
        public Policies {
            alternatives = inOrder(alternatives);
        }

        @Override
        public String need() {
            return needed("policy", alternatives);
        }
    }

    private static Set<Set<String>> inOrder(Set<Set<String>> alternatives) {
        Set<Set<String>> copy = new LinkedHashSet<>();
        alternatives.forEach(each -> copy.add(Collections.unmodifiableSet(new LinkedHashSet<>(each))));
        return Collections.unmodifiableSet(copy);
    }

    private static String needed(String what, Set<Set<String>> alternatives) {
        return alternatives.stream()
                .map(names -> names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(", or ", "the " + what + " ", ""));
    }
}
