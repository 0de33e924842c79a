package io.lancang.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts applications as they were built, for a short life. The second compiler is left out: what it compiles pays after minutes, and takes
 * a third of the processor time until then. Archives of parsed classes are used where they are, and none is written, which takes as long as
 * a start.
 *
 * @param built how they start otherwise
 * @param classes the folder of the archives
 */
record QuickLaunch(Launch built, Path classes) implements Launch {
    /** With the archives of the set's own folder. */
    static final LaunchChoice CHOICE = (home, folder) -> withArchives(folder.classes());

    /** With archives that lie elsewhere. */
    static QuickLaunch withArchives(Path classes) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new QuickLaunch(new BuiltLaunch(java, RunningSet.home(), classes), classes);
    }

    @Override
    public void prepare(Application application) throws StandaloneException, IOException {
        built.prepare(application);
    }

    @Override
    public List<String> command(Application application) {
        List<String> command = new ArrayList<>(built.command(application));
        command.add(1, "-XX:TieredStopAtLevel=1");
        command.remove("-XX:+AutoCreateSharedArchive");
        if (!Files.exists(application.archive(classes))) {
            command.removeIf(option -> option.startsWith("-XX:SharedArchiveFile="));
        }
        return List.copyOf(command);
    }

    @Override
    public Map<String, String> environment(Application application) {
        return built.environment(application);
    }

    @Override
    public Duration startLimit() {
        return built.startLimit();
    }
}
