package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Subgraphs as Federation 1 libraries publish them: nothing is {@code @shareable}, every key resolves, and an entity that
 * another subgraph defines may be extended, its keys {@code @external}. Whatever is newer keeps a subgraph as it is.
 */
final class FederationOneSubgraphs implements Feature {
    private static final Set<String> NEWER = Set.of("override", "inaccessible", "interfaceObject", "context");
    private static final Directive EXTENDS = new Directive("extends", Map.of());

    @Override
    public void apply(Draft draft) {
        for (String name : draft.names()) {
            Schema subgraph = draft.subgraph(name);
            if (draft.dice().chance(0.5) && !subgraph.types().isEmpty() && isExpressible(subgraph)) {
                draft.put(old(draft, subgraph));
            }
        }
    }

    private static boolean isExpressible(Schema subgraph) {
        return subgraph.types().values().stream()
                .allMatch(type -> (type.kind() != Kind.INTERFACE || type.keys().isEmpty())
                        && directives(type).map(Directive::name).noneMatch(NEWER::contains));
    }

    private static Stream<Directive> directives(Type type) {
        return Stream.concat(
                type.directives().stream(),
                type.fields().values().stream().flatMap(field -> field.directives().stream()));
    }

    private static Schema old(Draft draft, Schema subgraph) {
        Schema old = new Schema(subgraph.name(), true, subgraph.types());
        for (Type type : subgraph.types().values()) {
            Type plain = type.withDirectives(List.of());
            for (Directive directive : type.directives()) {
                plain = plain.with(directive.name().equals("key") ? Directive.key(directive.fields()) : directive);
            }
            for (Field field : type.fields().values()) {
                plain = plain.with(field.without(Directive.SHAREABLE));
            }
            boolean extending = !type.keys().isEmpty() && isDefinedElsewhere(draft, old, type.name());
            old = old.with(extending && draft.dice().chance(0.6) ? extending(plain) : plain);
        }
        return old;
    }

    private static boolean isDefinedElsewhere(Draft draft, Schema subgraph, String type) {
        return draft.subgraphs().stream()
                .filter(other -> !other.name().equals(subgraph.name()) && other.knows(type))
                .anyMatch(other -> !other.type(type).has(EXTENDS.name()));
    }

    private static Type extending(Type type) {
        Type extending = type.withDirectives(prepended(type.directives()));
        for (Field field : type.fields().values()) {
            boolean inKey = type.keys().stream().anyMatch(key -> names(key).contains(field.name()));
            extending = inKey ? extending.with(field.with(Directive.EXTERNAL)) : extending;
        }
        return extending;
    }

    private static List<Directive> prepended(List<Directive> directives) {
        List<Directive> all = new ArrayList<>(List.of(EXTENDS));
        all.addAll(directives);
        return all;
    }

    /** The fields of the object itself that a key is made of; what is nested in one belongs to another object. */
    private static List<String> names(Directive key) {
        return List.of(key.fields().replaceAll("\\{[^}]*}", "").trim().split("\\s+", -1));
    }
}
