package io.lancang.mutation.sql;

import io.lancang.mutation.fault.Edit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration and those of its statements that count.
 *
 * @param file the file
 * @param text what it says
 * @param inForce the statements that no later one makes void, in their order
 */
record Migration(Path file, String text, List<Part> inForce) {
    private static final Pattern VERSION = Pattern.compile("V(\\d+)(?:_(\\d+))?__.*");
    /** Flyway runs these after all others, by name, and again whenever they change. */
    private static final Pattern REPEATABLE = Pattern.compile("R__.*");

    /** What a block makes of texts, which no statement of the file names; over as many lines as begin with two blanks. */
    private static final Pattern MADE = Pattern.compile("(?m)^-- made here:((?:(?:\\n-- )? [\\w, ]+)+)");

    /** The beginning of a text that a block executes. */
    private static final Pattern MADE_BY_BLOCK =
            Pattern.compile("'create or replace (view|function|procedure) (\\w+)\\b");

    private static final Set<String> REPLACEABLE = Set.of("function", "procedure", "view");

    Migration {
        inForce = List.copyOf(inForce);
    }

    /**
     * A statement in the text of a migration.
     *
     * @param begin where it begins
     * @param end where what follows begins
     * @param isDefinition whether it does nothing but define functions, procedures or views; a block of a repeatable file can be executed
     *     again
     */
    record Part(int begin, int end, boolean isDefinition) {}

    /** A file and its text. */
    record Source(Path file, String text) {
        /** Flyway runs version 9 before version 10. */
        static final Comparator<Source> ORDER = Comparator.<Source>comparingInt(source -> source.number(1))
                .thenComparingInt(source -> source.number(2))
                .thenComparing(Source::file);

        private boolean isRepeatable() {
            return REPEATABLE.matcher(String.valueOf(file.getFileName())).matches();
        }

        private int number(int group) {
            if (isRepeatable()) {
                return Integer.MAX_VALUE;
            }
            Matcher version = VERSION.matcher(String.valueOf(file.getFileName()));
            if (!version.matches()) {
                throw new IllegalArgumentException(
                        file + " is no migration: its name is neither as in V1__name.sql nor as in R__name.sql");
            }
            String digits = version.group(group);
            return digits == null ? 0 : Integer.parseInt(digits);
        }
    }

    /**
     * The migrations of one module, in their order. A function or view that a later statement replaces or drops does not count: a
     * migration never changes once it is released, so its text stays though no database has that definition any longer, and no test
     * could notice a slip in it. The same goes for a block all of whose definitions are made anew. What a file makes of texts it says in a
     * comment, {@code -- made here: current_name, name_at}.
     */
    static List<Migration> ofAll(List<Source> sources) {
        Set<String> replaced = new HashSet<>();
        List<Migration> migrations = new ArrayList<>();
        for (Source source : sources.stream().sorted(Source.ORDER.reversed()).toList()) {
            replaced.addAll(made(source.text()));
            List<Part> inForce = new ArrayList<>();
            for (List<Token> statement : statements(source.text()).reversed()) {
                List<String> defined = defined(statement);
                if (defined.isEmpty() || !replaced.containsAll(defined)) {
                    inForce.add(new Part(
                            statement.getFirst().begin(),
                            statement.getLast().end(),
                            isBlock(statement) ? source.isRepeatable() : !defined.isEmpty()));
                }
                replaced.addAll(replaced(statement));
            }
            migrations.add(new Migration(source.file(), source.text(), inForce.reversed()));
        }
        return migrations.reversed();
    }

    /** A change of a part of the text as a change of the definition that it is in, if it is in one. */
    Edit edit(Edit.Span change) {
        return inForce.stream()
                .filter(Part::isDefinition)
                .filter(part -> part.begin() <= change.begin() && change.end() <= part.end())
                .findFirst()
                .<Edit>map(part -> new Edit.InDefinition(part.begin(), part.end(), change))
                .orElse(change);
    }

    private static List<List<Token>> statements(String text) {
        List<List<Token>> statements = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        String quote = "";
        for (Token token : Token.of(text, 0, text.length())) {
            current.add(token);
            if (Statement.QUOTE.matcher(token.text()).matches()) {
                quote = quote.isEmpty() ? token.text() : quote.equals(token.text()) ? "" : quote;
            } else if (quote.isEmpty() && token.is(";")) {
                statements.add(current);
                current = new ArrayList<>();
            }
        }
        if (!current.isEmpty()) {
            statements.add(current);
        }
        return statements;
    }

    /**
     * What a statement defines, as {@code function name}; nothing for one that defines neither a function nor a view. A block defines what it
     * makes by texts of its own.
     */
    private static List<String> defined(List<Token> statement) {
        if (isBlock(statement)) {
            return statement.stream()
                    .map(token -> MADE_BY_BLOCK.matcher(token.text()))
                    .filter(Matcher::lookingAt)
                    .map(made -> made.group(1) + " " + made.group(2))
                    .toList();
        }
        if (!word(statement, 0).equals("create")) {
            return List.of();
        }
        int kind = isReplacing(statement) ? 3 : 1;
        return REPLACEABLE.contains(word(statement, kind))
                ? List.of(word(statement, kind) + " " + word(statement, kind + 1))
                : List.of();
    }

    /** What a statement makes void in those before it. */
    private static List<String> replaced(List<Token> statement) {
        if (isReplacing(statement) || isBlock(statement)) {
            return defined(statement);
        }
        List<String> dropped = new ArrayList<>();
        if (word(statement, 0).equals("drop") && REPLACEABLE.contains(word(statement, 1))) {
            int depth = statement.getFirst().depth();
            for (Token token : statement.subList(2, statement.size())) {
                if (token.depth() == depth) {
                    dropped.add(word(statement, 1) + " " + token.text());
                }
            }
        }
        return dropped;
    }

    private static Set<String> made(String text) {
        Set<String> made = new HashSet<>();
        MADE.matcher(text)
                .results()
                .flatMap(
                        match -> Pattern.compile("\\w+").matcher(match.group(1)).results())
                .forEach(name -> REPLACEABLE.forEach(kind -> made.add(kind + " " + name.group())));
        return made;
    }

    private static boolean isBlock(List<Token> statement) {
        return word(statement, 0).equals("do");
    }

    private static boolean isReplacing(List<Token> statement) {
        return word(statement, 0).equals("create") && word(statement, 1).equals("or");
    }

    private static String word(List<Token> statement, int index) {
        return index < statement.size() ? statement.get(index).text() : "";
    }
}
