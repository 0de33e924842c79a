package io.lancang.federation.execute.request;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import io.lancang.federation.OperationType;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.query.FetchSelection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prints the GraphQL document of a fetch, without white space that nobody needs, and notes which of the client's variables
 * it uses. The same fetch always gives the same text, so that subgraphs can cache what they make of it.
 */
final class FetchDocument {
    private final Operation operation;
    private final StringBuilder body = new StringBuilder();
    private final Set<String> used = new TreeSet<>();
    private final List<String> entityVariables = new ArrayList<>();
    private final List<String> definitions = new ArrayList<>();
    /** How variables that are not the client's are called at the moment, by the names that they have in the plan. */
    private Map<String, String> renamed = Map.of();

    FetchDocument(Operation operation) {
        this.operation = operation;
    }

    /** Appends a selection set in braces. */
    void selectionSet(List<FetchSelection> selections) {
        body.append('{');
        for (FetchSelection selection : selections) {
            selection(selection);
        }
        body.append('}');
    }

    /**
     * Appends a call of {@code _entities}.
     *
     * @param alias {@code _entities} itself if there is only one
     * @param names by the plan's names of variables that are not the client's, those to write
     */
    void entities(String alias, String variable, List<FetchSelection> selections, Map<String, String> names) {
        entityVariables.add(variable);
        renamed = names;
        if (!alias.equals("_entities")) {
            body.append(alias).append(':');
        }
        body.append("_entities(representations:$").append(variable).append(')');
        selectionSet(selections);
    }

    /** Defines a variable that is not the client's. */
    void define(String variable, String type) {
        definitions.add("$" + variable + ":" + type);
    }

    /** A name that no variable of the client has. */
    String freeVariable(String wish) {
        String name = wish;
        while (isTaken(name)) {
            name += '_';
        }
        return name;
    }

    /** Names of the client's variables that the document uses, in the order of their definitions. */
    List<String> variables() {
        return operation.variables().stream()
                .map(VariableDefinition::getName)
                .filter(used::contains)
                .toList();
    }

    /** The text of an operation on a root type, with everything appended so far as its selections. */
    String text(OperationType type) {
        List<String> all = new ArrayList<>();
        entityVariables.forEach(name -> all.add("$" + name + ":[_Any!]!"));
        all.addAll(definitions);
        operation.variables().stream()
                .filter(definition -> used.contains(definition.getName()))
                .forEach(definition -> all.add(definition(definition)));
        String head = all.isEmpty() ? "" : "(" + String.join(",", all) + ")";
        // The short form of a query needs neither keyword nor variables.
        String keyword =
                type == OperationType.QUERY && head.isEmpty() ? "" : type.name().toLowerCase(Locale.ROOT);
        return keyword + head + body;
    }

    void open() {
        body.append('{');
    }

    void close() {
        body.append('}');
    }

    private void selection(FetchSelection selection) {
        separate();
        Iterator<String> include =
                selection.conditions().include().stream().sorted().iterator();
        Iterator<String> skip = selection.conditions().skip().stream().sorted().iterator();
        int open = 0;
        // A directive may stand on a selection only once; what is left over goes on fragments around it.
        while (needsFragment(selection.conditions(), open)) {
            body.append("...");
            directives(include, skip);
            body.append('{');
            open++;
        }
        switch (selection) {
            case FetchSelection.Field field -> {
                if (!field.alias().equals(field.name())) {
                    body.append(field.alias()).append(':');
                }
                body.append(field.name());
                arguments(field.arguments());
            }
            case FetchSelection.Fragment fragment -> body.append("...on ").append(fragment.typeCondition());
        }
        directives(include, skip);
        if (!selection.selections().isEmpty()) {
            selectionSet(selection.selections());
        }
        body.append("}".repeat(open));
    }

    private static boolean needsFragment(Conditions conditions, int printed) {
        return Math.max(conditions.include().size(), conditions.skip().size()) - printed > 1;
    }

    private void directives(Iterator<String> include, Iterator<String> skip) {
        if (include.hasNext()) {
            directive("@include", include.next());
        }
        if (skip.hasNext()) {
            directive("@skip", skip.next());
        }
    }

    private void directive(String name, String variable) {
        used.add(variable);
        body.append(name).append("(if:$").append(variable).append(')');
    }

    private void arguments(List<Argument> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        char before = '(';
        for (Argument argument : arguments) {
            collectVariables(argument.getValue());
            body.append(before).append(argument.getName()).append(':').append(text(argument.getValue()));
            before = ',';
        }
        body.append(')');
    }

    private String text(Value<?> value) {
        String name = value instanceof VariableReference variable ? renamed.get(variable.getName()) : null;
        return name == null ? AstPrinter.printAstCompact(value) : "$" + name;
    }

    private void collectVariables(Value<?> value) {
        switch (value) {
            case VariableReference reference -> used.add(reference.getName());
            case ArrayValue array -> collectVariables(array.getValues());
            case ObjectValue object ->
                collectVariables(object.getObjectFields().stream()
                        .map(ObjectField::getValue)
                        .toList());
            default -> {
                // Constants name no variable.
            }
        }
    }

    @SuppressWarnings("rawtypes")
    private void collectVariables(Collection<? extends Value> values) {
        values.forEach(this::collectVariables);
    }

    private void separate() {
        char last = body.charAt(body.length() - 1);
        if (Character.isLetterOrDigit(last) || last == '_') {
            body.append(' ');
        }
    }

    private boolean isTaken(String name) {
        return entityVariables.contains(name)
                || operation.variables().stream()
                        .anyMatch(definition -> definition.getName().equals(name));
    }

    private static String definition(VariableDefinition definition) {
        String text = "$" + definition.getName() + ":" + AstPrinter.printAstCompact(definition.getType());
        return definition.getDefaultValue() == null
                ? text
                : text + "=" + AstPrinter.printAstCompact(definition.getDefaultValue());
    }
}
