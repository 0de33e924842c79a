package io.lancang.kit.singlefact;

import io.lancang.kit.error.ServiceException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody who sends a file has agreed to beforehand.
 *
 * @param losses that it may take away far more than it brings
 * @param edits the single facts that it may undo
 */
public record Consent(boolean losses, Edits edits) {
    /** Nothing. */
    public static final Consent NONE = new Consent(false, new Edits.Named(Set.of()));
    /** Whatever the file does. */
    public static final Consent ALL = new Consent(true, new Edits.All());

    /** How many single facts may be agreed to by name. */
    public static final int MOST_EDITS = 1_000;

    /** Single facts, by the releases that they are. */
    public sealed interface Edits {
        /** Any. */
        record All() implements Edits {}

        /** These. */
        record Named(Set<Long> releases) implements Edits {
            public Named {
                releases = Set.copyOf(releases);
            }
        }

        /** Whether the one that is this release is among them. */
        default boolean contain(long release) {
            return switch (this) {
                case All() -> true;
                case Named(Set<Long> releases) -> releases.contains(release);
            };
        }

        Pattern NUMBERS = Pattern.compile("\\d{1,18}(,\\d{1,18}){0," + (MOST_EDITS - 1) + "}");

        /**
         * Reads {@code 57,61}, {@code ALL}, or nothing.
         *
         * @throws ServiceException BAD_USER_INPUT for anything else
         */
        static Edits parse(String text) {
            if (text.isEmpty()) {
                return new Named(Set.of());
            }
            if (text.equals("ALL")) {
                return new All();
            }
            if (!NUMBERS.matcher(text).matches()) {
                throw ServiceException.badInput(
                        "`overEdits` is '" + text + "'.",
                        "Send the releases that the answer named, such as 57,61, or ALL.");
            }
            return new Named(Arrays.stream(text.split(",")).map(Long::valueOf).collect(Collectors.toSet()));
        }
    }
}
