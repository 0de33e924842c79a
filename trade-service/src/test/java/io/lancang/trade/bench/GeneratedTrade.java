package io.lancang.trade.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/**
 * A monthly dataset of China's trade by partner and HS 2022 subheading, as UN Comtrade would have it, made from a seed:
 * partners and products trade as much as their places in a power law say, so that large partners trade in nearly every
 * product and small ones in few. The same months, partners and products at every size: more rows are more products of a
 * partner in a month.
 */
public final class GeneratedTrade {
    static final int FIRST_YEAR = 2020;
    static final int LAST_YEAR = 2024;
    private static final int MONTHS_OF_YEAR = 12;
    private static final long SEED = 20_240_601;
    private static final int FASTEST = 1;
    private static final int BUFFER = 1 << 16;

    private final List<String> partners;
    private final List<String> products;
    private final long wanted;

    /** @param wanted about how many rows */
    public GeneratedTrade(long wanted) throws IOException {
        this.partners =
                codes("partners", row -> "country".equals(row.getField("kind")) && !"CHN".equals(row.getField("code")));
        this.products = codes("hs2022", row -> "6".equals(row.getField("level")));
        this.wanted = wanted;
    }

    private static List<String> codes(String file, Predicate<NamedCsvRecord> condition) throws IOException {
        try (InputStream content =
                        Objects.requireNonNull(GeneratedTrade.class.getResourceAsStream("/data/" + file + ".csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(content)) {
            return rows.stream()
                    .filter(condition)
                    .map(row -> row.getField("code"))
                    .toList();
        }
    }

    /** Writes the dataset in the service's own format, packed by gzip, and returns the number of its rows. */
    public long write(Path file) throws IOException {
        return write(file, SEED, YearMonth.of(LAST_YEAR, MONTHS_OF_YEAR));
    }

    /** As many rows of the first two months, with other amounts and in part of other products, and returns the number of its rows. */
    long writeRevision(Path file) throws IOException {
        return write(file, SEED + 1, YearMonth.of(FIRST_YEAR, 2));
    }

    private long write(Path file, long seed, YearMonth last) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        double[] densities = densities();
        long rows = 0;
        try (BufferedWriter text = new BufferedWriter(
                new OutputStreamWriter(
                        new Packed(new BufferedOutputStream(Files.newOutputStream(file), BUFFER)),
                        StandardCharsets.US_ASCII),
                BUFFER)) {
            text.write("period,partner,flow,classification,product,currency,amount\n");
            for (YearMonth month = YearMonth.of(FIRST_YEAR, 1); !month.isAfter(last); month = month.plusMonths(1)) {
                for (int partner = 0; partner < partners.size(); partner++) {
                    String start = month + "," + partners.get(partner) + ",";
                    rows += write(text, start + "EXPORT,HS2022,", densities[partner], random);
                    rows += write(text, start + "IMPORT,HS2022,", densities[partner], random);
                }
            }
        }
        return rows;
    }

    private long write(BufferedWriter text, String start, double density, SplittableRandom random) throws IOException {
        long rows = 0;
        for (String product : products) {
            if (random.nextDouble() < density) {
                text.write(start);
                text.write(product);
                text.write(",USD,");
                // Amounts over five orders of magnitude, most of them small.
                text.write(Long.toString((long) Math.exp(random.nextDouble(7, 18))));
                text.write('\n');
                rows++;
            }
        }
        return rows;
    }

    /** The part of all products that each partner trades in a month; what exceeds all of them goes to the others. */
    private double[] densities() {
        int cells = (LAST_YEAR - FIRST_YEAR + 1) * MONTHS_OF_YEAR * 2 * products.size();
        double needed = (double) wanted / cells;
        double[] densities = new double[partners.size()];
        double scale = 0;
        double reached = 0;
        while (reached < needed && scale < partners.size()) {
            scale += 0.0005;
            reached = 0;
            for (int partner = 0; partner < densities.length; partner++) {
                densities[partner] = Math.min(0.98, scale / Math.pow(partner + 1.0, 0.8));
                reached += densities[partner];
            }
        }
        return densities;
    }

    /** Gzip that takes little time: the file is made once and read once. */
    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(FASTEST);
        }
    }
}
