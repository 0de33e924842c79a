package io.lancang.trade.selection;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.argument.Choice;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.CountedMembers;
import io.lancang.trade.partner.PartnerCode;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import io.lancang.trade.product.ProductRepository;
import io.lancang.trade.product.Products;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a filter into a selection, or says what is wrong with it: BAD_USER_INPUT with the nearest codes. */
@Singleton
public class Selector {
    private static final List<String> CHINA = List.of("CHN");
    private static final List<Flow> BOTH_WAYS = List.of(Flow.EXPORTS, Flow.IMPORTS);

    private final KnownRepository repository;
    private final Products products;
    private final ProductRepository productRepository;

    Selector(KnownRepository repository, Products products, ProductRepository productRepository) {
        this.repository = repository;
        this.products = products;
        this.productRepository = productRepository;
    }

    /** The selection that a filter means. */
    public Uni<Selection> of(TradeFlowFilter filter, Vantage vantage) {
        refuseEmptyLists(filter);
        GoodsFilter goods = GoodsFilter.of(filter);
        return frequency(filter, vantage).chain(frequency -> of(filter, goods, frequency, vantage));
    }

    private static void refuseEmptyLists(TradeFlowFilter filter) {
        Choice.refuseEmpty("reporters", filter.reporters());
        Choice.refuseEmpty("partners", filter.partners());
        Choice.refuseEmpty("blocs", filter.blocs());
        Choice.refuseEmpty("regions", filter.regions());
        Choice.refuseEmpty("products", filter.products());
        Choice.refuseEmpty("flows", filter.flows());
        Choice.refuseEmpty("datasets", filter.datasets());
    }

    /** The length of periods: without a word about it, that of the datasets that are named. */
    private Uni<Frequency> frequency(TradeFlowFilter filter, Vantage vantage) {
        Frequency asked = filter.frequency();
        Set<String> datasets = distinct(filter.datasets());
        if (datasets.isEmpty()) {
            return Uni.createFrom().item(requireNonNullElse(asked, Frequency.ANNUAL));
        }
        return repository.frequencies(datasets, vantage).map(known -> {
            if (asked != null && !known.isEmpty() && !known.contains(asked)) {
                throw ServiceException.badInput(
                        "`frequency` is " + asked + ", and " + String.join(", ", datasets) + " has no such figures.",
                        "Ask for "
                                + known.stream().map(Frequency::name).collect(Collectors.joining(" or "))
                                + ", leave `frequency` out, or name other `datasets`.");
            }
            return asked != null ? asked : known.stream().findFirst().orElse(Frequency.ANNUAL);
        });
    }

    private Uni<Selection> of(TradeFlowFilter filter, GoodsFilter goods, Frequency frequency, Vantage vantage) {
        KnownRepository.Codes codes = new KnownRepository.Codes(
                partnerCodes(filter),
                distinct(filter.blocs()),
                distinct(filter.regions()),
                distinct(filter.datasets()),
                Set.copyOf(goods.keys()),
                frequency.code());
        return checkLevel(goods)
                .chain(() -> repository.known(codes, vantage))
                .flatMap(known -> unknown(codes, goods, known)
                        .orElseGet(() ->
                                Uni.createFrom().item(selection(filter, goods, new Found(known, frequency, vantage)))));
    }

    private static Set<String> partnerCodes(TradeFlowFilter filter) {
        Set<String> codes = new LinkedHashSet<>(distinct(filter.partners()));
        codes.addAll(distinct(filter.reporters()));
        codes.forEach(PartnerCode::check);
        distinct(filter.blocs()).forEach(PartnerCode::check);
        return codes;
    }

    private static Set<String> distinct(@Nullable List<String> codes) {
        return codes == null ? Set.of() : new LinkedHashSet<>(codes);
    }

    private Uni<Void> checkLevel(GoodsFilter goods) {
        Classification classification = goods.classification();
        return classification == null
                ? Uni.createFrom().voidItem()
                : products.checkLevel(classification, goods.level());
    }

    private Optional<Uni<Selection>> unknown(KnownRepository.Codes codes, GoodsFilter goods, Known known) {
        return missing(codes.partners(), known.partners().keySet())
                .map(code -> refused("partner", code))
                .or(() -> missing(codes.blocs(), known.blocs()).map(code -> refused("bloc", code)))
                .or(() -> missing(codes.regions(), known.regions()).map(code -> refused("region", code)))
                .or(() -> missing(codes.datasets(), known.datasets().keySet()).map(code -> refused("dataset", code)))
                .or(() -> missing(codes.products(), known.products().keySet()).map(key -> refusedProduct(goods, key)));
    }

    private static Optional<String> missing(Set<String> asked, Collection<String> known) {
        return asked.stream().filter(code -> !known.contains(code)).findFirst();
    }

    private Uni<Selection> refused(String what, String code) {
        return repository.candidates(what).map(all -> {
            throw noSuch(what, code, all, "region".equals(what) ? "Partner.region" : what + "s");
        });
    }

    private Uni<Selection> refusedProduct(GoodsFilter goods, String key) {
        Classification classification = Objects.requireNonNull(goods.classification());
        String code = key.substring(key.indexOf(':') + 1);
        return productRepository.candidates(classification).map(all -> {
            throw noSuch("product of " + classification, code, all, "products");
        });
    }

    private static ServiceException noSuch(String what, String code, List<Candidate> all, String list) {
        String hint = Suggestions.hint(code, all);
        return ServiceException.badInput(
                "There is no " + what + " '" + code + "'.",
                hint == null ? "Nothing is near it; `" + list + "` lists all." : hint);
    }

    private record Found(Known known, Frequency frequency, Vantage vantage) {}

    private static Selection selection(TradeFlowFilter filter, GoodsFilter goods, Found found) {
        Known known = found.known();
        List<String> partners = List.copyOf(distinct(filter.partners()));
        Set<String> aggregates = partners.stream()
                .filter(code -> Boolean.TRUE.equals(known.partners().get(code)))
                .collect(Collectors.toSet());
        List<String> reporters = List.copyOf(distinct(filter.reporters()));
        Selection.Who who = new Selection.Who(
                reporters.isEmpty() ? CHINA : reporters,
                partners,
                aggregates,
                List.copyOf(distinct(filter.blocs())),
                new CountedMembers(
                        requireNonNullElse(filter.composition(), Composition.AS_OF_YEAR), filter.membersOf()),
                List.copyOf(distinct(filter.regions())));
        List<Flow> flows = filter.flows() == null
                ? List.of()
                : filter.flows().stream().distinct().toList();
        return new Selection(
                who,
                goodsOf(goods, known),
                PeriodRange.of(filter, found.frequency(), known),
                flows.isEmpty() ? BOTH_WAYS : flows,
                rangeOf(filter),
                distinct(filter.datasets()).stream()
                        .map(id -> Objects.requireNonNull(known.datasets().get(id)))
                        .toList(),
                found.vantage());
    }

    private static Selection.Goods goodsOf(GoodsFilter goods, Known known) {
        Set<Integer> levels = new HashSet<>(known.products().values());
        if (goods.keys().isEmpty()) {
            return new Selection.Goods(
                    List.of(), goods.classification(), Set.of(Objects.requireNonNull(goods.level())));
        }
        return new Selection.Goods(goods.keys(), goods.classification(), levels);
    }

    private static Selection.Range rangeOf(TradeFlowFilter filter) {
        BigDecimal least = number(filter.minValue());
        BigDecimal most = number(filter.maxValue());
        if (least != null && most != null && least.compareTo(most) > 0) {
            throw ServiceException.badInput(
                    "`minValue` (" + least.toPlainString() + ") is more than `maxValue` (" + most.toPlainString()
                            + ").",
                    "Send the smaller amount as `minValue`.");
        }
        return new Selection.Range(filter.currency(), least, most);
    }

    private static @Nullable BigDecimal number(@Nullable Double amount) {
        return amount == null ? null : BigDecimal.valueOf(amount).stripTrailingZeros();
    }
}
