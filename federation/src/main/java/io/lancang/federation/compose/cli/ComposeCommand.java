package io.lancang.federation.compose.cli;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.Composition;
import io.lancang.federation.compose.CompositionResult;
import io.lancang.federation.compose.problem.CompositionError;
import io.lancang.federation.compose.problem.CompositionHint;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Composes what the command line names.
 *
 * @param input where a subgraph comes from that is named {@code -}
 * @param output where the supergraph goes without {@code --output}
 * @param messages where hints and errors go
 */
record ComposeCommand(InputStream input, PrintStream output, PrintStream messages) {

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
            return finish(Composition.compose(load(arguments.subgraphs())), arguments);
        } catch (UsageException wrong) {
            messages.println("compose: " + wrong.getMessage());
            messages.print(Arguments.USAGE);
            return WRONG_USAGE;
        } catch (IOException unreadable) {
            messages.println("compose: " + unreadable.getMessage());
            return FAILED;
        }
    }

    private List<SubgraphDefinition> load(List<SubgraphSource> sources) throws IOException, InterruptedException {
        SdlLoader loader = new SdlLoader(input);
        List<SubgraphDefinition> definitions = new ArrayList<>();
        for (SubgraphSource source : sources) {
            definitions.add(loader.load(source));
        }
        return definitions;
    }

    private int finish(CompositionResult result, Arguments arguments) throws IOException {
        return switch (result) {
            case CompositionResult.Success success -> {
                for (CompositionHint hint : success.hints()) {
                    messages.println("hint: " + hint.coordinate() + ": " + hint.message());
                }
                write(success.supergraphSdl(), arguments.output());
                yield COMPOSED;
            }
            case CompositionResult.Failure failure -> {
                for (CompositionError error : failure.errors()) {
                    messages.println("error: " + describe(error, arguments.subgraphs()));
                }
                messages.println("compose: the subgraphs do not compose, "
                        + failure.errors().size() + (failure.errors().size() == 1 ? " error" : " errors"));
                yield FAILED;
            }
        };
    }

    /** The error with places as editors and terminals know them, {@code FILE:LINE:COLUMN}, where there are files. */
    private static String describe(CompositionError error, List<SubgraphSource> sources) {
        return error.describe(place -> sources.stream()
                .filter(source -> source.name().equals(place.subgraph()))
                .findFirst()
                .map(source -> place.in(source.lineOwner()))
                .orElseGet(place::toString));
    }

    private void write(String sdl, @Nullable Path file) throws IOException {
        if (file == null) {
            output.print(sdl);
            return;
        }
        try {
            Files.writeString(file, sdl);
        } catch (NoSuchFileException missing) {
            throw new IOException("\"" + file + "\" cannot be written: its folder does not exist", missing);
        } catch (FileSystemException unwritable) {
            throw new IOException("\"" + file + "\" cannot be written: " + reason(unwritable), unwritable);
        }
    }

    static String reason(FileSystemException failure) {
        return failure instanceof AccessDeniedException
                ? "access is denied"
                : Objects.requireNonNullElse(
                        failure.getReason(), failure.getClass().getSimpleName());
    }
}
