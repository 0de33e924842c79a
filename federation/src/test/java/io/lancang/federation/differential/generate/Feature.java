package io.lancang.federation.differential.generate;

import java.util.List;

/** Something that federation can do, put into subgraphs by chance. What clients can ask stays answerable. */
interface Feature {
    /** All of them, in an order in which each finds what it needs. */
    List<Feature> ALL = List.of(
            new PartialValues(),
            new ContextArguments(),
            new SharedFields(),
            new RequiredFields(),
            new ProvidedFields(),
            new OverriddenFields(),
            new InaccessibleFields(),
            new DifferentValues(),
            new FederationOneSubgraphs(),
            new ExternalKeys(),
            new SharedWithInterfaceObjects(),
            new ProvidedKeys(),
            new DisagreeingMembers(),
            new BareInterfaceObjects());

    void apply(Draft draft);
}
