package io.lancang.corridor.changes.edit;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.corridor.CorridorRepository;
import io.lancang.corridor.feature.throughput.Throughput;
import io.lancang.corridor.feature.throughput.ThroughputRepository;
import io.lancang.corridor.ground.fact.Programme;
import io.lancang.kit.argument.ReleaseNumbers;
import io.lancang.kit.edit.SourceEdits;
import io.lancang.kit.edit.Undoing;
import io.lancang.kit.provenance.Source;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Single facts in the graph: figures, programmes and sources, and how any of them is undone. */
@GraphQLApi
public class EditApi {
    private final ThroughputEdits figures;
    private final ProgrammeEdits programmes;
    private final SourceEdits sources;
    private final Undoing undoing;
    private final Audit audit;
    private final CorridorRepository corridors;
    private final ThroughputRepository throughputs;

    EditApi(
            ThroughputEdits figures,
            ProgrammeEdits programmes,
            SourceEdits sources,
            Undoing undoing,
            Audit audit,
            CorridorRepository corridors,
            ThroughputRepository throughputs) {
        this.figures = figures;
        this.programmes = programmes;
        this.sources = sources;
        this.undoing = undoing;
        this.audit = audit;
        this.corridors = corridors;
        this.throughputs = throughputs;
    }

    @Mutation
    @Description("Records a figure of what passes over a corridor or through a location. Needs the role `steward`.")
    public @NonNull Uni<Throughput> recordThroughput(
            @Name("throughput") @Description("The figure.") @NonNull NewThroughput throughput) {
        return figures.record(throughput).chain(throughputs::byId);
    }

    @Mutation
    @Description("Says that a corridor belongs to a programme of governments. Needs the role `steward`.")
    public @NonNull Uni<Corridor> addProgramme(
            @Name("corridor") @Description("Id of the corridor.") @Id @NonNull String corridor,
            @Name("programme") @Description("The programme.") @NonNull Programme programme,
            @Name("why") @Description("What speaks for it, for the record.") @NonNull String why,
            @Name("source") @Description("Id of the source that says so.") @Id @NonNull String source) {
        return programmes.add(corridor, programme, why, source).chain(() -> corridors.byId(corridor));
    }

    @Mutation
    @Description("Says that a corridor belongs to a programme no longer. Needs the role `steward`.")
    public @NonNull Uni<Corridor> endProgramme(
            @Name("corridor") @Description("Id of the corridor.") @Id @NonNull String corridor,
            @Name("programme") @Description("The programme.") @NonNull Programme programme,
            @Name("source") @Description("Id of the source that says so.") @Id @NonNull String source) {
        return programmes.end(corridor, programme, source).chain(() -> corridors.byId(corridor));
    }

    @Mutation
    @Description("Registers a source, which facts may cite from then on. Needs the role `steward`.")
    public @NonNull Uni<Source> registerNetworkSource(
            @Name("id") @Description("A new id: capital letters, digits and underscores, a letter first.") @Id @NonNull
                    String id,
            @Name("title") @Description("Title of the publication or data set.") @NonNull String title,
            @Name("locator") @Description("Where to find it: an address, or repository, path and commit.") @Nullable
                    String locator,
            @Name("licence") @Description("Licence or terms as far as they are known.") @Nullable String licence,
            @Name("date")
                    @Description(
                            "Date of publication or retrieval as the source gives it: a year, a month or a day, written YYYY,"
                                    + " YYYY-MM or YYYY-MM-DD.")
                    @Nullable
                    String date) {
        Source source = new Source(id, title, locator, licence, date);
        Arguments.checkSource(source);
        return sources.register(source);
    }

    @Mutation
    @Description(
            "Undoes a single fact: what it added is gone and what it replaced is there again, as a release of its own. Refused"
                    + " if that was changed again since, or if something refers to what is to be gone. Needs the role"
                    + " `steward`.")
    public @NonNull Uni<Edit> undoNetworkEdit(
            @Name("release") @Description("Number of the release that the fact is, see `edits`.") @Id @NonNull
                    String release) {
        return undoing.find(ReleaseNumbers.read("release", release, "`edits { nodes { release } }` tells numbers."))
                .chain(undoing::undo)
                .chain(audit::ofRelease);
    }
}
