package io.lancang.integration.usage;

import io.lancang.integration.client.Client;
import io.lancang.integration.page.Moments;
import io.lancang.integration.plan.Plan;
import io.lancang.integration.plan.PlanRepository;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Usage in the graph. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class UsageApi {
    /** How many spans one list of clients may have together. */
    private static final int MOST = 20_000;

    private final UsageRepository repository;
    private final PlanRepository plans;

    UsageApi(UsageRepository repository, PlanRepository plans) {
        this.repository = repository;
        this.plans = plans;
    }

    /** What clients used, which whoever reads the client may see. */
    @Description("What it used, latest first.")
    @Cost(weight = 2)
    @ListSize(assumedSize = 24, slicingArguments = "last", requireOneSlicingArgument = false)
    public @NonNull Uni<List<@NonNull List<@NonNull Usage>>> usage(
            @Source List<Client> given,
            @Name("unit") @DefaultValue("HOUR") @Description("The length of each period.") @NonNull UsageUnit unit,
            @Name("last") @DefaultValue("24") @Description("How many periods back, from 1 to 500.") int last,
            @Name("until") @Description("A moment in the latest period; now if left out.") @Nullable
                    OffsetDateTime until) {
        Slice.checkSize("last", last);
        List<String> clients = given.stream().map(Client::id).distinct().toList();
        if ((long) clients.size() * last > MOST) {
            throw new ServiceException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The usage of " + clients.size() + " clients in " + last
                            + " spans of time each is asked for; it may be " + MOST + " in all.",
                    "Ask for fewer clients by `first`, or for fewer spans by `last`.");
        }
        long length = unit.length().toSeconds();
        long end = unit.begin(Objects.requireNonNullElseGet(until, Moments::now).toEpochSecond()) + length;
        return repository
                .sums(clients, unit, end - last * length, end)
                .chain(sums -> plans.byNames(
                                given.stream().map(Client::planName).toList())
                        .map(found -> given.stream()
                                .map(client -> of(client, unit, sums, found.get(client.planName())))
                                .toList()));
    }

    private static List<Usage> of(
            Client client, UsageUnit unit, Map<String, List<UsageRepository.Sum>> sums, @Nullable Plan plan) {
        return sums.getOrDefault(client.id(), List.of()).stream()
                .map(sum -> new Usage(
                        moment(sum.begin()),
                        moment(sum.begin() + unit.length().toSeconds()),
                        sum.requests(),
                        sum.refused(),
                        sum.cost(),
                        sum.busiestMinuteRequests(),
                        sum.busiestMinuteCost(),
                        allowed(unit, plan == null ? null : plan.requestsPerMinute()),
                        allowed(unit, plan == null ? null : plan.costPerMinute())))
                .toList();
    }

    private static @Nullable Long allowed(UsageUnit unit, @Nullable Integer perMinute) {
        return perMinute == null ? null : perMinute * unit.length().toMinutes();
    }

    private static OffsetDateTime moment(long second) {
        return Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC);
    }
}
