package io.lancang.mutation.fault;

import io.lancang.mutation.text.Block;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One fault that the tests should notice.
 *
 * @param name what goes wrong, in a few words; unique
 * @param file the source file, from the root of the checkout
 * @param why who would get which wrong answer
 * @param tests simple names of the test classes that run first, those of another module with its folder before them
 *     ({@code trade-service/RevisionTest}); empty for those of the file's package
 * @param edit what changes
 * @param equivalent why nothing can notice it, if that is so
 */
public record Fault(String name, Path file, String why, List<String> tests, Edit edit, Optional<String> equivalent) {

    public Fault {
        tests = List.copyOf(tests);
    }

    /**
     * Reads an entry of the corpus.
     *
     * @throws IllegalArgumentException where it lacks something
     */
    public static Fault of(Block block) {
        return new Fault(
                block.name(),
                Path.of(block.need("file")),
                block.need("why"),
                block.value("tests")
                        .map(names -> List.of(names.split("[, ]+", -1)))
                        .orElse(List.of()),
                new Edit.Lines(block.removed(), block.added()),
                block.value("equivalent"));
    }

    /** The module that the file belongs to. */
    public String module() {
        return file.getName(0).toString();
    }

    /** The modules of the tests that run first, in the order in which they are named. */
    public Set<String> testModules() {
        return tests.stream().map(this::moduleOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The simple names of the test classes of a module that run first. */
    public List<String> testsOf(String module) {
        return tests.stream()
                .filter(test -> moduleOf(test).equals(module))
                .map(test -> test.substring(test.lastIndexOf('/') + 1))
                .toList();
    }

    private String moduleOf(String test) {
        return test.contains("/") ? test.substring(0, test.lastIndexOf('/')) : module();
    }
}
