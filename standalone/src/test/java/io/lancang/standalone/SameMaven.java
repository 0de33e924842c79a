package io.lancang.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Maven that runs the tests, with its repository, and off the network where it is. */
final class SameMaven {
    private SameMaven() {}

    /** The command that runs it, without goals. */
    static List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("lancang.maven.home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + System.getProperty("lancang.maven.repository")));
        if ("is true".equals(System.getProperty("lancang.maven.offline"))) {
            command.add("--offline");
        }
        return command;
    }
}
