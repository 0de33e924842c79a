package io.lancang.trade.sdmx;

import io.lancang.kit.error.DatabaseFailure;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.export.SendingConfig;
import io.lancang.trade.product.Classification;
import io.lancang.trade.sdmx.data.DataQuery;
import io.lancang.trade.sdmx.message.Availability;
import io.lancang.trade.sdmx.message.CsvMessage;
import io.lancang.trade.sdmx.message.DataMessage;
import io.lancang.trade.sdmx.message.JsonMessage;
import io.lancang.trade.sdmx.message.Messages;
import io.lancang.trade.sdmx.message.StructureMessage;
import io.lancang.trade.sdmx.request.Address;
import io.lancang.trade.sdmx.request.Negotiation;
import io.lancang.trade.sdmx.request.Negotiation.Format;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import io.lancang.trade.sdmx.series.ProductSeriesRepository;
import io.lancang.trade.sdmx.series.Series;
import io.lancang.trade.sdmx.series.SeriesSource;
import io.lancang.trade.sdmx.series.TotalSeries;
import io.lancang.trade.sdmx.structure.Artefacts;
import io.lancang.trade.sdmx.structure.Codes;
import io.lancang.trade.sdmx.structure.CodesRepository;
import io.lancang.trade.sdmx.structure.Dataflow;
import io.lancang.trade.sdmx.structure.StructureQuery;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The SDMX REST API below {@code /sdmx}, and below {@code /export/sdmx}, where the gateway finds it: {@code structure}, {@code data} and
 * {@code availability}.
 */
@Singleton
class SdmxRoutes {
    private static final Logger LOG = Logger.getLogger(SdmxRoutes.class);
    private static final List<String> ENTRY_POINTS = List.of("/sdmx", "/export/sdmx");
    /** Series that are written at once. */
    private static final int AT_ONCE = 32;

    private final CodesRepository codes;
    private final TotalSeries totals;
    private final ProductSeriesRepository products;
    private final SendingConfig sending;

    SdmxRoutes(CodesRepository codes, TotalSeries totals, ProductSeriesRepository products, SendingConfig sending) {
        this.codes = codes;
        this.totals = totals;
        this.products = products;
        this.sending = sending;
    }

    void register(@Observes Router router) {
        for (String entry : ENTRY_POINTS) {
            router.get(entry + "/*").handler(routing -> answer(routing, entry));
        }
    }

    private void answer(RoutingContext routing, String entry) {
        HttpServerRequest request = routing.request();
        Uni.createFrom()
                .item(() -> Address.of(String.valueOf(request.path()).substring(entry.length()), request.query()))
                .chain(address -> codes.artefacts().chain(kept -> switch (address.segment(0)) {
                    case "structure" -> structure(routing, address, kept);
                    case "data" -> data(routing, address, kept.dataflow(address));
                    case "availability" -> availability(routing, address, kept.dataflow(address));
                    default ->
                        throw new SdmxException(
                                Problem.SYNTAX,
                                "There is no '" + address.segment(0) + "'. There are " + StructureQuery.FORM + ", "
                                        + Artefacts.DATA_FORM + " and " + Availability.FORM + ".");
                }))
                .subscribe()
                .with(done -> LOG.debugf("Answered %s", request.uri()), failure -> fail(routing, failure));
    }

    private Uni<Void> structure(RoutingContext routing, Address address, Artefacts kept) {
        StructureQuery query = StructureQuery.of(address, kept);
        Set<Classification> products = query.isStub() ? Set.of() : kept.classificationsOf(query.artefacts());
        return codes.read(products)
                .chain(read -> json(
                        routing,
                        new StructureMessage(query, kept, read).written(now()).encode()));
    }

    private Uni<Void> availability(RoutingContext routing, Address address, Dataflow dataflow) {
        Availability availability = Availability.of(address, dataflow);
        return read(dataflow)
                .chain(read -> source(dataflow)
                        .read(
                                DataQuery.of(Availability.ofData(address), dataflow, read),
                                read,
                                series -> series.onItem()
                                        .invoke(availability::add)
                                        .onItem()
                                        .ignoreAsUni()))
                .chain(() -> json(routing, availability.message(now()).encode()));
    }

    private Uni<Codes> read(Dataflow dataflow) {
        Classification classification = dataflow.structure().classification();
        return codes.read(classification == null ? Set.of() : Set.of(classification));
    }

    private SeriesSource source(Dataflow dataflow) {
        return dataflow.structure().classification() == null ? totals : products;
    }

    private static Uni<Void> json(RoutingContext routing, String text) {
        Format format = Negotiation.choose(routing.request().getHeader("accept"), List.of(Format.STRUCTURE_JSON));
        return begin(routing, format).end(text);
    }

    private Uni<Void> data(RoutingContext routing, Address address, Dataflow dataflow) {
        return read(dataflow).chain(read -> {
            DataQuery query = DataQuery.of(address, dataflow, read);
            Format format = Negotiation.choose(routing.request().getHeader("accept"), Format.ofData());
            DataMessage message = switch (format) {
                case DATA_CSV -> new CsvMessage(query);
                case DATA_JSON -> new JsonMessage(query, read, now());
                case STRUCTURE_JSON -> throw new IllegalStateException("Data are no structure");
            };
            return source(dataflow)
                    .read(query, read, series -> written(routing, format, message, series))
                    .chain(() -> {
                        if (!routing.response().headWritten()) {
                            throw Messages.noData(dataflow);
                        }
                        return HttpServerResponse.newInstance(routing.response())
                                .end(message.tail());
                    });
        });
    }

    /** Nothing is begun before the first series is there, so that none can be told by the status. */
    private Uni<Void> written(RoutingContext routing, Format format, DataMessage message, Multi<Series> series) {
        HttpServerResponse response = HttpServerResponse.newInstance(routing.response());
        return series.group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(pieces -> taken(response.write(text(routing, format, message, pieces))))
                .onItem()
                .ignoreAsUni();
    }

    private static String text(RoutingContext routing, Format format, DataMessage message, List<Series> pieces) {
        StringBuilder text = new StringBuilder();
        if (!routing.response().headWritten()) {
            begin(routing, format).setChunked(true);
            text.append(message.head());
        }
        pieces.forEach(piece -> text.append(message.series(piece)));
        return text.toString();
    }

    private static HttpServerResponse begin(RoutingContext routing, Format format) {
        return HttpServerResponse.newInstance(routing.response())
                .putHeader("content-type", format.contentType())
                .putHeader("content-language", "en")
                .putHeader("vary", "Accept");
    }

    private Uni<Void> taken(Uni<Void> written) {
        return written.ifNoItem()
                .after(sending.patience())
                .failWith(() -> new SdmxException(
                        Problem.UNAVAILABLE, "A piece of the answer was not read within " + sending.patience() + "."));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What was begun cannot be taken back: then the connection is closed, so that the client does not take a part for all. */
    private static void fail(RoutingContext routing, Throwable failure) {
        if (routing.response().headWritten() || routing.response().closed()) {
            LOG.infof("The answer to %s broke off: %s", routing.request().uri(), failure);
            routing.response().reset();
            return;
        }
        SdmxException refusal = refusalOf(failure);
        routing.response()
                .setChunked(false)
                .setStatusCode(refusal.problem().status())
                .putHeader("content-type", "application/json")
                .putHeader("vary", "Accept")
                .end(refusal.message().encode());
    }

    private static SdmxException refusalOf(Throwable failure) {
        if (failure instanceof SdmxException refusal) {
            return refusal;
        }
        if (failure instanceof ServiceException refusal) {
            return SdmxException.of(refusal);
        }
        return DatabaseFailure.explained(failure).map(SdmxException::of).orElseGet(() -> {
            String id = UUID.randomUUID().toString();
            LOG.errorf(failure, "Error %s", id);
            return new SdmxException(
                    Problem.INTERNAL,
                    "A fault in the service (error " + id + "). Report the id; the log has the rest.");
        });
    }
}
