package io.lancang.trade.storage;

import static java.util.stream.Collectors.groupingBy;

import io.lancang.trade.storage.ChangingFigures.Cell;
import io.lancang.trade.storage.ChangingFigures.Figure;
import io.lancang.trade.storage.ChangingFigures.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums and counts of figures of subheadings and chapters, each computed from the figures alone, as sorted rows with blanks between
 * values. Each begins with frequency, period, reporter, flow and currency; sums go on with their valuation.
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
                .filter(cell -> !cell.isSubheading())
                .map(cell -> new Of(cell.place(), cell.partner(), cell.product()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Counted(Cell cell, Figure figure) {}

    /** What a sum or a count is of; over all partners where that is empty. */
    private record Of(Place place, String partner, String product) {
        String line() {
            return Stream.of(
                            place.frequency(),
                            place.period(),
                            place.reporter(),
                            place.flow(),
                            place.currency(),
                            place.valuation(),
                            partner,
                            product)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }

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
                (of, parts) -> of.line() + " " + sum(parts) + " "
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
        boolean isReplaced = cell.isSubheading()
                && given.contains(
                        new Of(cell.place(), cell.partner(), cell.product().substring(0, 5)));
        return cell.products().filter(product -> !isReplaced || !LEVELS.containsKey(product));
    }

    /** Products over all partners that are no aggregate. */
    List<String> byProduct() {
        return shown(sums(), (of, sum) -> of.line() + " " + sum.parts() + " " + sum.sources() + " " + sum.shown());
    }

    /** The same of the months of each year. */
    List<String> byProductAndYear() {
        return added(
                of -> of.place().frequency().equals("M"),
                of -> new Of(of.place().ofYear(), of.partner(), of.product()));
    }

    /** All products of a level together. */
    List<String> ofLevels() {
        return added(
                of -> true,
                of -> new Of(of.place(), of.partner(), classification(of.product()) + " " + level(of.product())));
    }

    private List<String> added(Predicate<Of> which, UnaryOperator<Of> to) {
        Map<Of, List<Sum>> groups = sums().entrySet().stream()
                .filter(sum -> which.test(sum.getKey()))
                .collect(groupingBy(
                        sum -> to.apply(sum.getKey()), Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return shown(groups, (of, sums) -> of.line() + " " + Sum.of(sums).shown());
    }

    private Map<Of, Sum> sums() {
        List<Counted> countries = countries();
        Map<Of, Sum> sums = new HashMap<>();
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
                                counted.cell().place().ofCount(),
                                counted.cell().partner(),
                                "HS2022 " + level(counted.cell().product())))),
                (of, parts) -> of.line() + " " + parts.size());
    }

    /** Amounts of those that are no aggregates, each with how many figures are no larger. Classes of small amounts are these amounts. */
    List<String> byAmount() {
        return shown(
                grouped(
                        countries(),
                        counted -> Stream.of(new Of(
                                counted.cell().place().ofCount(),
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
                    return of.line() + " " + array(classes) + " " + array(upTo);
                });
    }

    private List<Counted> countries() {
        return figures.stream()
                .filter(counted -> !counted.cell().partner().equals(AGGREGATE))
                .toList();
    }

    private static Map<Of, List<Counted>> grouped(List<Counted> figures, Function<Counted, Stream<Of>> targets) {
        Map<Of, List<Counted>> groups = new HashMap<>();
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

    private static String array(List<?> values) {
        return values.toString().replace(" ", "").replace('[', '{').replace(']', '}');
    }
}
