package io.lancang.mutation.pit;

import io.lancang.mutation.text.Block;
import java.util.List;

/**
 * Packages that PIT judges together.
 *
 * @param name the name of the group
 * @param module their module
 * @param classes the classes, as PIT's patterns
 * @param except which of them are of another group, as PIT's patterns
 * @param tests the tests that need no application and hold them, as PIT's patterns
 * @param exceptTests which of them are not asked, as PIT's patterns
 * @param floor the least share of mutations that the tests kill, in percent
 */
public record Group(
        String name,
        String module,
        List<String> classes,
        List<String> except,
        List<String> tests,
        List<String> exceptTests,
        int floor) {

    public Group {
        classes = List.copyOf(classes);
        except = List.copyOf(except);
        tests = List.copyOf(tests);
        exceptTests = List.copyOf(exceptTests);
    }

    /**
     * Reads an entry of {@code mutation/groups.txt}.
     *
     * @throws IllegalArgumentException where it lacks something
     */
    public static Group of(Block block) {
        return new Group(
                block.name(),
                block.need("module"),
                patterns(block.need("classes")),
                block.value("except").map(Group::patterns).orElse(List.of()),
                patterns(block.need("tests")),
                block.value("except-tests").map(Group::patterns).orElse(List.of()),
                Integer.parseInt(block.need("floor")));
    }

    private static List<String> patterns(String text) {
        return List.of(text.split("[, ]+", -1));
    }
}
