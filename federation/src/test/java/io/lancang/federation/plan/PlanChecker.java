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
import io.lancang.federation.supergraph.TypeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

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
    private final MetTypes met;

    /** A value that a fetch writes into the merged tree, for objects of some type at a path of merge keys. */
    private record Product(int fetch, String path, String type, String mergeKey, boolean leaf) {}

    PlanChecker(Supergraph supergraph, SubgraphSchemas schemas) {
        this.supergraph = supergraph;
        this.schemas = schemas;
        this.met = new MetTypes(supergraph);
    }

    void check(Operation operation, QueryPlan plan) {
        for (Fetch fetch : plan.fetches()) {
            checkValid(operation, fetch);
            switch (fetch) {
                case RootFetch root -> checkRoot(root, operation);
                case EntityFetch entities -> checkCalls(entities, plan);
            }
        }
        checkLeaves(operation.selections(), "", Set.of(operation.rootType()), Conditions.NONE);
        checkSingle();
    }

    private void checkRoot(RootFetch root, Operation operation) {
        String path = path(root.path());
        String type = root.path().isEmpty()
                ? operation.rootType()
                : supergraph.roots().query();
        note(root.id(), path, root.path().isEmpty() ? type : "", root.selections());
        met.note(root.subgraph(), path, type, root.selections());
    }

    private void checkValid(Operation operation, Fetch fetch) {
        String document = document(operation, fetch);
        List<ValidationError> errors =
                new Validator().validateDocument(schemas.of(fetch.subgraph()), Parser.parse(document), Locale.ENGLISH);
        // A request nests fragments where a selection has two conditions of a kind; an explained plan does not.
        errors.removeIf(error -> String.valueOf(error.getMessage()).contains("DuplicateDirectiveName"));
        require(errors.isEmpty(), "request to " + fetch.subgraph() + " is not valid: " + errors + "\n" + document);
    }

    private static String document(Operation operation, Fetch fetch) {
        return switch (fetch) {
            case RootFetch root -> {
                String selections = PlanPrinter.selections(root.selections());
                String variables = variables(operation, selections);
                yield root.type().name().toLowerCase(Locale.ROOT)
                        + (variables.isEmpty() ? "" : "(" + variables + ")")
                        + " {\n" + selections + "}";
            }
            case EntityFetch entities -> {
                StringBuilder calls = new StringBuilder();
                for (int index = 0; index < entities.calls().size(); index++) {
                    calls.append("_")
                            .append(index)
                            .append(": _entities(representations: $r) {\n")
                            .append(PlanPrinter.selections(
                                    entities.calls().get(index).selections()))
                            .append("}\n");
                }
                yield "query($r: [_Any!]! " + variables(operation, calls.toString()) + ") {\n" + calls + "}";
            }
        };
    }

    /** Declares what a request uses: the subgraph need not know the types of other variables. */
    private static String variables(Operation operation, String selections) {
        StringBuilder variables = new StringBuilder();
        for (VariableDefinition variable : operation.variables()) {
            if (Pattern.compile("\\$" + variable.getName() + "\\b")
                    .matcher(selections)
                    .find()) {
                variables.append("$").append(variable.getName()).append(": ").append(TypeTexts.of(variable.getType()));
                variables.append(' ');
            }
        }
        return variables.toString();
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
            met.note(fetch.subgraph(), path, "", call.selections());
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

    /** Checks selections on objects of some types, those to which all fragments around apply. */
    private void checkLeaves(SelectionSet selections, String path, Set<String> types, Conditions context) {
        for (Selection selection : selections.selections()) {
            Conditions conditions = context.and(selection.conditions());
            if (conditions.contradictory()) {
                continue;
            }
            switch (selection) {
                case FragmentSelection fragment ->
                    checkLeaves(
                            fragment.selections(), path, both(types, possible(fragment.typeCondition())), conditions);
                case FieldSelection field -> checkLeaf(field, path, types, conditions);
            }
        }
    }

    private void checkLeaf(FieldSelection field, String path, Set<String> types, Conditions conditions) {
        if (path.isEmpty() && field.name().startsWith("__")) {
            return;
        }
        String mergeKey = field.name().equals("__typename") ? "__typename" : field.responseKey();
        Set<String> asked = both(types, possible(field.parentType()));
        boolean brought = products.stream()
                .anyMatch(product -> product.path().equals(path)
                        && product.mergeKey().equals(mergeKey)
                        && (product.type().isEmpty()
                                || !both(asked, possible(product.type())).isEmpty()));
        // Objects of a type that the subgraph which answers there does not know are never met.
        require(brought || !met.anyOf(asked, path), "nothing brings " + join(path, mergeKey));
        if (!field.selections().selections().isEmpty()) {
            checkLeaves(field.selections(), join(path, mergeKey), possible(TypeNames.named(field.type())), conditions);
        }
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

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
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
