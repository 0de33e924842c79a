package io.lancang.standalone.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Figures of China's trade by partner, month and HS 2022 subheading, made from a seed, in the format that the trade service imports. */
final class GeneratedFlows {
    private static final long SEED = 20_241_129;
    private static final int FIRST_YEAR = 2015;
    private static final int BUFFER = 1 << 16;
    private static final List<String> PARTNERS = List.of(
            "LAO", "VNM", "THA", "MMR", "KHM", "MYS", "SGP", "IDN", "PHL", "BRN", "IND", "JPN", "KOR", "USA", "DEU");

    private final List<String> products;

    /** @param home the folder of the sources, whose list of products is read */
    GeneratedFlows(Path home) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("trade-service/src/main/resources/data/hs2022.csv"))) {
            this.products = lines.map(line -> line.substring(0, line.indexOf(',')))
                    .filter(code -> code.matches("\\d{6}"))
                    .toList();
        }
    }

    /** Writes so many figures, packed by gzip. */
    void write(Path file, long rows) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (BufferedWriter text = new BufferedWriter(
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file), BUFFER), StandardCharsets.US_ASCII),
                BUFFER)) {
            text.write("period,partner,flow,classification,product,currency,amount\n");
            for (long row = 0; row < rows; row++) {
                text.write(line(row, random));
            }
        }
    }

    /** Products turn fastest, then partners, flows and months, so that no figure is there twice. */
    private String line(long row, SplittableRandom random) {
        String product = products.get((int) (row % products.size()));
        long rest = row / products.size();
        String partner = PARTNERS.get((int) (rest % PARTNERS.size()));
        rest /= PARTNERS.size();
        String flow = rest % 2 == 0 ? "EXPORT" : "IMPORT";
        long month = rest / 2;
        long amount = (long) Math.exp(random.nextDouble(7, 18));
        return "%d-%02d,%s,%s,HS2022,%s,USD,%d%n"
                .formatted(FIRST_YEAR + month / 12, month % 12 + 1, partner, flow, product, amount);
    }
}
