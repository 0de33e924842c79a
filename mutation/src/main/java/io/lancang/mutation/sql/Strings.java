package io.lancang.mutation.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that Java puts together of strings: {@code "select a from " + table + " where b = " + b}. What is between two strings of
 * one sum is left as it is: with the quotes around it, it looks like a quoted name of SQL, and a part of the statement that has it inside
 * can be put into parentheses like any other.
 */
final class Strings {
    private static final Pattern SQL = Pattern.compile(
            "\\s*(select|with|insert into|update|delete from|create temp table)\\s.*"
                    + "|\\s(from|where|and|order by|join|left join)\\s.*",
            Pattern.DOTALL);

    private final String text;
    private final Matcher literals;

    /**
     * Prepares to look.
     *
     * @param literals finds comments and what is between quotes
     */
    Strings(String text, Pattern literals) {
        this.text = text;
        this.literals = literals.matcher(text);
    }

    /**
     * A sum of strings.
     *
     * @param begin where the text of the first begins
     * @param end where the text of the last ends
     * @param isWhole whether nothing else follows, so that its last clause ends there
     */
    record Sum(int begin, int end, boolean isWhole) {}

    /** Those that are SQL, in their order. */
    List<Sum> sums() {
        List<Sum> found = new ArrayList<>();
        int from = 0;
        while (literals.find(from)) {
            from = literals.end();
            if (isString()) {
                Sum sum = sumFrom(literals.start() + 1);
                if (SQL.matcher(text.substring(sum.begin(), sum.end())).matches()) {
                    found.add(sum);
                    from = sum.end() + 1;
                }
            }
        }
        return found;
    }

    private boolean isString() {
        return text.charAt(literals.start()) == '"' && literals.group(1) == null;
    }

    /** Adds what is added to a string: other strings, and what stands between them. */
    private Sum sumFrom(int begin) {
        int end = literals.end() - 1;
        int at = literals.end();
        int depth = 0;
        boolean isAdded = false;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (literals.find(at) && literals.start() == at) {
                if (isString() && depth == 0) {
                    end = literals.end() - 1;
                    isAdded = false;
                }
                at = literals.end();
                continue;
            }
            if (next == '(') {
                depth++;
            } else if (next == ')') {
                depth--;
            }
            if (depth < 0 || (depth == 0 && ",;?:{}".indexOf(next) >= 0)) {
                break;
            }
            isAdded |= next == '+';
            at++;
        }
        return new Sum(begin, end, !isAdded);
    }
}
