package io.lancang.mutation.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The tokens of a statement, and where its clauses begin and end. */
record Statement(String text, List<Token> tokens) {
    /** What stands around the body of a function, which ends its last clause. */
    static final Pattern QUOTE = Pattern.compile("\\$\\w*\\$");

    private static final Set<String> ENDS = Set.of(
            "where",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "fetch",
            "union",
            "intersect",
            "except",
            "returning",
            "join",
            "left",
            "right",
            "inner",
            "cross",
            "full",
            "window",
            "for",
            "set",
            "on",
            ";",
            "loop",
            "then",
            "as",
            "rows",
            "range",
            "partition");

    /** The word at an index; empty before the first and after the last. */
    String word(int index) {
        return index < 0 || index >= tokens.size() ? "" : tokens.get(index).text();
    }

    /** The index behind a clause that begins at this index: another clause or the end of what is around it comes there. */
    int endOfClause(int begin) {
        int depth = tokens.get(begin).depth();
        int index = begin;
        while (index < tokens.size()) {
            Token token = tokens.get(index);
            boolean function = word(index + 1).equals("(") && (token.is("left") || token.is("right"));
            boolean isEnd =
                    ENDS.contains(token.text()) || QUOTE.matcher(token.text()).matches();
            if (token.depth() < depth || (token.depth() == depth && isEnd && !function)) {
                return index;
            }
            index++;
        }
        return index;
    }

    /** The parts of a clause between these words at its own depth, as pairs of indices. */
    List<Part> split(int begin, int end, String separator) {
        List<Part> parts = new ArrayList<>();
        int depth = tokens.get(begin).depth();
        int from = begin;
        boolean between = false;
        for (int index = begin; index < end; index++) {
            Token token = tokens.get(index);
            if (token.depth() == depth && token.is("between")) {
                between = true;
            } else if (token.depth() == depth && token.is(separator)) {
                if (between && separator.equals("and")) {
                    between = false;
                } else {
                    parts.add(new Part(from, index));
                    from = index + 1;
                }
            }
        }
        parts.add(new Part(from, end));
        return parts.stream().filter(part -> part.end() > part.begin()).toList();
    }

    /** Whether a word stands in a clause at its own depth. */
    boolean has(int begin, int end, String word) {
        int depth = tokens.get(begin).depth();
        return tokens.subList(begin, end).stream().anyMatch(token -> token.depth() == depth && token.is(word));
    }

    /** The text of a part, as it is written. */
    String written(Part part) {
        return text.substring(begin(part), end(part));
    }

    int begin(Part part) {
        return tokens.get(part.begin()).begin();
    }

    int end(Part part) {
        return tokens.get(part.end() - 1).end();
    }

    /** The index of the parenthesis that closes the one at this index; the last token where none does. */
    int closing(int open) {
        int depth = tokens.get(open).depth();
        for (int index = open + 1; index < tokens.size(); index++) {
            if (tokens.get(index).depth() == depth && tokens.get(index).is(")")) {
                return index;
            }
        }
        return tokens.size() - 1;
    }

    /** Some tokens that follow each other: from one index to before another. */
    record Part(int begin, int end) {}
}
