package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Starts applications as they were built.
 *
 * @param java the program that runs them
 * @param home the repository's folder
 * @param classes where their virtual machines keep parsed classes between starts
 */
record BuiltLaunch(Path java, Path home, Path classes) implements Launch {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    @Override
    public void prepare(Application application) throws StandaloneException, IOException {
        Path runner = application.runner(home);
        if (!Files.exists(runner)) {
            throw new StandaloneException(
                    ExitCode.FAILED, runner + " is missing. Build it: ./lancang up builds what is not built.");
        }
        forgetOlderBuild(application.archive(classes), runner);
    }

    /** A virtual machine does not use an archive of another build, and does not write it anew as long as it is there. */
    private static void forgetOlderBuild(Path archive, Path runner) throws IOException {
        if (Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(runner)) < 0) {
            Files.delete(archive);
        }
    }

    @Override
    public List<String> command(Application application) {
        return application.command(java, home, classes);
    }

    @Override
    public Map<String, String> environment(Application application) {
        return Map.of();
    }

    @Override
    public Duration startLimit() {
        return START_LIMIT;
    }
}
