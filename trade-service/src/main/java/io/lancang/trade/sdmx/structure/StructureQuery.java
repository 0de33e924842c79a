package io.lancang.trade.sdmx.structure;

import io.lancang.trade.sdmx.request.Address;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which structures a request asks for.
 *
 * @param artefacts those that it finds, with what they refer to or are referred to by where it asks for that; never empty
 * @param isStub whether no more than their identification is asked for
 * @param items ids of the items of lists; all if null
 */
public record StructureQuery(
        Set<Artefact> artefacts, boolean isStub, @Nullable Set<String> items) {
    public static final String FORM = "structure/{type}/{agency}/{id}/{version}/{item}";

    private static final int OF_ITEM = 5;
    /** Types of the standard of which there is nothing here. */
    private static final Set<String> OTHER_TYPES = Set.of(
            "metadatastructure",
            "categoryscheme",
            "hierarchy",
            "hierarchyassociation",
            "valuelist",
            "agencyscheme",
            "dataproviderscheme",
            "metadataproviderscheme",
            "dataconsumerscheme",
            "organisationunitscheme",
            "metadataflow",
            "reportingtaxonomy",
            "provisionagreement",
            "metadataprovisionagreement",
            "structuremap",
            "representationmap",
            "conceptschememap",
            "categoryschememap",
            "organisationschememap",
            "reportingtaxonomymap",
            "process",
            "categorisation",
            "metadataconstraint",
            "transformationscheme",
            "rulesetscheme",
            "userdefinedoperatorscheme",
            "customtypescheme",
            "namepersonalisationscheme",
            "vtlmappingscheme");

    public static StructureQuery of(Address address, Artefacts kept) {
        address.checkLength(OF_ITEM + 1, FORM);
        address.checkParameters(Set.of("detail", "references"), Set.of());
        address.refuseUnless("detail", Set.of("full", "raw", "allstubs"), "There is little to leave out.");
        String type = address.segment(1);
        Optional<Artefact.Type> wanted = Artefact.Type.ofWord(type);
        if (!type.equals(Address.ANY) && wanted.isEmpty() && !OTHER_TYPES.contains(type)) {
            throw new SdmxException(
                    Problem.SYNTAX,
                    "'" + type
                            + "' is no type of structure. There are dataflow, datastructure, conceptscheme, codelist and dataconstraint: "
                            + FORM + ".");
        }
        String version = address.path().size() > 4 ? address.segment(4) : "~";
        Artefact.checkVersions(version);
        List<Artefact> found = kept.all().stream()
                .filter(each -> type.equals(Address.ANY)
                        || wanted.filter(each.type()::equals).isPresent())
                .filter(each -> each.isFound(address.segment(2), address.segment(3), version))
                .toList();
        if (found.isEmpty()) {
            throw new SdmxException(
                    Problem.NO_RESULTS,
                    "There is no " + type + " " + address.segment(2) + ":" + address.segment(3) + "(" + version
                            + "). structure/* lists what there is, all of the agency " + Artefact.AGENCY
                            + " and version "
                            + Artefact.VERSION + ".");
        }
        return new StructureQuery(
                withReferences(found, address.parameter("references", "none"), kept),
                address.parameter("detail", "full").equals("allstubs"),
                itemsOf(address));
    }

    private static @Nullable Set<String> itemsOf(Address address) {
        String items = address.segment(OF_ITEM);
        if (items.equals(Address.ANY)) {
            return null;
        }
        Optional<Artefact.Type> type = Artefact.Type.ofWord(address.segment(1));
        boolean hasItems = type.filter(Set.of(Artefact.Type.CODELIST, Artefact.Type.CONCEPTSCHEME)::contains)
                .isPresent();
        if (!hasItems) {
            throw new SdmxException(
                    Problem.SYNTAX,
                    "Items are asked of codelists and concept schemes, not of " + address.segment(1) + ".");
        }
        return new HashSet<>(Arrays.asList(items.split(",")));
    }

    private static Set<Artefact> withReferences(List<Artefact> found, String references, Artefacts kept) {
        Set<Artefact> all = new LinkedHashSet<>(found);
        for (String each : references.split(",", -1)) {
            switch (each) {
                case "none" -> {}
                case "children" -> found.forEach(artefact -> all.addAll(kept.childrenOf(artefact)));
                case "descendants" -> found.forEach(artefact -> addDescendants(artefact, all, kept));
                case "parents" -> all.addAll(parentsOf(found, kept));
                case "ancestors" -> addAncestors(found, all, kept);
                case "parentsandsiblings" ->
                    parentsOf(found, kept).forEach(parent -> {
                        all.add(parent);
                        all.addAll(kept.childrenOf(parent));
                    });
                case "all" -> all.addAll(kept.all());
                default -> {
                    Artefact.Type type = Artefact.Type.ofWord(each)
                            .orElseThrow(() -> new SdmxException(
                                    Problem.SYNTAX,
                                    "references=" + each + " is nothing. Send none, children, descendants, parents,"
                                            + " ancestors, parentsandsiblings, all or a type of structure."));
                    kept.all().stream()
                            .filter(artefact -> artefact.type() == type)
                            .forEach(all::add);
                }
            }
        }
        return all;
    }

    private static void addDescendants(Artefact artefact, Set<Artefact> all, Artefacts kept) {
        kept.childrenOf(artefact).forEach(child -> {
            all.add(child);
            addDescendants(child, all, kept);
        });
    }

    private static List<Artefact> parentsOf(List<Artefact> found, Artefacts kept) {
        return kept.all().stream()
                .filter(each -> found.stream().anyMatch(kept.childrenOf(each)::contains))
                .toList();
    }

    private static void addAncestors(List<Artefact> found, Set<Artefact> all, Artefacts kept) {
        List<Artefact> parents = parentsOf(found, kept);
        if (!parents.isEmpty()) {
            all.addAll(parents);
            addAncestors(parents, all, kept);
        }
    }

    public boolean isItem(String id) {
        return items == null || items.contains(id);
    }
}
