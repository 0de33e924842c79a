package io.lancang.trade.sdmx.structure;

import io.lancang.trade.product.Classification;
import io.lancang.trade.sdmx.request.Address;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is kept here, with what refers to what. */
public final class Artefacts {
    /** How a path of data is written. */
    public static final String DATA_FORM = "data/dataflow/{agency}/{id}/{version}/{key}";

    /** About as many as two revisions of the Harmonized System have. */
    private static final int MOST_PRODUCTS = 15_000;

    private final Map<Artefact, Dataflow> dataflows = new LinkedHashMap<>();
    private final Map<Artefact, Dataflow> constraints = new LinkedHashMap<>();
    private final Map<Artefact, Structure> structures = new LinkedHashMap<>();
    private final Map<Artefact, Codelist> codelists = new LinkedHashMap<>();
    private final SortedMap<Classification, Integer> products;

    /** @param products how many each classification has that has any */
    Artefacts(SortedMap<Classification, Integer> products) {
        this.products = products;
        Stream.concat(
                        Stream.of(Dataflow.ANNUAL, Dataflow.MONTHLY),
                        products.keySet().stream().map(Dataflow::of))
                .forEach(this::add);
    }

    private void add(Dataflow dataflow) {
        dataflows.put(dataflow.artefact(), dataflow);
        if (dataflow.isConstrained()) {
            constraints.put(dataflow.constraint(), dataflow);
        }
        Structure structure = dataflow.structure();
        structures.put(structure.artefact(), structure);
        codelistsOf(structure).forEach(list -> codelists.put(Artefact.of(list), list));
    }

    private static Stream<Codelist> codelistsOf(Structure structure) {
        return structure.components().stream().map(structure::codelist).filter(Objects::nonNull);
    }

    List<Artefact> all() {
        List<Artefact> all = new ArrayList<>(dataflows.keySet());
        all.addAll(constraints.keySet());
        all.addAll(structures.keySet());
        all.add(Artefact.CONCEPTS);
        all.addAll(codelists.keySet());
        return all;
    }

    /** What it refers to. */
    Set<Artefact> childrenOf(Artefact artefact) {
        return switch (artefact.type()) {
            case DATAFLOW -> Set.of(dataflow(artefact).structure().artefact());
            case DATACONSTRAINT -> Set.of(constrained(artefact).artefact());
            case DATASTRUCTURE -> {
                Set<Artefact> children = new LinkedHashSet<>(Set.of(Artefact.CONCEPTS));
                codelistsOf(structure(artefact)).map(Artefact::of).forEach(children::add);
                yield children;
            }
            case CONCEPTSCHEME, CODELIST -> Set.of();
        };
    }

    public Dataflow dataflow(Artefact artefact) {
        return Objects.requireNonNull(dataflows.get(artefact), "a dataflow is kept");
    }

    /** The dataflow that a constraint is about. */
    public Dataflow constrained(Artefact artefact) {
        return Objects.requireNonNull(constraints.get(artefact), "a constraint is kept");
    }

    public Structure structure(Artefact artefact) {
        return Objects.requireNonNull(structures.get(artefact), "a structure is kept");
    }

    public Codelist codelist(Artefact artefact) {
        return Objects.requireNonNull(codelists.get(artefact), "a list of codes is kept");
    }

    /**
     * The classifications whose products are among these artefacts.
     *
     * @throws SdmxException for more products than a message may have
     */
    public Set<Classification> classificationsOf(Collection<Artefact> some) {
        Set<Classification> found = some.stream()
                .filter(each -> each.type() == Artefact.Type.CODELIST)
                .map(this::codelist)
                .filter(ProductCodelist.class::isInstance)
                .map(list -> ((ProductCodelist) list).classification())
                .collect(Collectors.toSet());
        int count =
                found.stream().mapToInt(each -> products.getOrDefault(each, 0)).sum();
        if (count > MOST_PRODUCTS) {
            throw new SdmxException(
                    Problem.TOO_LARGE,
                    "The lists of " + found + " have " + count + " products, and a message has at most " + MOST_PRODUCTS
                            + ". Ask for one list at a time, or send detail=allstubs.");
        }
        return found;
    }

    /**
     * The dataflow that a path of data is about.
     *
     * @throws SdmxException if it is about another context, about none or about several
     */
    public Dataflow dataflow(Address address) {
        String context = address.segment(1);
        if (!context.equals(Address.ANY) && !context.equals(Artefact.Type.DATAFLOW.word())) {
            boolean isKnown = Set.of("datastructure", "provisionagreement").contains(context);
            throw new SdmxException(
                    isKnown ? Problem.NOT_IMPLEMENTED : Problem.SYNTAX,
                    "Data are asked for by dataflow, not by '" + context + "': " + DATA_FORM + ".");
        }
        Artefact.checkVersions(address.segment(4));
        List<Dataflow> found = dataflows.entrySet().stream()
                .filter(each -> each.getKey().isFound(address.segment(2), address.segment(3), address.segment(4)))
                .map(Map.Entry::getValue)
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        String asked = address.segment(2) + ":" + address.segment(3) + "(" + address.segment(4) + ")";
        String all = dataflows.keySet().stream().map(Artefact::reference).collect(Collectors.joining(", "));
        throw found.isEmpty()
                ? new SdmxException(Problem.NO_RESULTS, "There is no dataflow " + asked + ". There are " + all + ".")
                : new SdmxException(
                        Problem.NOT_IMPLEMENTED,
                        asked + " is several dataflows, and data of one are answered at a time. Name one of " + all
                                + ".");
    }
}
