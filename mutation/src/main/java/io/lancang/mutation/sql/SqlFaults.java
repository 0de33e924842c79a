package io.lancang.mutation.sql;

import io.lancang.mutation.fault.Edit;
import io.lancang.mutation.sql.Statement.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The faults of a statement: what a slip in a condition, an order or a null would be. */
public final class SqlFaults {
    private static final Map<String, String> BOUNDS = Map.of(">=", ">", ">", ">=", "<=", "<", "<", "<=");

    private final Statement statement;
    private final List<SqlFault> faults = new ArrayList<>();

    private SqlFaults(Statement statement) {
        this.statement = statement;
    }

    /**
     * A change of a statement.
     *
     * @param what what it is, in a few words
     * @param edit the change, in the text that the statement is a part of
     */
    public record SqlFault(String what, Edit.Span edit) {}

    /** The faults of the statement in a part of a text, in their order. */
    public static List<SqlFault> of(String text, int begin, int end) {
        SqlFaults made = new SqlFaults(new Statement(text, Token.of(text, begin, end)));
        for (int index = 0; index < made.statement.tokens().size(); index++) {
            made.at(index);
        }
        return List.copyOf(made.faults);
    }

    private void at(int index) {
        switch (statement.word(index)) {
            case "where", "having" -> {
                if (!isOfIndex()) {
                    conditions(index + 1);
                }
            }
            case "on" -> {
                if (isOfJoin(index)) {
                    conditions(index + 1);
                }
            }
            case "order" -> {
                if (statement.word(index + 1).equals("by")) {
                    orders(index + 2);
                }
            }
            case ">=", ">", "<=", "<" -> {
                String bound = statement.word(index);
                replace(index, index + 1, BOUNDS.getOrDefault(bound, bound), bound + " becomes " + BOUNDS.get(bound));
            }
            case "coalesce" -> coalesce(index);
            case "distinct" -> distinct(index);
            case "left" -> {
                if (statement.word(index + 1).equals("join")) {
                    replace(index, index + 2, "join", "left join becomes join");
                }
            }
            default -> {}
        }
    }

    /** Which rows an index has, no answer depends on, unless it is to keep them unique. */
    private boolean isOfIndex() {
        return statement.word(0).equals("create") && statement.word(1).equals("index");
    }

    /** Others are those of indexes, of conflicts, of foreign keys and of {@code distinct on}. */
    private boolean isOfJoin(int index) {
        if (statement.word(index + 1).equals("conflict")) {
            return false;
        }
        int depth = statement.tokens().get(index).depth();
        for (int before = index - 1; before >= 0; before--) {
            Token token = statement.tokens().get(before);
            if (token.depth() < depth || (token.depth() == depth && token.is("on"))) {
                return false;
            }
            if (token.depth() == depth && token.is("join")) {
                return true;
            }
        }
        return false;
    }

    /** What is dropped stays in the text, so that its parameters keep their types. */
    private void conditions(int begin) {
        int end = begin < statement.tokens().size() ? statement.endOfClause(begin) : begin;
        if (end == begin) {
            return;
        }
        List<Part> parts =
                statement.has(begin, end, "or") ? List.of(new Part(begin, end)) : statement.split(begin, end, "and");
        for (Part part : parts) {
            String condition = statement.written(part);
            // What is always true begins lists of conditions that are added.
            if (!condition.equals("true")) {
                add(part, "(true or (" + condition + "))", "drops " + oneLine(condition));
            }
        }
    }

    private void orders(int begin) {
        int end = begin < statement.tokens().size() ? statement.endOfClause(begin) : begin;
        if (end == begin) {
            return;
        }
        for (Part part : statement.split(begin, end, ",")) {
            int behind = part.begin() + 1;
            while (behind < part.end() && !isDirection(statement.word(behind))) {
                behind++;
            }
            String expression = statement.written(new Part(part.begin(), behind));
            boolean down = statement.word(behind).equals("desc") && behind < part.end();
            int directed = behind < part.end() && !statement.word(behind).equals("nulls") ? behind + 1 : behind;
            replace(
                    part.begin(),
                    directed,
                    expression + (down ? " asc" : " desc"),
                    "turns round the order by " + oneLine(expression));
        }
    }

    private static boolean isDirection(String word) {
        return word.equals("asc") || word.equals("desc") || word.equals("nulls");
    }

    private void coalesce(int index) {
        if (!statement.word(index + 1).equals("(")) {
            return;
        }
        int close = statement.closing(index + 1);
        if (close > index + 2) {
            String first =
                    statement.written(statement.split(index + 2, close, ",").getFirst());
            replace(index, close + 1, "(" + first + ")", "takes away what is instead of null: " + oneLine(first));
        }
    }

    private void distinct(int index) {
        boolean from = statement.word(index + 1).equals("from");
        if (from && statement.word(index - 1).equals("not")) {
            replace(index - 2, index + 2, "=", "is not distinct from becomes =");
        } else if (from) {
            replace(index - 1, index + 2, "<>", "is distinct from becomes <>");
        } else if (statement.word(index + 1).equals("on")) {
            replace(index, statement.closing(index + 2) + 1, "", "takes away distinct on");
        } else {
            replace(index, index + 1, "", "takes away distinct");
        }
    }

    private void replace(int begin, int end, String replacement, String what) {
        if (begin >= 0) {
            add(new Part(begin, end), replacement, what);
        }
    }

    private void add(Part part, String replacement, String what) {
        faults.add(new SqlFault(what, new Edit.Span(statement.begin(part), statement.end(part), replacement)));
    }

    private static String oneLine(String sql) {
        return sql.replaceAll("\\s+", " ");
    }
}
