package io.lancang.federation.compose.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code --subgraph} of the command line, {@code NAME=SOURCE[@ROUTING_URL]}.
 *
 * @param name the subgraph's name
 * @param location a file, or a URL that answers {@code { _service { sdl } }}
 * @param routingUrl where a router reaches the subgraph
 */
record SubgraphSource(String name, String location, String routingUrl) {

    static final String SYNTAX = "NAME=FILE@ROUTING_URL or NAME=URL[@ROUTING_URL]";

    private static final Pattern ARGUMENT =
            Pattern.compile("(?<name>[^=]+)=(?<location>.+?)(@(?<routing>https?://.+))?");

    static SubgraphSource parse(String argument) throws UsageException {
        Matcher parts = ARGUMENT.matcher(argument);
        if (!parts.matches()) {
            throw new UsageException("\"" + argument + "\" is no subgraph; write " + SYNTAX);
        }
        String location = parts.group("location");
        String routing = parts.group("routing");
        if (routing == null && !isUrl(location)) {
            throw new UsageException("\"" + argument + "\" names a file, but not where a router reaches the subgraph;"
                    + " write " + parts.group("name") + "=" + location + "@http://HOST:PORT/PATH");
        }
        return new SubgraphSource(parts.group("name"), location, routing == null ? location : routing);
    }

    /** Whether the SDL is fetched from a running service. */
    boolean isRemote() {
        return isUrl(location);
    }

    private static boolean isUrl(String location) {
        return location.startsWith("http://") || location.startsWith("https://");
    }
}
