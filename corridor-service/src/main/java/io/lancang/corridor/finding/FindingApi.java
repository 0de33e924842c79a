package io.lancang.corridor.finding;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Findings in the graph. */
@GraphQLApi
public class FindingApi {
    private final Findings findings;

    FindingApi(Findings findings) {
        this.findings = findings;
    }

    /** What is doubtful. */
    @Query
    @Description(
            "What is doubtful about the facts on record, by kind and subject: for those who keep them. What breaks a"
                    + " rule is refused when a file is loaded, and never gets here.")
    public @NonNull Uni<List<@NonNull Finding>> networkFindings(
            @Name("kinds")
                    @Description("Only doubts of these kinds; all if left out.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull FindingKind> kinds) {
        return findings.all()
                .map(all -> all.stream()
                        .filter(finding -> kinds == null || kinds.contains(finding.kind()))
                        .toList());
    }
}
