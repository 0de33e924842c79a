package io.lancang.federation.operation.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.message.ErrorList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures operations with their fragments expanded. A fragment is measured once, however often it is spread, so measuring
 * takes time in proportion to the document and not to what it stands for.
 */
final class DocumentSize {
    private final Map<String, Size> measured = new HashMap<>();
    private final List<OperationDefinition> operations;

    /** Sums saturate, since nested fragments double with every line. */
    private record Size(int depth, int nesting, long fields, long fragments, long aliases, long rootFields) {
        static final Size NONE = new Size(0, 0, 0, 0, 0, 0);

        Size beside(Size other) {
            return new Size(
                    Math.max(depth, other.depth),
                    Math.max(nesting, other.nesting),
                    sum(fields, other.fields),
                    sum(fragments, other.fragments),
                    sum(aliases, other.aliases),
                    sum(rootFields, other.rootFields));
        }

        Size below(boolean aliased) {
            return new Size(depth + 1, nesting + 1, sum(fields, 1), fragments, sum(aliases, aliased ? 1 : 0), 1);
        }

        Size inFragment() {
            return new Size(depth, nesting + 1, fields, sum(fragments, 1), aliases, rootFields);
        }

        private static long sum(long one, long other) {
            return Math.min(Integer.MAX_VALUE, one + other);
        }
    }

    /**
     * @param fragments those of the document, each after those that it spreads
     */
    DocumentSize(Document document, List<FragmentDefinition> fragments) {
        operations = document.getDefinitionsOfType(OperationDefinition.class);
        fragments.forEach(fragment -> measured.put(fragment.getName(), measure(fragment.getSelectionSet())));
    }

    /** One error for every limit that an operation exceeds. */
    List<GraphQLError> exceeded(OperationLimits limits) {
        ErrorList errors = new ErrorList(limits.maxErrors());
        for (OperationDefinition operation : operations) {
            Size size = measure(operation.getSelectionSet());
            check(errors, "levels of fields", size.depth(), limits.maxDepth());
            check(
                    errors,
                    "levels of fields and fragments",
                    size.nesting(),
                    limits.form().maxNesting());
            check(errors, "fields", size.fields(), limits.maxFields());
            check(errors, "fragments", size.fragments(), limits.maxFragments());
            check(errors, "aliases", size.aliases(), limits.maxAliases());
            check(errors, "root fields", size.rootFields(), limits.maxRootFields());
        }
        return errors.toList();
    }

    private static void check(ErrorList errors, String what, long found, int allowed) {
        if (found > allowed) {
            String count = found == Integer.MAX_VALUE ? "too many" : Long.toString(found);
            errors.add(GraphQLError.of(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The operation has " + count + " " + what + "; " + allowed
                            + " are allowed. Ask for less, or in several requests."));
        }
    }

    private Size measure(@Nullable SelectionSet set) {
        Size size = Size.NONE;
        if (set != null) {
            for (Selection<?> selection : set.getSelections()) {
                size = size.beside(measure(selection));
            }
        }
        return size;
    }

    private Size measure(Selection<?> selection) {
        return switch (selection) {
            case Field field -> measure(field.getSelectionSet()).below(field.getAlias() != null);
            case InlineFragment fragment -> measure(fragment.getSelectionSet()).inFragment();
            // A fragment that does not exist is another rule's error.
            case FragmentSpread spread ->
                measured.getOrDefault(spread.getName(), Size.NONE).inFragment();
            default -> Size.NONE;
        };
    }
}
