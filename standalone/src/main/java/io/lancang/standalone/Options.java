package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * The command line of {@code ./lancang up}.
 *
 * @param port where the gateway listens on loopback; 0 for any free port
 * @param data folder for the database, the logs and the generated passwords
 * @param start whether what an earlier start left in the folder is used again
 */
public record Options(int port, Path data, Start start) {
    /** What to do with data of an earlier start. */
    public enum Start {
        KEEP,
        FRESH
    }

    public static final int DEFAULT_PORT = 8080;

    /** Reads the arguments; anything unknown is refused with {@link ExitCode#USAGE}. */
    public static Options parse(List<String> arguments, Path defaultData) throws StandaloneException {
        int port = DEFAULT_PORT;
        Path data = defaultData;
        Start start = Start.KEEP;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--port" -> port = port(value(argument, rest));
                case "--data" ->
                    data = Path.of(value(argument, rest)).toAbsolutePath().normalize();
                case "--fresh" -> start = Start.FRESH;
                default ->
                    throw usage(
                            "up does not know '" + argument + "'. Its options are --port N, --data DIR and --fresh.");
            }
        }
        return new Options(port, data, start);
    }

    private static String value(String option, Iterator<String> rest) throws StandaloneException {
        if (!rest.hasNext()) {
            throw usage(option + " needs a value.");
        }
        return rest.next();
    }

    private static int port(String text) throws StandaloneException {
        String rule = "--port takes a number from 1 to 65535, or 0 for any free port, not '" + text + "'.";
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
            throw usage(rule);
        } catch (NumberFormatException e) {
            throw new StandaloneException(ExitCode.USAGE, rule, e);
        }
    }

    private static StandaloneException usage(String message) {
        return new StandaloneException(ExitCode.USAGE, message);
    }
}
