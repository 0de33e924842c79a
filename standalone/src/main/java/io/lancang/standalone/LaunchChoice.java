package io.lancang.standalone;

import java.nio.file.Path;

/** Chooses how applications are started, once the folder of their data is there. */
@FunctionalInterface
interface LaunchChoice {
    /** As they were built, with the Java that runs this. */
    LaunchChoice BUILT = (home, folder) ->
            new BuiltLaunch(Path.of(System.getProperty("java.home"), "bin", "java"), home, folder.classes());

    /** How they are started from the repository's folder. */
    Launch launch(Path home, DataFolder folder);
}
