package io.lancang.federation.compose.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code --subgraph} of the command line, {@code NAME=SOURCE[@ROUTING_URL]}.
 *
 * @param name the subgraph's name
 * @param location a file, {@code -} for standard input, or a URL that answers {@code { _service { sdl } }}
 * @param routingUrl where a router reaches the subgraph
 */
record SubgraphSource(String name, String location, String routingUrl) {

    static final String SYNTAX = "NAME=FILE@ROUTING_URL, NAME=-@ROUTING_URL or NAME=URL[@ROUTING_URL]";

    private static final String STANDARD_INPUT = "-";
    private static final Pattern ARGUMENT =
            Pattern.compile("(?<name>[^=]+)=(?<location>.+?)(@(?<routing>https?://.+))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    static SubgraphSource parse(String argument) throws UsageException {
        Matcher parts = ARGUMENT.matcher(argument);
        if (!parts.matches()) {
            throw new UsageException("\"" + argument + "\" is no subgraph; write " + SYNTAX);
        }
        String name = parts.group("name");
        String location = parts.group("location");
        String routing = parts.group("routing");
        if (!NAME.matcher(name).matches()) {
            throw new UsageException(
                    "\"" + name + "\" cannot name a subgraph; take letters, digits, \"-\", \"_\" and \".\","
                            + " the first a letter or digit");
        }
        if (routing == null && !isUrl(location)) {
            throw new UsageException("\"" + argument + "\" does not say where a router reaches the subgraph; write "
                    + name + "=" + location + "@http://HOST:PORT/PATH");
        }
        return new SubgraphSource(name, location, routing == null ? location : routing);
    }

    /** Whether the SDL is fetched from a running service. */
    boolean isRemote() {
        return isUrl(location);
    }

    /** Whether the SDL comes in on standard input. */
    boolean isStandardInput() {
        return location.equals(STANDARD_INPUT);
    }

    /** What the lines of errors count in: the file, or the subgraph where there is none. */
    String lineOwner() {
        return isRemote() || isStandardInput() ? name : location;
    }

    private static boolean isUrl(String location) {
        return location.startsWith("http://") || location.startsWith("https://");
    }
}
