package io.lancang.federation.differential.shrink;

import io.lancang.federation.differential.run.Federation;
import io.lancang.federation.differential.schema.Argument;
import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Leaves out what one subgraph says: a field, a type, a key, a promise, an interface, a member. */
final class PlaceCuts implements Cuts {
    /** A field without one of these is another field, with other values. */
    private static final Set<String> MEANING = Set.of("requires", "external", "interfaceObject");

    @Override
    public List<Supplier<Case>> of(Case failing) {
        List<Supplier<Case>> cuts = new ArrayList<>();
        for (Schema subgraph : failing.federation().subgraphs()) {
            for (Type type : subgraph.types().values()) {
                add(cuts, failing, subgraph.without(type.name()));
                smaller(type).forEach(cut -> add(cuts, failing, subgraph.with(cut)));
                for (Field field : type.fields().values()) {
                    smaller(field).forEach(cut -> add(cuts, failing, subgraph.with(type.with(cut))));
                }
            }
        }
        return cuts;
    }

    private static void add(List<Supplier<Case>> cuts, Case failing, Schema smaller) {
        Federation federation = failing.federation();
        cuts.add(() -> new Case(federation.with(Externals.prune(smaller)), failing.query()));
    }

    private static List<Type> smaller(Type type) {
        List<Type> cuts = new ArrayList<>();
        type.fields().keySet().forEach(field -> cuts.add(type.without(field)));
        type.interfaces().forEach(face -> cuts.add(type.withInterfaces(without(type.interfaces(), face))));
        type.members().forEach(member -> cuts.add(type.withMembers(without(type.members(), member))));
        for (Directive directive : type.directives()) {
            if (!MEANING.contains(directive.name())) {
                cuts.add(type.withDirectives(without(type.directives(), directive)));
            }
        }
        return cuts;
    }

    private static List<Field> smaller(Field field) {
        List<Field> cuts = new ArrayList<>();
        for (Directive directive : field.directives()) {
            if (!MEANING.contains(directive.name())) {
                cuts.add(field.without(directive));
            }
        }
        for (Argument argument : field.arguments()) {
            cuts.add(field.withArguments(without(field.arguments(), argument)));
        }
        return cuts;
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(other -> !other.equals(one)).toList();
    }
}
