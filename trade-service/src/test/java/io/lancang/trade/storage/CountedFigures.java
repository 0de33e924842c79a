package io.lancang.trade.storage;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums and counts of figures of subheadings and chapters, each computed from the figures alone, as sorted rows with blanks between values. Each begins with
 * frequency, period, reporter, flow, currency and valuation.
 */
final class CountedFigures {
    private static final String TOTAL = "TOTAL";
    private static final String AGGREGATE = "WORLD";
    private static final Map<String, Integer> LEVELS = Map.of(TOTAL, 0, "H6:XVI", 1, "H6:84", 2, "H6:85", 2);
    private static final int HEADING = 4;
    private static final int SUBHEADING = 6;
    /** From the most to the least certain. */
    private static final String QUALITIES = "RDCE";

    private final List<Counted> figures;
    /** The chapters that are given of a partner. */
    private final Set<Of> given;

    CountedFigures(Map<Cell, Figure> figures) {
        this.figures = figures.entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .toList();
        given = figures.keySet().stream()
                .filter(cell -> LEVELS.containsKey(cell.product()))
                .map(cell -> new Of(cell.place(), cell.partner(), cell.product()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What figures of one place may be added up. */
    record Place(String frequency, String period, String reporter, String flow, String currency) {
        String valuation() {
            return flow.equals("X") ? "FOB" : "CIF";
        }

        Place ofYear() {
            return new Place(frequency, period.substring(0, 4) + "-01-01", reporter, flow, currency);
        }
    }

    /** What a figure is of: a subheading, or a chapter. */
    record Cell(Place place, String partner, String product) {
        static final Comparator<Cell> ORDER = Comparator.comparing(Cell::toString);
        static final List<String> SUBHEADINGS = List.of("H6:854231", "H6:854232", "H6:854110", "H6:840110");

        static Cell any(Random random, List<String> products) {
            boolean isMonth = random.nextInt(4) > 0;
            return new Cell(
                    new Place(
                            isMonth ? "M" : "A",
                            isMonth ? one(random, "2023-01-01", "2023-02-01", "2024-01-01") : "2023-01-01",
                            one(random, "CHN", "KOR"),
                            one(random, "X", "M"),
                            one(random, "USD", "CNY")),
                    one(random, "LAO", "THA", AGGREGATE),
                    products.get(random.nextInt(products.size())));
        }

        /** The products that it is part of, itself among them. */
        Stream<String> products() {
            Stream<String> above = Stream.of(product.substring(0, 5), "H6:XVI", TOTAL);
            return level(product) == SUBHEADING
                    ? Stream.concat(Stream.of(product, product.substring(0, 7)), above)
                    : above;
        }

        /** As {@link SampleFigures} take it. */
        String row(Figure figure) {
            return String.join(
                    ",",
                    place.period(),
                    place.flow().equals("X") ? partner : partner + "/M",
                    product,
                    String.valueOf(figure.amount()),
                    figure.quality(),
                    place.reporter(),
                    place.currency(),
                    place.frequency(),
                    figure.source());
        }
    }

    /** One of few amounts, qualities and sources. */
    record Figure(long amount, String quality, String source) {
        static Figure any(Random random) {
            return new Figure(
                    1L + random.nextInt(2),
                    one(random, "R", "R", "C", "E"),
                    one(random, "GACC_2024", "GACC_2024", "IMF_DOTS_2022"));
        }
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private record Counted(Cell cell, Figure figure) {}

    private record Of(Place place, String partner, String product) {}

    /**
     * A sum over partners.
     *
     * @param smallest null where nobody asks for it
     */
    private record Sum(
            long amount,
            String quality,
            int parts,
            int figures,
            String sources,
            @Nullable Long smallest,
            @Nullable Long largest) {
        /** Of several sums; how many parts and which sources they have is not kept. */
        static Sum of(Collection<Sum> sums) {
            return new Sum(
                    sums.stream().mapToLong(Sum::amount).sum(),
                    weakest(sums.stream().map(Sum::quality)),
                    0,
                    sums.stream().mapToInt(Sum::figures).sum(),
                    "",
                    sums.stream()
                            .map(Sum::smallest)
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    sums.stream()
                            .map(Sum::largest)
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(null));
        }

        String shown() {
            return amount + " " + quality + " " + figures + " " + smallest + " " + largest;
        }
    }

    /** Chapters, sections and all goods of each partner, aggregates among them: amount, quality, parts, sources, and whether it is a sum. */
    List<String> byPartner() {
        return shown(
                sumsOfPartners(),
                (of, parts) -> line(of.place(), of.partner(), of.product()) + " " + sum(parts) + " "
                        + quality(of.product(), parts) + " " + parts.size() + " " + sources(parts) + " "
                        + (isGiven(of.product(), parts) ? "f" : "t"));
    }

    private Map<Of, List<Counted>> sumsOfPartners() {
        return grouped(
                figures,
                counted -> targets(counted)
                        .filter(LEVELS::containsKey)
                        .map(product ->
                                new Of(counted.cell().place(), counted.cell().partner(), product)));
    }

    /** The products that a figure counts in: a chapter that is given takes the place of its subheadings. */
    private Stream<String> targets(Counted counted) {
        Cell cell = counted.cell();
        boolean isReplaced = level(cell.product()) == SUBHEADING
                && given.contains(
                        new Of(cell.place(), cell.partner(), cell.product().substring(0, 5)));
        return cell.products().filter(product -> !isReplaced || !LEVELS.containsKey(product));
    }

    /** Products over all partners that are no aggregate. */
    List<String> byProduct() {
        return shown(
                sums(),
                (of, sum) ->
                        line(of.place(), of.product()) + " " + sum.parts() + " " + sum.sources() + " " + sum.shown());
    }

    /** The same of the months of each year. */
    List<String> byProductAndYear() {
        Map<Of, List<Sum>> years = new TreeMap<>(Comparator.comparing(Of::toString));
        sums().forEach((of, sum) -> {
            if (of.place().frequency().equals("M")) {
                years.computeIfAbsent(new Of(of.place().ofYear(), "", of.product()), key -> new ArrayList<>())
                        .add(sum);
            }
        });
        return shown(
                years,
                (of, sums) ->
                        line(of.place(), of.product()) + " " + Sum.of(sums).shown());
    }

    /** All products of a level together. */
    List<String> ofLevels() {
        Map<Of, List<Sum>> levels = new TreeMap<>(Comparator.comparing(Of::toString));
        sums().forEach((of, sum) -> levels.computeIfAbsent(
                        new Of(of.place(), "", classification(of.product()) + " " + level(of.product())),
                        key -> new ArrayList<>())
                .add(sum));
        return shown(
                levels,
                (of, sums) ->
                        line(of.place(), of.product()) + " " + Sum.of(sums).shown());
    }

    private Map<Of, Sum> sums() {
        List<Counted> countries = countries();
        Map<Of, Sum> sums = new TreeMap<>(Comparator.comparing(Of::toString));
        grouped(
                        countries,
                        counted -> targets(counted)
                                .map(product -> new Of(counted.cell().place(), "", product)))
                .forEach((of, parts) -> sums.put(of, sum(of.product(), parts)));
        return sums;
    }

    private static Sum sum(String product, List<Counted> parts) {
        if (level(product) == SUBHEADING) {
            return new Sum(
                    sum(parts),
                    quality(product, parts),
                    parts.size(),
                    parts.size(),
                    sources(parts),
                    parts.stream()
                            .map(part -> part.figure().amount())
                            .min(Comparator.naturalOrder())
                            .orElseThrow(),
                    parts.stream()
                            .map(part -> part.figure().amount())
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
        }
        if (level(product) == HEADING) {
            return new Sum(sum(parts), sumQuality(parts), parts.size(), parts.size(), sources(parts), null, null);
        }
        List<Long> ofPartners = parts.stream()
                .collect(groupingBy(part -> part.cell().partner()))
                .values()
                .stream()
                .map(CountedFigures::sum)
                .sorted()
                .toList();
        return new Sum(
                sum(parts),
                quality(product, parts),
                parts.size(),
                ofPartners.size(),
                sources(parts),
                ofPartners.getFirst(),
                ofPartners.getLast());
    }

    /** How many figures a partner has. */
    List<String> tallies() {
        return shown(
                grouped(
                        figures,
                        counted -> Stream.of(new Of(
                                counted.cell().place(),
                                counted.cell().partner(),
                                "HS2022 " + level(counted.cell().product())))),
                (of, parts) -> line(of.place(), of.partner(), of.product()) + " " + parts.size());
    }

    /** Amounts of those that are no aggregates, each with how many figures are no larger. Classes of small amounts are these amounts. */
    List<String> byAmount() {
        return shown(
                grouped(
                        countries(),
                        counted -> Stream.of(new Of(
                                counted.cell().place(),
                                "",
                                "HS2022 " + level(counted.cell().product())))),
                (of, parts) -> {
                    List<Long> amounts = parts.stream()
                            .map(part -> part.figure().amount())
                            .sorted()
                            .toList();
                    List<Long> classes = amounts.stream().distinct().toList();
                    List<Integer> upTo = classes.stream()
                            .map(each -> amounts.lastIndexOf(each) + 1)
                            .toList();
                    return line(of.place(), of.product()) + " " + array(classes) + " " + array(upTo);
                });
    }

    private List<Counted> countries() {
        return figures.stream()
                .filter(counted -> !counted.cell().partner().equals(AGGREGATE))
                .toList();
    }

    private static Map<Of, List<Counted>> grouped(List<Counted> figures, Function<Counted, Stream<Of>> targets) {
        Map<Of, List<Counted>> groups = new TreeMap<>(Comparator.comparing(Of::toString));
        figures.forEach(counted -> targets.apply(counted)
                .forEach(target ->
                        groups.computeIfAbsent(target, key -> new ArrayList<>()).add(counted)));
        return groups;
    }

    private static long sum(List<Counted> parts) {
        return parts.stream().mapToLong(part -> part.figure().amount()).sum();
    }

    private static boolean isGiven(String product, List<Counted> parts) {
        return parts.size() == 1 && parts.getFirst().cell().product().equals(product);
    }

    private static String quality(String product, List<Counted> parts) {
        return isGiven(product, parts) ? parts.getFirst().figure().quality() : sumQuality(parts);
    }

    private static String sources(List<Counted> parts) {
        return array(parts.stream()
                .map(part -> part.figure().source())
                .distinct()
                .sorted()
                .toList());
    }

    /** A sum is derived at best. */
    private static String sumQuality(List<Counted> parts) {
        return weakest(Stream.concat(
                Stream.of("D"), parts.stream().map(part -> part.figure().quality())));
    }

    private static String weakest(Stream<String> qualities) {
        return qualities.max(Comparator.comparingInt(QUALITIES::indexOf)).orElseThrow();
    }

    private static int level(String product) {
        return LEVELS.getOrDefault(product, product.length() - "H6:".length());
    }

    private static String classification(String product) {
        return product.equals(TOTAL) ? "ALL" : "HS2022";
    }

    private static <T> List<String> shown(Map<Of, T> groups, BiFunction<Of, T, String> line) {
        return groups.entrySet().stream()
                .map(entry -> line.apply(entry.getKey(), entry.getValue()))
                .sorted()
                .toList();
    }

    private static String line(Place place, String... what) {
        return place.frequency() + " " + place.period() + " " + place.reporter() + " " + place.flow() + " "
                + place.currency() + " " + place.valuation() + " " + String.join(" ", what);
    }

    private static String array(List<?> values) {
        return values.toString().replace(" ", "").replace('[', '{').replace(']', '}');
    }
}
