package io.lancang.federation.compose.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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
                            NAME=-@ROUTING_URL      the SDL is read from standard input, for one subgraph
                            NAME=URL                the SDL is asked of a running subgraph, { _service { sdl } }
                            NAME=URL@ROUTING_URL    the same, with another URL for the router
              --output    where to write the supergraph SDL; standard output without it
              --help      this text

            Example: compose --subgraph trade=trade/schema.graphql@http://localhost:8081/graphql
            Errors and hints go to standard error, each with FILE:LINE:COLUMN or SUBGRAPH:LINE:COLUMN.
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
                case "--output" -> output = file(value(option, remaining));
                default -> throw new UsageException("\"" + option + "\" is no option of compose");
            }
        }
        checkSources(subgraphs);
        if (subgraphs.isEmpty()) {
            throw new UsageException("there is no subgraph to compose; name at least one with --subgraph");
        }
        return new Arguments(subgraphs, output);
    }

    private static Path file(String text) throws UsageException {
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw new UsageException("\"" + text + "\" is no path of a file: " + invalid.getReason());
        }
    }

    private static void checkSources(List<SubgraphSource> subgraphs) throws UsageException {
        Set<String> names = new HashSet<>();
        for (SubgraphSource subgraph : subgraphs) {
            if (!names.add(subgraph.name())) {
                throw new UsageException(
                        "\"" + subgraph.name() + "\" names more than one subgraph; give each its own name");
            }
        }
        if (subgraphs.stream().filter(SubgraphSource::isStandardInput).count() > 1) {
            throw new UsageException(
                    "only one subgraph can come in on standard input; give the others as files or URLs");
        }
    }

    private static String value(String option, Iterator<String> remaining) throws UsageException {
        if (!remaining.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return remaining.next();
    }
}
