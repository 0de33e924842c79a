package io.lancang.standalone.load;

import io.lancang.standalone.StandaloneException;
import io.lancang.standalone.StandaloneException.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code ./lancang import}.
 *
 * @param check whether the file is only checked
 * @param replace what it takes the place of, as the service calls it
 * @param confirmed whether it may close far more rows than it adds
 * @param overEdits releases of single facts that it may undo, as the service takes them
 * @param precedence the place that the dataset gets once the file is loaded; empty if it stays where it is
 * @param service the root of the service that takes the file
 * @param token the bearer token
 */
record LoadOptions(
        String dataset,
        Path file,
        boolean check,
        String replace,
        boolean confirmed,
        String overEdits,
        OptionalInt precedence,
        URI service,
        String token) {
    private static final Pattern PLACE = Pattern.compile("[1-9]\\d{0,2}|1000");
    private static final List<String> SERVICES = List.of("trade", "corridor");
    private static final String TOKEN_VARIABLE = "LANCANG_TOKEN";

    /** Reads the arguments; what is not given is taken from the environment and from the running local set. */
    static LoadOptions parse(List<String> arguments, Map<String, String> environment, Path defaultData)
            throws StandaloneException {
        List<String> names = new ArrayList<>();
        boolean check = false;
        String replace = "EXTENT";
        boolean confirmed = false;
        String overEdits = "";
        OptionalInt precedence = OptionalInt.empty();
        String service = "trade";
        @Nullable String url = null;
        @Nullable String token = environment.get(TOKEN_VARIABLE);
        Path data = defaultData;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--dry-run" -> check = true;
                case "--replace-slices" -> replace = "SLICES";
                case "--replace-all" -> replace = "DATASET";
                case "--confirm" -> confirmed = true;
                case "--over-edits" -> overEdits = value(argument, rest).toUpperCase(Locale.ROOT);
                case "--precedence" -> precedence = OptionalInt.of(place(value(argument, rest)));
                case "--service" -> service = service(value(argument, rest));
                case "--url" -> url = value(argument, rest);
                case "--token" -> token = value(argument, rest);
                case "--data" -> data = Path.of(value(argument, rest));
                default -> names.add(name(argument));
            }
        }
        if (precedence.isPresent() && (check || !service.equals("trade"))) {
            throw usage("--precedence goes with a file that is loaded into the service trade.");
        }
        if (names.size() != 2) {
            throw usage("import needs a dataset and a file: ./lancang import DATASET FILE");
        }
        Path file = Path.of(names.get(1));
        if (!Files.isReadable(file)) {
            throw usage("the file '" + file + "' does not exist or cannot be read.");
        }
        return new LoadOptions(
                names.getFirst(),
                file,
                check,
                replace,
                confirmed,
                overEdits,
                precedence,
                URI.create(url == null ? ofRunningSet(data.resolve(service + "-url"), "--url URL") : url),
                token == null ? ofRunningSet(data.resolve("steward-token"), "--token TOKEN") : token);
    }

    private static String name(String argument) throws StandaloneException {
        if (argument.startsWith("--")) {
            throw usage(
                    "import does not know '" + argument
                            + "'. Its options are --dry-run, --replace-slices, --replace-all, --confirm, --over-edits RELEASES, --precedence N, --service NAME, --url URL, --token TOKEN and --data DIR.");
        }
        return argument;
    }

    private static int place(String text) throws StandaloneException {
        if (!PLACE.matcher(text).matches()) {
            throw usage(
                    "--precedence is '" + text + "'; it must be a whole number from 1, which comes first, to 1000.");
        }
        return Integer.parseInt(text);
    }

    private static String service(String name) throws StandaloneException {
        if (!SERVICES.contains(name)) {
            throw usage("there is no service '" + name + "' that takes files. They are "
                    + String.join(" and ", SERVICES) + ".");
        }
        return name;
    }

    private static String ofRunningSet(Path file, String option) throws StandaloneException {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StandaloneException(
                    ExitCode.USAGE,
                    "No local set was started (" + file + " cannot be read). Start one with ./lancang up, or give "
                            + option + ".",
                    e);
        }
    }

    private static String value(String option, Iterator<String> rest) throws StandaloneException {
        if (!rest.hasNext()) {
            throw usage(option + " needs a value.");
        }
        return rest.next();
    }

    private static StandaloneException usage(String message) {
        return new StandaloneException(ExitCode.USAGE, message);
    }
}
