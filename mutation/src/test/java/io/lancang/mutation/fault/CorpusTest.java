package io.lancang.mutation.fault;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CorpusTest {
    private static final Path ROOT = Path.of("..");

    /** Where this fails, the code of a fault changed: change the fault with it, or drop it with what it was about. */
    @Test
    void everyFaultHasItsPlaceAndItsTests() throws IOException {
        assertAll(Corpus.read(ROOT).stream().map(CorpusTest::place));
    }

    private static Executable place(Fault fault) {
        return () -> {
            String text = Files.readString(ROOT.resolve(fault.file()));
            assertNotEquals(text, fault.edit().applyTo(text), fault.name());
            for (String module : fault.testModules()) {
                new SourceModule(ROOT, ROOT, module).named(fault.testsOf(module));
            }
        };
    }
}
