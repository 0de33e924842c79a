package io.lancang.trade.bloc;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.partner.PartnerReference;
import io.smallrye.graphql.api.federation.Shareable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One partner's time in one bloc. A value type that other subgraphs may refer to.
 *
 * @param member who, served as {@code partner}
 * @param blocCode where, served as {@code bloc}
 * @param citations what says so, served as {@code sources}
 */
@Shareable
@Description("One partner's time in one bloc.")
public record Membership(
        @Ignore PartnerReference member,
        @Ignore String blocCode,

        @Description("First day of the membership, as far as it is known: see `fromPrecision`.") @NonNull
        LocalDate from,

        @Description("How exactly `from` is known.") @NonNull
        DatePrecision fromPrecision,

        @Description("Last day of the membership; null while it lasts.") @Nullable
        LocalDate to,

        @Description("What the partner is to the bloc, such as `member` or `party (entry into force)`.") @NonNull
        String role,

        @Description("Whether a source confirms membership and date; if not, `note` says what is in doubt.")
        boolean verified,

        @Description("What is to be known about this membership; null if nothing is.") @Nullable
        String note,

        @Ignore List<SourceReference> citations) {}
