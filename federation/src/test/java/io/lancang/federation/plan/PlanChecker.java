package io.lancang.federation.plan;

import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.operation.TypeTexts;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Holds a plan against what every plan must keep: each request is valid against its subgraph's schema, every input of a
 * representation is there before it is used, every leaf that the client selected is produced, and none that nobody uses is
 * produced twice.
 */
final class PlanChecker {
    private final Supergraph supergraph;
    private final SubgraphSchemas schemas;
    private final List<Product> products = new ArrayList<>();
    private final Set<String> inputs = new HashSet<>();

    /** A value that a fetch writes into the merged tree, for objects of some type at a path of merge keys. */
    private record Product(int fetch, String path, String type, String mergeKey, boolean leaf) {}

    PlanChecker(Supergraph supergraph, SubgraphSchemas schemas) {
        this.supergraph = supergraph;
        this.schemas = schemas;
    }

    void check(Operation operation, QueryPlan plan) {
        for (Fetch fetch : plan.fetches()) {
            checkValid(operation, fetch);
            switch (fetch) {
                case RootFetch root ->
                    note(
                            root.id(),
                            path(root.path()),
                            root.path().isEmpty() ? operation.rootType() : "",
                            root.selections());
                case EntityFetch entities -> checkCalls(entities, plan);
            }
        }
        checkLeaves(operation.selections(), "", Conditions.NONE);
        checkSingle();
    }

    private void checkValid(Operation operation, Fetch fetch) {
        String document = document(operation, fetch);
        List<ValidationError> errors =
                new Validator().validateDocument(schemas.of(fetch.subgraph()), Parser.parse(document), Locale.ENGLISH);
        // A request declares the variables that it uses; here all are declared, for simplicity.
        errors.removeIf(error -> String.valueOf(error.getMessage()).contains("UnusedVariable"));
        require(errors.isEmpty(), "request to " + fetch.subgraph() + " is not valid: " + errors + "\n" + document);
    }

    private static String document(Operation operation, Fetch fetch) {
        StringBuilder variables = new StringBuilder("($r: [_Any!]!");
        for (VariableDefinition variable : operation.variables()) {
            variables.append(", $").append(variable.getName()).append(": ").append(TypeTexts.of(variable.getType()));
        }
        return switch (fetch) {
            case RootFetch root ->
                root.type().name().toLowerCase(Locale.ROOT) + variables + ") {\n"
                        + PlanPrinter.selections(root.selections()) + "}";
            case EntityFetch entities -> {
                StringBuilder calls = new StringBuilder("query" + variables + ") {\n");
                for (int index = 0; index < entities.calls().size(); index++) {
                    calls.append("_")
                            .append(index)
                            .append(": _entities(representations: $r) {\n")
                            .append(PlanPrinter.selections(
                                    entities.calls().get(index).selections()))
                            .append("}\n");
                }
                yield calls + "}";
            }
        };
    }

    private void checkCalls(EntityFetch fetch, QueryPlan plan) {
        Set<Integer> before = new HashSet<>();
        collectBefore(fetch, plan, before);
        for (EntityCall call : fetch.calls()) {
            String path = path(call.path());
            for (Representation representation : call.representations()) {
                checkInputs(representation.fields(), path, representation.types(), before, fetch);
            }
        }
        for (EntityCall call : fetch.calls()) {
            String path = path(call.path());
            note(fetch.id(), path, "", call.selections());
        }
    }

    private static void collectBefore(Fetch fetch, QueryPlan plan, Set<Integer> before) {
        for (int earlier : fetch.after()) {
            if (before.add(earlier)) {
                collectBefore(plan.fetches().get(earlier), plan, before);
            }
        }
    }

    private void checkInputs(
            List<RepresentationSelection> fields, String path, Set<String> types, Set<Integer> before, Fetch fetch) {
        for (RepresentationSelection selection : fields) {
            switch (selection) {
                case RepresentationSelection.Fragment fragment ->
                    checkInputs(fragment.fields(), path, fragment.types(), before, fetch);
                case RepresentationSelection.Field field -> {
                    inputs.add(path + "/" + field.mergeKey());
                    boolean there = products.stream()
                            .anyMatch(product -> before.contains(product.fetch())
                                    && product.path().equals(path)
                                    && product.mergeKey().equals(field.mergeKey())
                                    && (types.isEmpty() || types.stream().anyMatch(type -> fits(product, type))));
                    require(
                            there || !field.required(),
                            "fetch #" + fetch.id() + " needs " + field.mergeKey() + " at " + path
                                    + ", which nothing before it brings");
                    checkInputs(field.fields(), join(path, field.mergeKey()), Set.of(), before, fetch);
                }
            }
        }
    }

    private void note(int fetch, String path, String type, List<FetchSelection> selections) {
        for (FetchSelection selection : selections) {
            switch (selection) {
                case FetchSelection.Fragment fragment ->
                    note(fetch, path, fragment.typeCondition(), fragment.selections());
                case FetchSelection.Field field -> {
                    boolean leaf = field.selections().isEmpty();
                    products.add(new Product(fetch, path, type, field.mergeKey(), leaf));
                    note(fetch, join(path, field.mergeKey()), "", field.selections());
                }
            }
        }
    }

    private void checkLeaves(SelectionSet selections, String path, Conditions context) {
        for (Selection selection : selections.selections()) {
            Conditions conditions = context.and(selection.conditions());
            if (conditions.contradictory()) {
                continue;
            }
            switch (selection) {
                case FragmentSelection fragment -> checkLeaves(fragment.selections(), path, conditions);
                case FieldSelection field -> {
                    if (path.isEmpty() && field.name().startsWith("__")) {
                        continue;
                    }
                    String mergeKey = field.name().equals("__typename") ? "__typename" : field.responseKey();
                    boolean brought = products.stream()
                            .anyMatch(product -> product.path().equals(path)
                                    && product.mergeKey().equals(mergeKey)
                                    && overlaps(product.type(), field.parentType()));
                    boolean answerable =
                            products.stream().anyMatch(product -> product.path().equals(path))
                                    && !neverMet(path, field.parentType());
                    require(brought || !answerable, "nothing brings " + join(path, mergeKey));
                    checkLeaves(field.selections(), join(path, mergeKey), conditions);
                }
            }
        }
    }

    /** Whether objects of the type cannot be at the path, because the subgraph that answers there has none. */
    private boolean neverMet(String path, String typeName) {
        return products.stream()
                .noneMatch(product -> product.path().equals(path)
                        && overlaps(product.type(), typeName)
                        && !product.mergeKey().equals("__typename"));
    }

    private void checkSingle() {
        for (Product one : products) {
            for (Product other : products) {
                boolean same = one.leaf()
                        && one.fetch() != other.fetch()
                        && one.path().equals(other.path())
                        && one.mergeKey().equals(other.mergeKey())
                        && one.type().equals(other.type());
                require(
                        !same || inputs.contains(one.path() + "/" + one.mergeKey()),
                        "fetches #" + one.fetch() + " and #" + other.fetch() + " both bring "
                                + join(one.path(), one.mergeKey()));
            }
        }
    }

    private boolean fits(Product product, String type) {
        return product.type().isEmpty() || possible(product.type()).contains(type);
    }

    private boolean overlaps(String one, String other) {
        return one.isEmpty() || possible(one).stream().anyMatch(possible(other)::contains);
    }

    private Set<String> possible(String typeName) {
        SupergraphType type = Objects.requireNonNull(supergraph.type(typeName));
        return type.possibleTypes();
    }

    private static String path(List<PathStep> steps) {
        return String.join("/", steps.stream().map(PathStep::mergeKey).toList());
    }

    private static String join(String path, String mergeKey) {
        return path.isEmpty() ? mergeKey : path + "/" + mergeKey;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
