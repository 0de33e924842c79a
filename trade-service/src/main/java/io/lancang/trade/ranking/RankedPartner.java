package io.lancang.trade.ranking;

import io.lancang.trade.bloc.Bloc;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.flow.TradeChange;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.partner.Partner;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A partner or a bloc with its place in a ranking.")
public record RankedPartner(
        @Description(
                "The place in this list, from 1; equals share the better one. Of all countries by VALUE and TOTAL it"
                        + " is `point.rank`; that is of one dataset alone, and of all countries always.")
        int position,

        @Description("Code of the partner or bloc.") @Id @NonNull
        String code,

        @Description("The partner; null for a bloc.") @Nullable
        Partner partner,

        @Description("The bloc; null for a partner.") @Nullable
        Bloc bloc,

        @Description("The point of the year; with `compareWith` over the partners that are compared.") @NonNull
        TradePoint point,

        @Description("The point of the year compared with, over the same partners; null if none was asked for.")
        @Nullable
        TradePoint earlierPoint,

        @Description("How the amount changed since the year compared with; null if none was asked for.") @Nullable
        TradeChange change,

        @Description(
                "Share in the reporter's trade, exports or imports of the year, in percent; null where either is missing.")
        @Nullable
        Double share,

        @Description("The share in the year compared with, in percent; null where it is missing or not asked for.")
        @Nullable
        Double earlierShare,

        @Description("Change of the share from the year compared with, in percentage points; null where undefined.")
        @Nullable
        Double shareChange,

        @Description("Why a share is missing; null if none is.") @Nullable
        Gap gap) {}
