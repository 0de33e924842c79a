package org.example.lancang;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.graphql.client.GraphQLClientException;
import io.smallrye.graphql.client.GraphQLError;

/** Prints a partner's corridors and its trade with China. */
@QuarkusMain
public final class PartnerReport implements QuarkusApplication {
    private final Lancang lancang;

    PartnerReport(Lancang lancang) {
        this.lancang = lancang;
    }

    @Override
    public int run(String... arguments) {
        String code = arguments.length == 0 ? "LAO" : arguments[0];
        try {
            print(lancang.partner(code, 2019, 2024));
            return 0;
        } catch (GraphQLClientException refused) {
            refused.getErrors().forEach(PartnerReport::print);
            return 1;
        }
    }

    private static void print(Partner partner) {
        System.out.println(partner.name() + " (" + partner.code() + ")");
        for (Partner.Corridor corridor : partner.corridors()) {
            System.out.println("  " + corridor.name() + ": " + corridor.kind() + ", " + corridor.status()
                    + (corridor.openedOn() == null ? "" : ", opened " + corridor.openedOn()));
        }
        System.out.println("Trade with China");
        for (Partner.Point point : partner.trade().points()) {
            System.out.println("  " + point.period().year() + "  " + describe(point));
        }
    }

    /** What is missing is null with a reason, and never zero. */
    private static String describe(Partner.Point point) {
        if (point.total() == null) {
            return "no figure" + (point.gap() == null ? "" : " (" + point.gap().reason() + ")");
        }
        return point.total().amount().toPlainString() + " " + point.total().currency() + "  " + point.quality()
                + (point.total().estimated() ? ", estimated" : "");
    }

    /** An error has a stable code, and a hint where something can be done. */
    private static void print(GraphQLError error) {
        Object hint = error.getExtensions().get("hint");
        System.err.println(error.getExtensions().get("code") + ": " + error.getMessage() + (hint == null ? "" : " (" + hint + ")"));
    }
}
