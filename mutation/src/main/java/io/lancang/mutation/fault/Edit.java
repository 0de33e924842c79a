package io.lancang.mutation.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a fault changes in the text of a file. */
public sealed interface Edit {

    /**
     * The text with the fault.
     *
     * @throws IllegalArgumentException where the text has no such place, or more than one
     */
    String applyTo(String text);

    /**
     * Lines that follow each other become others.
     *
     * @param removed the lines without the white space around them; exactly one place of the file has them
     * @param added what stands there instead
     */
    record Lines(List<String> removed, List<String> added) implements Edit {

        public Lines {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
            if (removed.isEmpty()) {
                throw new IllegalArgumentException("the fault has no line with -");
            }
        }

        @Override
        public String applyTo(String text) {
            List<String> lines = text.lines().toList();
            int place = place(lines);
            List<String> changed = new ArrayList<>(lines.subList(0, place));
            changed.addAll(added);
            changed.addAll(lines.subList(place + removed.size(), lines.size()));
            return String.join("\n", changed) + "\n";
        }

        private int place(List<String> lines) {
            List<Integer> places = new ArrayList<>();
            for (int at = 0; at + removed.size() <= lines.size(); at++) {
                if (isAt(lines, at)) {
                    places.add(at);
                }
            }
            if (places.size() != 1) {
                throw new IllegalArgumentException("the file has " + places.size()
                        + " places with these lines, not one: " + String.join(" / ", removed));
            }
            return places.getFirst();
        }

        private boolean isAt(List<String> lines, int at) {
            for (int line = 0; line < removed.size(); line++) {
                if (!lines.get(at + line).strip().equals(removed.get(line))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A part of the text becomes another.
     *
     * @param begin where it begins
     * @param end where what follows begins
     * @param replacement what stands there instead
     */
    record Span(int begin, int end, String replacement) implements Edit {

        public Span {
            if (begin < 0 || end < begin) {
                throw new IllegalArgumentException("no part of a text goes from " + begin + " to " + end);
            }
        }

        @Override
        public String applyTo(String text) {
            if (end > text.length()) {
                throw new IllegalArgumentException("the text ends before " + end);
            }
            return text.substring(0, begin) + replacement + text.substring(end);
        }
    }

    /**
     * A change within a statement that defines functions, procedures or views, and can do so again while the database is in use.
     *
     * @param begin where the statement begins
     * @param end where what follows begins
     * @param change what changes in it
     */
    record InDefinition(int begin, int end, Span change) implements Edit {
        private static final Pattern CREATE = Pattern.compile("^create\\s+(?!or\\s)");

        public InDefinition {
            if (begin > change.begin() || end < change.end()) {
                throw new IllegalArgumentException(change + " is not between " + begin + " and " + end);
            }
        }

        @Override
        public String applyTo(String text) {
            return change.applyTo(text);
        }

        /** The statement in a text, as it is executed in a database that has the definition. */
        String definition(String text) {
            return again(text.substring(begin, end));
        }

        /** That statement with the change. */
        String faulty(String text) {
            return again(new Span(change.begin() - begin, change.end() - begin, change.replacement())
                    .applyTo(text.substring(begin, end)));
        }

        private static String again(String statement) {
            return CREATE.matcher(statement).replaceFirst("create or replace ");
        }
    }
}
