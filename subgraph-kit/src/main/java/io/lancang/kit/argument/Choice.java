package io.lancang.kit.argument;

import io.lancang.kit.error.ServiceException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list argument wants of what there is.
 *
 * @param wanted the values that are wanted; null if all are
 */
public record Choice<T>(@Nullable Set<T> wanted) {
    /**
     * What an argument wants; all if it was left out.
     *
     * @param argument its name, for the error
     * @throws ServiceException BAD_USER_INPUT for an empty list
     */
    public static <T> Choice<T> of(String argument, @Nullable List<T> given) {
        refuseEmpty(argument, given);
        return new Choice<>(given == null ? null : Set.copyOf(given));
    }

    /**
     * Refuses a list that wants nothing: its answer would be empty whatever is on record, and look as if nothing were.
     *
     * @throws ServiceException BAD_USER_INPUT
     */
    public static void refuseEmpty(String argument, @Nullable Collection<?> given) {
        if (given != null && given.isEmpty()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is an empty list, which nothing can match.",
                    "Name at least one, or leave it out.");
        }
    }

    /** Those of {@code all} whose trait is wanted, in their order. */
    public <A> List<A> among(List<A> all, Function<A, T> trait) {
        Set<T> these = wanted;
        return these == null
                ? all
                : all.stream().filter(each -> these.contains(trait.apply(each))).toList();
    }

    /** The names of values, as a parameter of a statement: null if all are wanted. */
    public static String @Nullable [] names(@Nullable Collection<? extends Enum<?>> values) {
        return values == null ? null : values.stream().map(Enum::name).toArray(String[]::new);
    }
}
