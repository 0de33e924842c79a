package io.lancang.mutation.sql;

import io.lancang.mutation.fault.Fault;
import io.lancang.mutation.text.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What reviewers know about generated faults of SQL: which tests are likeliest to notice those of a file or folder
 * ({@code mutation/sql-tests.txt}), and which faults nothing can notice ({@code mutation/sql-equivalent.txt}).
 */
final class SqlMarks {
    private final List<Block> tests;
    private final List<Block> equivalents;

    private SqlMarks(List<Block> tests, List<Block> equivalents) {
        this.tests = tests;
        this.equivalents = equivalents;
    }

    /**
     * Reads both files of a checkout.
     *
     * @throws IllegalArgumentException where an entry lacks something
     */
    static SqlMarks read(Path root) throws IOException {
        Path home = root.resolve("mutation");
        return parse(
                Files.readString(home.resolve("sql-tests.txt")), Files.readString(home.resolve("sql-equivalent.txt")));
    }

    /** Reads their texts. */
    static SqlMarks parse(String tests, String equivalent) {
        SqlMarks marks = new SqlMarks(Block.parse(tests), Block.parse(equivalent));
        marks.tests.forEach(entry -> entry.need("tests"));
        marks.equivalents.forEach(entry -> {
            entry.need("file");
            entry.need("why");
        });
        return marks;
    }

    /**
     * The tests of a file, as those of {@link Fault} are named. Those of the innermost folder that has some are asked with the ones beside
     * the file; those that a file has itself are asked alone.
     */
    List<String> testsOf(Path file, List<String> beside) {
        Optional<Block> innermost = tests.stream()
                .filter(entry -> file.startsWith(entry.name()))
                .max((one, other) ->
                        Integer.compare(one.name().length(), other.name().length()));
        List<String> named = innermost
                .map(entry -> List.of(entry.need("tests").split("[, ]+", -1)))
                .orElse(List.of());
        boolean isOfFile =
                innermost.filter(entry -> file.equals(Path.of(entry.name()))).isPresent();
        return isOfFile
                ? named
                : Stream.concat(beside.stream(), named.stream()).distinct().toList();
    }

    /**
     * Why nothing can notice a fault, if that is so. A fault is identified by its file and what it does, so that lines may move, and
     * where several do the same, by the number of it.
     *
     * @param which the first of those of the file that do the same is 1
     */
    Optional<String> equivalent(Path file, String what, int which) {
        return equivalents.stream()
                .filter(entry ->
                        entry.name().equals(what) && Path.of(entry.need("file")).equals(file))
                .filter(entry -> which(entry).orElse(which) == which)
                .map(entry -> entry.need("why"))
                .findFirst();
    }

    /** The marks of faults that there are not, by file and what they do: what a mark was about changed. */
    List<String> superfluous(List<Fault> faults) {
        return equivalents.stream()
                .filter(entry -> faults.stream()
                                .filter(fault -> fault.name().endsWith(" " + entry.name())
                                        && fault.file().equals(Path.of(entry.need("file"))))
                                .count()
                        < which(entry).orElse(1))
                .map(entry -> entry.need("file") + ": " + entry.name())
                .toList();
    }

    private static Optional<Integer> which(Block entry) {
        return entry.value("which").map(Integer::valueOf);
    }
}
