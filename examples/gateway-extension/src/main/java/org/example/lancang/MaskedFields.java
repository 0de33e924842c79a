package org.example.lancang;

import io.lancang.gateway.api.AnswerExtension;
import io.lancang.gateway.api.ClientAnswer;
import io.lancang.gateway.api.RequestContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Has most tenants see null where the configuration masks a field, under whatever alias they ask for it. */
@Singleton
class MaskedFields implements AnswerExtension {
    private final ExampleConfig config;

    @Inject
    MaskedFields(ExampleConfig config) {
        this.config = config;
    }

    @Override
    public Uni<ClientAnswer> onAnswer(ClientAnswer answer, RequestContext context) {
        if (config.trusted().contains(String.valueOf(context.attributes().get(Tenants.TENANT)))) {
            return Uni.createFrom().item(answer);
        }
        ClientAnswer masked = answer;
        for (String field : config.masked()) {
            masked = masked.withField(field, value -> null);
        }
        return Uni.createFrom().item(masked);
    }
}
