package io.lancang.federation.compose.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param subgraphs what to compose
 * @param output where to write the supergraph, or null for standard output
 */
record Arguments(List<SubgraphSource> subgraphs, @Nullable Path output) {

    static final String USAGE = """
            Usage: compose --subgraph NAME=SOURCE [--subgraph NAME=SOURCE ...] [--output FILE]

              --subgraph  one subgraph, as one of
                            NAME=FILE@ROUTING_URL   the SDL is read from a file
                            NAME=URL                the SDL is asked of a running subgraph, { _service { sdl } }
                            NAME=URL@ROUTING_URL    the same, with another URL for the router
              --output    where to write the supergraph SDL; standard output without it
              --help      this text

            Example: compose --subgraph trade=trade/schema.graphql@http://localhost:8081/graphql
            Exit codes: 0 composed, 1 the subgraphs do not compose or cannot be read, 2 wrong usage
            """;

    Arguments {
        subgraphs = List.copyOf(subgraphs);
    }

    static Arguments parse(List<String> words) throws UsageException {
        List<SubgraphSource> subgraphs = new ArrayList<>();
        Path output = null;
        Iterator<String> remaining = words.iterator();
        while (remaining.hasNext()) {
            String option = remaining.next();
            switch (option) {
                case "--subgraph" -> subgraphs.add(SubgraphSource.parse(value(option, remaining)));
                case "--output" -> output = Path.of(value(option, remaining));
                default -> throw new UsageException("\"" + option + "\" is no option of compose");
            }
        }
        if (subgraphs.isEmpty()) {
            throw new UsageException("there is no subgraph to compose; name at least one with --subgraph");
        }
        return new Arguments(subgraphs, output);
    }

    private static String value(String option, Iterator<String> remaining) throws UsageException {
        if (!remaining.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return remaining.next();
    }
}
