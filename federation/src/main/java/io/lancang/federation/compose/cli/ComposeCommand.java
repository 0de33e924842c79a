package io.lancang.federation.compose.cli;

import io.lancang.federation.compose.Composition;
import io.lancang.federation.compose.CompositionResult;
import io.lancang.federation.compose.problem.CompositionError;
import io.lancang.federation.compose.problem.CompositionHint;
import io.lancang.federation.compose.subgraph.SubgraphDefinition;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Composes what the command line names.
 *
 * @param output where the supergraph goes without {@code --output}
 * @param messages where hints and errors go
 */
record ComposeCommand(PrintStream output, PrintStream messages) {

    private static final int COMPOSED = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    /** Runs the command; the answer is the exit code. */
    int run(List<String> words) throws InterruptedException {
        if (words.contains("--help")) {
            output.print(Arguments.USAGE);
            return COMPOSED;
        }
        try {
            Arguments arguments = Arguments.parse(words);
            return finish(Composition.compose(load(arguments.subgraphs())), arguments.output());
        } catch (UsageException wrong) {
            messages.println("compose: " + wrong.getMessage());
            messages.print(Arguments.USAGE);
            return WRONG_USAGE;
        } catch (IOException unreadable) {
            messages.println("compose: " + unreadable.getMessage());
            return FAILED;
        }
    }

    private static List<SubgraphDefinition> load(List<SubgraphSource> sources)
            throws IOException, InterruptedException {
        SdlLoader loader = new SdlLoader();
        List<SubgraphDefinition> definitions = new ArrayList<>();
        for (SubgraphSource source : sources) {
            definitions.add(loader.load(source));
        }
        return definitions;
    }

    private int finish(CompositionResult result, @Nullable Path file) throws IOException {
        return switch (result) {
            case CompositionResult.Success success -> {
                for (CompositionHint hint : success.hints()) {
                    messages.println("hint: " + hint.coordinate() + ": " + hint.message());
                }
                write(success.supergraphSdl(), file);
                yield COMPOSED;
            }
            case CompositionResult.Failure failure -> {
                for (CompositionError error : failure.errors()) {
                    messages.println("error: " + error);
                }
                messages.println("compose: the subgraphs do not compose, "
                        + failure.errors().size() + (failure.errors().size() == 1 ? " error" : " errors"));
                yield FAILED;
            }
        };
    }

    private void write(String sdl, @Nullable Path file) throws IOException {
        if (file == null) {
            output.print(sdl);
        } else {
            Files.writeString(file, sdl);
        }
    }
}
