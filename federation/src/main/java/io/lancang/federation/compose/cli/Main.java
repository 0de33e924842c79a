package io.lancang.federation.compose.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Entry point of {@code compose}; see {@code --help}. */
public final class Main {

    private Main() {}

    /** Composes and exits with 0, 1 where the subgraphs do not compose, or 2 on wrong usage. */
    public static void main(String[] words) throws InterruptedException {
        PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream messages = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new ComposeCommand(System.in, output, messages).run(List.of(words)));
    }
}
