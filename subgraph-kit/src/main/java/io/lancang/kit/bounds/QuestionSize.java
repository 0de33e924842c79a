package io.lancang.kit.bounds;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.RefusedRequest;
import io.lancang.kit.error.ServiceException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures what is asked before it is executed. */
final class QuestionSize {
    private final RequestLimits limits;

    QuestionSize(RequestLimits limits) {
        this.limits = limits;
    }

    /**
     * Measures a document.
     *
     * @throws RefusedRequest LIMIT_EXCEEDED if its operations select too many fields
     */
    void checkDocument(Document document) {
        Fields fields = new Fields(document);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            long number = fields.in(operation.getSelectionSet());
            if (number > limits.fields()) {
                throw tooMuch(
                        "The request selects " + number + " fields, counting fragments wherever they are spread; "
                                + limits.fields() + " are allowed.",
                        "lancang.requests.fields");
            }
        }
    }

    /**
     * Measures the variables of a request.
     *
     * @throws RefusedRequest LIMIT_EXCEEDED if they hold too many values
     */
    void checkVariables(Map<String, Object> variables) {
        long number = values(variables);
        if (number > limits.variables()) {
            throw tooMuch(
                    "The variables of the request hold " + number + " values; " + limits.variables() + " are allowed.",
                    "lancang.requests.variables");
        }
    }

    /** How many nodes a document has as it is written. */
    static int nodes(Node<?> node) {
        int nodes = 1;
        for (Node<?> child : node.getChildren()) {
            nodes += nodes(child);
        }
        return nodes;
    }

    private static long values(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                object.values().stream().mapToLong(QuestionSize::values).sum() + 1;
            case Collection<?> list ->
                list.stream().mapToLong(QuestionSize::values).sum() + 1;
            case null, default -> 1;
        };
    }

    private static RefusedRequest tooMuch(String message, String key) {
        return new RefusedRequest(new ServiceException(
                ErrorCode.LIMIT_EXCEEDED,
                message,
                "Ask for less in one request, or in several; the service's operator may raise `" + key + "`."));
    }

    /** Counts the fields of selections; those of a fragment once, however often it is spread. */
    private static final class Fields {
        /** Numbers stay below it, so that they can be added. */
        private static final long MOST = Integer.MAX_VALUE;

        /** Deeper than anybody writes, and far from the end of a thread's stack. */
        private static final int DEEPEST = 100;

        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, Long> known = new HashMap<>();
        private int depth;

        Fields(Document document) {
            this.fragments = new HashMap<>();
            document.getDefinitionsOfType(FragmentDefinition.class)
                    .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        }

        long in(@Nullable SelectionSet selections) {
            long sum = 0;
            if (selections != null) {
                for (Selection<?> selection : selections.getSelections()) {
                    sum = Math.min(MOST, sum + in(selection));
                }
            }
            return sum;
        }

        private long in(Selection<?> selection) {
            return switch (selection) {
                case Field field -> 1 + in(field.getSelectionSet());
                case InlineFragment inline -> in(inline.getSelectionSet());
                case FragmentSpread spread -> in(spread);
                default -> 0;
            };
        }

        /** A fragment that spreads itself counts nothing there: validation refuses it. */
        private long in(FragmentSpread spread) {
            Long counted = known.putIfAbsent(spread.getName(), 0L);
            if (counted != null) {
                return counted;
            }
            if (depth == DEEPEST) {
                throw new RefusedRequest(new ServiceException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "Fragments are spread in each other more than " + DEEPEST + " deep, at '" + spread.getName()
                                + "'.",
                        "Write the inner fragments out."));
            }
            FragmentDefinition fragment = fragments.get(spread.getName());
            depth++;
            long number = fragment == null ? 0 : in(fragment.getSelectionSet());
            depth--;
            known.put(spread.getName(), number);
            return number;
        }
    }
}
