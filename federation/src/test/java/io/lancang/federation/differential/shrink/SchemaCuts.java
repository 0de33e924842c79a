package io.lancang.federation.differential.shrink;

import io.lancang.federation.differential.run.Federation;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Leaves out subgraphs, types and fields, everywhere. What remains is as satisfiable as it was. */
final class SchemaCuts implements Cuts {
    @Override
    public List<Supplier<Case>> of(Case failing) {
        List<Supplier<Case>> cuts = new ArrayList<>();
        Federation federation = failing.federation();
        for (Schema subgraph : federation.subgraphs()) {
            cuts.add(() -> new Case(federation.without(subgraph), failing.query()));
        }
        Set<String> types = new LinkedHashSet<>();
        Set<List<String>> fields = new LinkedHashSet<>();
        for (Schema subgraph : federation.subgraphs()) {
            for (Type type : subgraph.types().values()) {
                types.add(type.name());
                type.fields().keySet().forEach(field -> fields.add(List.of(type.name(), field)));
            }
        }
        types.forEach(type -> cuts.add(() -> everywhere(failing, schema -> withoutType(schema, type))));
        fields.forEach(field ->
                cuts.add(() -> everywhere(failing, schema -> withoutField(schema, field.getFirst(), field.getLast()))));
        return cuts;
    }

    private static Case everywhere(Case failing, UnaryOperator<Schema> cut) {
        Federation smaller = failing.federation();
        for (Schema subgraph : smaller.subgraphs()) {
            smaller = smaller.with(Externals.prune(cut.apply(subgraph)));
        }
        return new Case(smaller, failing.query());
    }

    /** Without the type, what returns it, and what lists it. */
    private static Schema withoutType(Schema schema, String name) {
        Schema smaller = schema.without(name);
        for (Type type : schema.without(name).types().values()) {
            Type cut = type;
            for (Field field : type.fields().values()) {
                cut = field.named().equals(name) ? cut.without(field.name()) : cut;
            }
            List<String> members = new ArrayList<>(cut.members());
            members.remove(name);
            List<String> interfaces = new ArrayList<>(cut.interfaces());
            interfaces.remove(name);
            smaller = smaller.with(cut.withMembers(members).withInterfaces(interfaces));
        }
        return smaller;
    }

    private static Schema withoutField(Schema schema, String type, String field) {
        if (!schema.knows(type)) {
            return schema;
        }
        Type smaller = schema.type(type).without(field);
        return smaller.fields().isEmpty() ? schema.without(type) : schema.with(smaller);
    }
}
