package io.lancang.federation.differential.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import io.lancang.federation.json.JsonValues;
import io.lancang.federation.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a query apart into queries that ask for one leaf each, and holds their answers against that of the query. */
final class Alone {
    private static final String WITHOUT_ERRORS = "{\"data\":";

    private final Document document;

    private Alone(Document document) {
        this.document = document;
    }

    /** A query for each leaf, under the fragments and conditions that it has; none for a mutation. */
    static List<Query> of(Query query) {
        Alone alone = new Alone(Parser.parse(query.text()));
        OperationDefinition operation =
                alone.document.getDefinitionsOfType(OperationDefinition.class).getFirst();
        return operation.getOperation() == OperationDefinition.Operation.QUERY
                ? alone.chains(operation.getSelectionSet()).stream()
                        .map(chain -> query(operation, chain, query.variables()))
                        .toList()
                : List.of();
    }

    private static Query query(OperationDefinition operation, String chain, Map<String, @Nullable Object> variables) {
        List<VariableDefinition> used = operation.getVariableDefinitions().stream()
                .filter(variable -> Pattern.compile("\\$" + variable.getName() + "\\b")
                        .matcher(chain)
                        .find())
                .toList();
        String declared = used.stream().map(AstPrinter::printAstCompact).collect(Collectors.joining(", "));
        Map<String, @Nullable Object> values = new LinkedHashMap<>(variables);
        values.keySet().retainAll(used.stream().map(VariableDefinition::getName).toList());
        return new Query("query" + (declared.isEmpty() ? "" : "(" + declared + ")") + " { " + chain + " }", values);
    }

    private List<String> chains(SelectionSet selections) {
        List<String> chains = new ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> {
                    SelectionSet below = field.getSelectionSet();
                    if (below == null) {
                        chains.add(AstPrinter.printAstCompact(field));
                    } else {
                        add(field.transform(leaf -> leaf.selectionSet(null)), below, chains);
                    }
                }
                case InlineFragment fragment ->
                    add(
                            "..." + on(fragment) + directives(fragment.getDirectives()),
                            fragment.getSelectionSet(),
                            chains);
                case FragmentSpread spread -> {
                    FragmentDefinition definition = definition(spread.getName());
                    add(
                            "... on " + definition.getTypeCondition().getName() + directives(spread.getDirectives()),
                            definition.getSelectionSet(),
                            chains);
                }
                default -> throw new IllegalStateException("no selection: " + selection);
            }
        }
        return chains;
    }

    private void add(Node<?> head, SelectionSet below, List<String> chains) {
        add(AstPrinter.printAstCompact(head), below, chains);
    }

    private void add(String head, SelectionSet below, List<String> chains) {
        chains(below).forEach(chain -> chains.add(head + " { " + chain + " }"));
    }

    private static String on(InlineFragment fragment) {
        return Optional.ofNullable(fragment.getTypeCondition())
                .map(type -> " on " + type.getName())
                .orElse("");
    }

    private static String directives(List<? extends Node<?>> directives) {
        return directives.stream()
                .map(directive -> " " + AstPrinter.printAstCompact(directive))
                .collect(Collectors.joining());
    }

    private FragmentDefinition definition(String name) {
        return document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(definition -> definition.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Whether everything in one answer is in another one that has more fields: the same values, in lists as long. An answer
     * with errors is part of none.
     */
    static boolean isPart(String part, String answer) {
        return part.startsWith(WITHOUT_ERRORS) && answer.startsWith(WITHOUT_ERRORS) && isPart(json(part), json(answer));
    }

    private static @Nullable Object json(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        try {
            return JsonValues.parse(bytes, 0, bytes.length);
        } catch (MalformedJsonException malformed) {
            throw new AssertionError("an answer that is no JSON: " + text, malformed);
        }
    }

    private static boolean isPart(@Nullable Object part, @Nullable Object answer) {
        return switch (part) {
            case Map<?, ?> fields ->
                answer instanceof Map<?, ?> all
                        && fields.entrySet().stream()
                                .allMatch(field -> all.containsKey(field.getKey())
                                        && isPart(field.getValue(), all.get(field.getKey())));
            case List<?> items -> answer instanceof List<?> all && isPart(items, all);
            case null, default -> Objects.equals(part, answer);
        };
    }

    private static boolean isPart(List<?> items, List<?> all) {
        boolean part = items.size() == all.size();
        for (int index = 0; part && index < items.size(); index++) {
            part = isPart(items.get(index), all.get(index));
        }
        return part;
    }
}
