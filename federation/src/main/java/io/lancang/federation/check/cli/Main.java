package io.lancang.federation.check.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Entry point of {@code check}; see {@code --help}. */
public final class Main {
    private Main() {}

    /** Exits with 0 where nobody is broken, 1 where somebody is, or 2 where it cannot be said. */
    public static void main(String[] words) throws InterruptedException {
        PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream messages = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new CheckCommand(output, messages).run(List.of(words)));
    }
}
