package io.lancang.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts processes of which there are several of one application, with the options that the set ships with. Each uses the archive of parsed classes that
 * belongs to the application, where there is one, and none writes it anew when it ends.
 *
 * @param built how one is started otherwise
 * @param classes the folder of the archives
 * @param compilers whether code is compiled as on a machine that works for days, or for a short life
 * @param delay how long a process that was asked to end goes on answering, until those in front of it have heard of it
 */
record ServiceLaunch(Launch built, Path classes, Compilers compilers, Duration delay) implements Launch {
    /** Which compilers of the virtual machine work. */
    enum Compilers {
        ALL,
        FIRST
    }

    /** Of a repository, by the Java that runs this. */
    static ServiceLaunch of(Path home, DataFolder folder, Compilers compilers, Duration delay) {
        return new ServiceLaunch(LaunchChoice.BUILT.launch(home, folder), folder.classes(), compilers, delay);
    }

    @Override
    public void prepare(Application application) throws StandaloneException, IOException {
        built.prepare(application);
    }

    @Override
    public List<String> command(Application application) {
        List<String> command = new ArrayList<>(built.command(application));
        command.remove("-XX:+AutoCreateSharedArchive");
        command.removeIf(option -> option.startsWith("-XX:SharedArchiveFile="));
        Path archive = classes.resolve(application.directory().replace("-service", "") + ".jsa");
        if (Files.exists(archive)) {
            command.add(1, "-XX:SharedArchiveFile=" + archive);
        }
        if (compilers == Compilers.FIRST) {
            command.add(1, "-XX:TieredStopAtLevel=1");
        }
        return List.copyOf(command);
    }

    @Override
    public Map<String, String> environment(Application application) {
        return Map.of("QUARKUS_SHUTDOWN_DELAY", delay.toMillis() + "ms");
    }

    @Override
    public Duration startLimit() {
        return PatientLaunch.START_LIMIT;
    }
}
