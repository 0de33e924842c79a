package io.lancang.mutation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks git for the files that changed. */
final class Changes {

    private Changes() {}

    /** Files that differ from a revision, and files that git does not know yet, from the root of the checkout. */
    static Set<Path> since(String revision, Path checkout) throws IOException, InterruptedException {
        Set<Path> changed = new HashSet<>();
        for (String file : git(checkout, "diff", "--name-only", revision)) {
            changed.add(Path.of(file));
        }
        for (String file : git(checkout, "ls-files", "--others", "--exclude-standard")) {
            changed.add(Path.of(file));
        }
        return Set.copyOf(changed);
    }

    private static List<String> git(Path checkout, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new IllegalArgumentException("git could not tell what changed: " + String.join(" ", command));
        }
        return lines;
    }
}
