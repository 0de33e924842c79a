package io.lancang.mutation.sql;

import io.lancang.mutation.fault.Edit;
import io.lancang.mutation.fault.Fault;
import io.lancang.mutation.fault.SourceModule;
import io.lancang.mutation.sql.SqlFaults.SqlFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds SQL in a module: text blocks and strings of Java, and migrations. */
public final class SqlTexts {
    /** The modules that have any. */
    public static final List<String> MODULES =
            List.of("subgraph-kit", "trade-service", "corridor-service", "integration-service");

    /** A text block, or what else could hide its quotes: comments, strings and characters. */
    private static final Pattern JAVA = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\"(.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'", Pattern.DOTALL);

    /** Prose begins with a capital letter. */
    private static final Pattern SQL = Pattern.compile(
            "\\s*[^A-Z\\s].*\\b(select|where|join|order by|insert into|delete from)\\b.*", Pattern.DOTALL);

    private SqlTexts() {}

    /** The faults of all SQL of a module, those of Java before those of migrations. */
    public static List<Fault> faults(Path root, String module) throws IOException {
        SqlMarks marks = SqlMarks.read(root);
        SourceModule own = new SourceModule(root, root, module);
        List<Fault> faults = new ArrayList<>();
        for (Path file : files(root.resolve(module), ".java")) {
            String text = Files.readString(file);
            List<String> beside = own.testsBeside(root.relativize(file)).stream()
                    .map(test -> test.substring(test.lastIndexOf('.') + 1))
                    .toList();
            faults.addAll(faults(root.relativize(file), text, inJava(text), span -> span, marks, beside));
        }
        List<Migration.Source> sources = new ArrayList<>();
        for (Path file : files(root.resolve(module), ".sql")) {
            sources.add(new Migration.Source(root.relativize(file), Files.readString(file)));
        }
        for (Migration migration : Migration.ofAll(sources)) {
            List<SqlFault> found = new ArrayList<>();
            for (Migration.Part part : migration.inForce()) {
                found.addAll(SqlFaults.of(migration.text(), part.begin(), part.end()));
            }
            faults.addAll(faults(migration.file(), migration.text(), found, migration::edit, marks, List.of()));
        }
        return List.copyOf(faults);
    }

    private static List<Path> files(Path module, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(module.resolve("src/main"))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** The faults of the SQL in the text blocks and strings of a Java file. */
    static List<SqlFault> inJava(String text) {
        List<SqlFault> faults = new ArrayList<>();
        Matcher matcher = JAVA.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null && SQL.matcher(matcher.group(1)).matches()) {
                faults.addAll(SqlFaults.of(text, matcher.start(1), matcher.end(1)));
            }
        }
        for (Strings.Sum sum : new Strings(text, JAVA).sums()) {
            SqlFaults.of(text, sum.begin(), sum.end()).stream()
                    // Where something is added to the last string, nobody knows where its last clause ends.
                    .filter(fault -> sum.isWhole()
                            || !text.substring(fault.edit().end(), sum.end()).isBlank())
                    .forEach(faults::add);
        }
        return faults;
    }

    private static List<Fault> faults(
            Path file,
            String text,
            List<SqlFault> found,
            Function<Edit.Span, Edit> edit,
            SqlMarks marks,
            List<String> beside) {
        List<String> tests = marks.testsOf(file, beside);
        Map<String, Integer> alike = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (SqlFault fault : found.stream()
                .sorted(Comparator.comparingInt(one -> one.edit().begin()))
                .toList()) {
            long line = text.substring(0, fault.edit().begin()).lines().count();
            int which = alike.merge(fault.what(), 1, Integer::sum);
            faults.add(new Fault(
                    file.getFileName() + ":" + line + " " + fault.what(),
                    file,
                    "a slip in SQL",
                    tests,
                    edit.apply(fault.edit()),
                    marks.equivalent(file, fault.what(), which)));
        }
        return faults;
    }
}
