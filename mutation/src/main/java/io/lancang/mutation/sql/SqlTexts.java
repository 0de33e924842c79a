package io.lancang.mutation.sql;

import io.lancang.mutation.fault.Fault;
import io.lancang.mutation.sql.SqlFaults.SqlFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds SQL in a module: text blocks of Java and migrations. */
public final class SqlTexts {
    /** A text block, or what else could hide its quotes: comments, strings and characters. */
    private static final Pattern JAVA = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\"(.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'", Pattern.DOTALL);

    private static final Pattern SQL = Pattern.compile("\\b(select|where|join|order by|insert into|delete from)\\b");

    private SqlTexts() {}

    /** The faults of all SQL of a module, in the order of files and lines. */
    public static List<Fault> faults(Path root, String module) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root.resolve(module).resolve("src/main"))) {
            files = all.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        List<Fault> faults = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file);
            for (SqlFault fault :
                    file.toString().endsWith(".sql") ? SqlFaults.of(text, 0, text.length()) : inJava(text)) {
                faults.add(fault(root.relativize(file), text, fault));
            }
        }
        return List.copyOf(faults);
    }

    /** The faults of the SQL in the text blocks of a Java file. */
    static List<SqlFault> inJava(String text) {
        List<SqlFault> faults = new ArrayList<>();
        Matcher matcher = JAVA.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null && SQL.matcher(matcher.group(1)).find()) {
                faults.addAll(SqlFaults.of(text, matcher.start(1), matcher.end(1)));
            }
        }
        return faults;
    }

    private static Fault fault(Path file, String text, SqlFault fault) {
        long line = text.substring(0, fault.edit().begin()).lines().count();
        String name = file.getFileName() + ":" + line + " " + fault.what();
        return new Fault(name, file, "a slip in SQL", List.of(), fault.edit(), Optional.empty());
    }
}
