package io.lancang.standalone;

import java.util.List;

/** {@code ./lancang dev}, after the build: as {@link Main}, with the applications in development mode. */
public final class DevelopmentMain {
    private static final String END_OF_MAVEN = "--";

    private DevelopmentMain() {}

    /**
     * Runs until it is asked to stop.
     *
     * @param arguments the command that runs Maven on the repository, {@code --}, and the options of {@code up}
     */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        int end = words.indexOf(END_OF_MAVEN);
        if (end < 1) {
            throw new IllegalArgumentException("the command of Maven and -- come before the options: " + words);
        }
        Main.runAndExit(
                words.subList(end + 1, words.size()),
                (home, folder) -> new DevelopmentLaunch(words.subList(0, end), home),
                "A change in src/main of an application or a library is served to the next request.");
    }
}
