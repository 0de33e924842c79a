package org.example.lancang;

import java.util.Objects;
import org.springframework.graphql.client.FieldAccessException;
import org.springframework.graphql.client.HttpSyncGraphQlClient;
import org.springframework.web.client.RestClient;

/** Prints a partner's corridors and its trade with China. */
public final class PartnerReport {
    private PartnerReport() {}

    public static void main(String[] arguments) {
        String code = arguments.length == 0 ? "LAO" : arguments[0];
        String url = Objects.requireNonNullElse(System.getenv("LANCANG_URL"), "http://127.0.0.1:8080/graphql");
        HttpSyncGraphQlClient client = HttpSyncGraphQlClient.create(RestClient.create(url));
        try {
            print(ask(client, code));
        } catch (FieldAccessException refused) {
            ErrorReport.print(refused.getResponse().getErrors());
            System.exit(1);
        }
    }

    private static Partner ask(HttpSyncGraphQlClient client, String code) {
        return client.documentName("partner")
                .variable("code", code)
                .variable("from", 2019)
                .variable("to", 2024)
                .retrieveSync("partner")
                .toEntity(Partner.class);
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
}
