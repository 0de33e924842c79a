package io.lancang.standalone.listen;

import io.lancang.standalone.StandaloneException;
import io.lancang.standalone.StandaloneException.ExitCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The command line of {@code ./lancang webhook listen}.
 *
 * @param port on loopback; 0 for any free one
 * @param secrets that deliveries may be signed by; without any, nothing is verified
 */
record ListenOptions(int port, List<String> secrets) {
    private static final int DEFAULT_PORT = 8099;
    private static final String OPTIONS = "Its options are --port N and --secret whsec_…, which may be given twice.";

    /** Reads the arguments; anything unknown is refused. */
    static ListenOptions parse(List<String> arguments) throws StandaloneException {
        int port = DEFAULT_PORT;
        List<String> secrets = new ArrayList<>();
        Iterator<String> rest = arguments.iterator();
        if (!rest.hasNext() || !rest.next().equals("listen")) {
            throw usage("webhook knows `listen` alone. " + OPTIONS);
        }
        while (rest.hasNext()) {
            String argument = rest.next();
            if (!rest.hasNext()) {
                throw usage(argument + " needs a value. " + OPTIONS);
            }
            String value = rest.next();
            switch (argument) {
                case "--port" -> port = port(value);
                case "--secret" -> secrets.add(secret(value));
                default -> throw usage("webhook listen does not know '" + argument + "'. " + OPTIONS);
            }
        }
        return new ListenOptions(port, List.copyOf(secrets));
    }

    private static int port(String text) throws StandaloneException {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw usage("--port takes a number from 1 to 65535, or 0 for any free port, not '" + text + "'.");
    }

    /** It is not repeated, for whatever keeps what was printed. */
    private static String secret(String text) throws StandaloneException {
        if (text.matches("whsec_[A-Za-z0-9+/]+=*")) {
            return text;
        }
        throw usage("--secret takes `whsec_` and Base64, as registerWebhook answers it.");
    }

    private static StandaloneException usage(String message) {
        return new StandaloneException(ExitCode.USAGE, message);
    }
}
