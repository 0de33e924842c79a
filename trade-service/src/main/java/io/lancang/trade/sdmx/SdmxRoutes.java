package io.lancang.trade.sdmx;

import io.lancang.kit.error.DatabaseFailure;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.export.SendingConfig;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.sdmx.Negotiation.Format;
import io.lancang.trade.totals.TotalsInMemory;
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
import java.util.UUID;
import java.util.concurrent.Semaphore;
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
    /** The totals of each reporter are read one after the other, which is much work of more than these. */
    private static final int FEW_REPORTERS = 8;

    private final PartnerRepository partners;
    private final ReporterRepository reporters;
    private final TotalsInMemory totals;
    private final Vantages vantages;
    private final SendingConfig sending;
    /** For requests of many reporters at the same time. */
    private final Semaphore places;

    SdmxRoutes(
            PartnerRepository partners,
            ReporterRepository reporters,
            TotalsInMemory totals,
            Vantages vantages,
            SendingConfig sending) {
        this.partners = partners;
        this.reporters = reporters;
        this.totals = totals;
        this.vantages = vantages;
        this.sending = sending;
        this.places = new Semaphore(sending.atOnce());
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
                .chain(address -> partners.candidates().map(Areas::new).chain(areas -> switch (address.segment(0)) {
                    case "structure" -> structure(routing, address, areas);
                    case "data" -> data(routing, address, areas);
                    case "availability" -> availability(routing, address, areas);
                    default ->
                        throw new SdmxException(
                                Problem.SYNTAX,
                                "There is no '" + address.segment(0) + "'. There are " + StructureQuery.FORM + ", "
                                        + DataQuery.FORM + " and " + Availability.FORM + ".");
                }))
                .subscribe()
                .with(done -> LOG.debugf("Answered %s", request.uri()), failure -> fail(routing, failure));
    }

    private static Uni<Void> structure(RoutingContext routing, Address address, Areas areas) {
        StructureQuery query = StructureQuery.of(address);
        return json(
                routing,
                StructureMessage.of(query.artefacts(), query, areas, now()).encode());
    }

    private Uni<Void> availability(RoutingContext routing, Address address, Areas areas) {
        Availability availability = Availability.of(address);
        return series(DataQuery.of(Availability.ofData(address), areas), areas)
                .onItem()
                .invoke(availability::add)
                .onItem()
                .ignoreAsUni()
                .chain(() -> json(routing, availability.message(now()).encode()));
    }

    private static Uni<Void> json(RoutingContext routing, String text) {
        Format format = Negotiation.choose(routing.request().getHeader("accept"), List.of(Format.STRUCTURE_JSON));
        return begin(routing, format).end(text);
    }

    private Uni<Void> data(RoutingContext routing, Address address, Areas areas) {
        DataQuery query = DataQuery.of(address, areas);
        Format format = Negotiation.choose(routing.request().getHeader("accept"), Format.ofData());
        DataMessage message = switch (format) {
            case DATA_CSV -> new CsvMessage(query);
            case DATA_JSON -> new JsonMessage(query, areas, now());
            case STRUCTURE_JSON -> throw new IllegalStateException("Data are no structure");
        };
        HttpServerResponse response = HttpServerResponse.newInstance(routing.response());
        // Nothing is begun before the first series is there, so that none can be told by the status.
        return series(query, areas)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(pieces -> taken(response.write(text(routing, format, message, pieces))))
                .onItem()
                .ignoreAsUni()
                .chain(() -> {
                    if (!routing.response().headWritten()) {
                        throw Messages.noData();
                    }
                    return response.end(message.tail());
                });
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

    /** The series that are asked for, found while they are taken, by reporter, partner, currency and indicator. */
    private Multi<Series> series(DataQuery query, Areas areas) {
        return vantages.lookUp(query.asOf())
                .chain(vantage -> reporters.ofYears(vantage).map(all -> new Asked(asked(all, query, areas), vantage)))
                .onItem()
                .transformToMulti(asked -> seriesOf(asked, query, areas));
    }

    private Multi<Series> seriesOf(Asked asked, DataQuery query, Areas areas) {
        boolean areMany = asked.reporters().size() > FEW_REPORTERS;
        if (areMany && !places.tryAcquire()) {
            throw new SdmxException(
                    Problem.UNAVAILABLE,
                    "This service answers " + sending.atOnce() + " requests for more than " + FEW_REPORTERS
                            + " reporters at a time, and does so now. Retry when one of them is done, or name reporters by REF_AREA.");
        }
        return Multi.createFrom()
                .iterable(asked.reporters())
                .onItem()
                .transformToMultiAndConcatenate(reporter -> seriesOf(reporter, asked.vantage(), query, areas))
                .onTermination()
                .invoke(() -> {
                    if (areMany) {
                        places.release();
                    }
                });
    }

    private record Asked(List<String> reporters, Vantage vantage) {}

    private static List<String> asked(List<String> reporters, DataQuery query, Areas areas) {
        return reporters.stream()
                .filter(reporter -> {
                    String area = areas.ofPartner(reporter);
                    return area != null && query.selection().takes(Component.REF_AREA, area);
                })
                .toList();
    }

    private Multi<Series> seriesOf(String reporter, Vantage vantage, DataQuery query, Areas areas) {
        String reporterArea = String.valueOf(areas.ofPartner(reporter));
        return totals.seenFrom(reporter, vantage).onItem().transformToMulti(seen -> {
            SeriesFinder finder = new SeriesFinder(query, seen, reporterArea);
            return Multi.createFrom()
                    .iterable(areas.partners().entrySet())
                    .select()
                    .where(area -> query.selection().takes(Component.COUNTERPART_AREA, area.getKey()))
                    .onItem()
                    .transformToIterable(area -> finder.of(area.getValue(), area.getKey()));
        });
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
