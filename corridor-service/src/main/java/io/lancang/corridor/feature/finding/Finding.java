package io.lancang.corridor.feature.finding;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A doubt about a fact, for those who keep the facts.")
public record Finding(
        @Description("What is doubtful.") @NonNull FindingKind kind,

        @Description("Id of the corridor, segment, location, zone, figure or transfer that it is about. That of a"
                + " figure says what the figure is of.")
        @Id
        @NonNull
        String subject,

        @Description("The values that raise the doubt.") @NonNull
        String detail) {}
