package io.lancang.integration.job.http;

import io.lancang.integration.access.Access;
import io.lancang.integration.access.Asker;
import io.lancang.integration.answer.JsonBody;
import io.lancang.integration.job.Job;
import io.lancang.integration.job.JobRepository;
import io.lancang.integration.job.JobState;
import io.lancang.integration.job.order.Jobs;
import io.lancang.kit.catalog.PublicRoot;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The requests about jobs. */
@Singleton
class JobRoutes {
    /** Where they are. */
    static final String ROOT = "/jobs";

    private static final int LARGEST_ORDER = 8_192;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final Set<JobState> ACTIVE = Set.of(JobState.QUEUED, JobState.RUNNING);
    private static final String NEEDS = "Jobs can be read only";

    private final Jobs orders;
    private final JobRepository jobs;
    private final ResultAnswers results;
    private final JobAnswers answers;

    JobRoutes(Jobs orders, JobRepository jobs, ResultAnswers results, JobAnswers answers) {
        this.orders = orders;
        this.jobs = jobs;
        this.results = results;
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.post(ROOT).handler(this::order);
        router.get(ROOT).handler(this::list);
        router.get(ROOT + "/results/:link").handler(results::send);
        router.head(ROOT + "/results/:link").handler(results::send);
        router.get(ROOT + "/:id").handler(this::show);
        router.delete(ROOT + "/:id").handler(this::cancel);
        router.route(ROOT + "*").handler(request -> answers.fail(request, nothing(request)));
    }

    private void order(RoutingContext request) {
        answer(
                request,
                () -> {
                    Asker.Owner asker = Access.of(request).client("Jobs can be started only");
                    return JsonBody.read(request, LARGEST_ORDER).chain(body -> orders.order(asker, export(body)));
                },
                job -> {
                    request.response().putHeader("location", PublicRoot.of(request.request(), ROOT) + "/" + job.id());
                    show(request, ACCEPTED, job);
                });
    }

    private static String export(JsonObject body) {
        for (String member : body.fieldNames()) {
            if (!member.equals("export")) {
                throw ServiceException.badInput(
                        "The order has `" + Brief.value(member) + "`, which none has.", "Send `export` alone.");
            }
        }
        if (body.getValue("export") instanceof String export) {
            return export;
        }
        throw ServiceException.badInput(
                "`export` is missing or no text.", "Send the path of an export: {\"export\": \"/exports/trade/…\"}.");
    }

    private void list(RoutingContext request) {
        answer(
                request,
                () -> {
                    Asker asker = Access.of(request).asker(NEEDS);
                    @Nullable String client = asker instanceof Asker.Owner owner ? owner.id() : null;
                    PageArguments page = new PageRequest(first(request), parameter(request, "after"), null, null)
                            .of(new CursorScope("jobs", client + " " + null), PageRequest.USUAL);
                    return jobs.page(page, client, null).map(found -> page(request, page, found));
                },
                body -> answers.send(request, OK, body));
    }

    private static JsonObject page(RoutingContext request, PageArguments page, Slice<Job> found) {
        String root = PublicRoot.of(request.request(), ROOT);
        JsonArray all = new JsonArray();
        found.items().forEach(job -> all.add(JobJson.of(job, root)));
        PageInfo info = page.pageInfo(found, job -> List.of(job.createdAt().toString(), job.id()));
        @Nullable
        String next = info.hasNextPage() && info.endCursor() != null
                ? root + "?first=" + page.size() + "&after="
                        + URLEncoder.encode(info.endCursor(), StandardCharsets.UTF_8)
                : null;
        return new JsonObject().put("jobs", all).put("next", next);
    }

    private static @Nullable Integer first(RoutingContext request) {
        @Nullable String first = parameter(request, "first");
        if (first == null) {
            return null;
        }
        if (!first.matches("\\d{1,6}")) {
            throw ServiceException.badInput(
                    "`first` is '" + Brief.value(first) + "', which is no number of jobs.", "Send one from 1 to 500.");
        }
        return Integer.valueOf(first);
    }

    private static @Nullable String parameter(RoutingContext request, String name) {
        List<String> values = request.queryParam(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    private void show(RoutingContext request) {
        answer(request, () -> jobs.byId(Access.of(request).asker(NEEDS), id(request)), job -> show(request, OK, job));
    }

    private void cancel(RoutingContext request) {
        answer(
                request,
                () -> orders.cancel(Access.of(request).asker("Jobs can be cancelled only"), id(request)),
                job -> show(request, OK, job));
    }

    private void show(RoutingContext request, int status, Job job) {
        if (ACTIVE.contains(job.state())) {
            request.response().putHeader("retry-after", "2");
        }
        answers.send(request, status, JobJson.of(job, PublicRoot.of(request.request(), ROOT)));
    }

    private static String id(RoutingContext request) {
        return String.valueOf(request.pathParam("id"));
    }

    private <T> void answer(RoutingContext request, Supplier<Uni<T>> work, Consumer<T> then) {
        Uni.createFrom().deferred(() -> work.get()).subscribe().with(then, failure -> answers.fail(request, failure));
    }

    private static ServiceException nothing(RoutingContext request) {
        return ServiceException.notFound(
                "There is nothing at " + request.request().method() + " " + Brief.value(request.normalizedPath()) + ".",
                "POST /jobs orders one, GET /jobs lists yours, GET and DELETE /jobs/ID show and cancel one.");
    }
}
