package io.lancang.mutation.fault;

import io.lancang.mutation.text.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The faults that were written by hand, in the files {@code mutation/corpus/*.faults}. */
public final class Corpus {

    private Corpus() {}

    /**
     * All of them, in the order of the files' names.
     *
     * @throws IllegalArgumentException where an entry lacks something, or two have one name
     */
    public static List<Fault> read(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(root.resolve("mutation/corpus"))) {
            files = all.filter(file -> file.toString().endsWith(".faults"))
                    .sorted()
                    .toList();
        }
        Set<String> names = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (Path file : files) {
            for (Block block : Block.parse(Files.readString(file))) {
                if (!names.add(block.name())) {
                    throw new IllegalArgumentException("two faults have the name \"" + block.name() + "\"");
                }
                faults.add(Fault.of(block));
            }
        }
        return List.copyOf(faults);
    }
}
