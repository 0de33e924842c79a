package io.lancang.mutation.pit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which classes of a group are in files that changed. */
final class Targets {

    private Targets() {}

    /** Patterns for the classes of these files and those inside them. */
    static List<String> among(Group group, Set<Path> files) {
        Path sources = Path.of(group.module(), "src/main/java");
        List<String> targets = new ArrayList<>();
        for (Path file : files.stream().sorted().toList()) {
            if (file.startsWith(sources) && file.toString().endsWith(".java")) {
                String path = sources.relativize(file).toString();
                String name =
                        path.substring(0, path.length() - ".java".length()).replace('/', '.');
                if (group.classes().stream().anyMatch(pattern -> matches(pattern, name))
                        && group.except().stream().noneMatch(pattern -> matches(pattern, name))) {
                    targets.add(name);
                    targets.add(name + "$*");
                }
            }
        }
        return List.copyOf(targets);
    }

    private static boolean matches(String pattern, String name) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), name);
    }
}
