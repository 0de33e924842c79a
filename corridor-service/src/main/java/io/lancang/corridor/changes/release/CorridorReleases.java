package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.corridor.ground.vocabulary.Vocabulary;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.provenance.SourceDataset;
import io.lancang.kit.startup.PackagedFile;
import io.lancang.kit.startup.PackagedReleases;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The files of this service, in the order in which their rows refer to each other: a first release of each dataset, and then what
 * was found since, as a release of its own, so that the first state can be asked for.
 */
@Singleton
public class CorridorReleases implements PackagedReleases {
    private final Map<String, Function<List<String>, Dataset>> datasets = new LinkedHashMap<>();
    private final Map<String, Dataset> wholes = new HashMap<>();
    private final List<Packaged> packaged = new ArrayList<>();

    public CorridorReleases() {
        Vocabulary vocabulary = Vocabulary.packaged();
        CountryCodes countries = CountryCodes.packaged();
        CorridorTable locations = new LocationsFile(vocabulary, countries);
        CorridorTable corridors = new CorridorsFile(vocabulary, countries);
        CorridorTable segments = new SegmentsFile(vocabulary);
        CorridorTable throughput = new ThroughputFile(vocabulary, countries);
        first(new PackagedFile("sources.csv"), SourceDataset.SOURCES);
        first(new PackagedFile("countries.csv"), CountriesFile.dataset());
        first(new MappedFile("nodes.csv"), locations);
        first(new MappedFile("corridors.csv"), corridors);
        first(new MappedFile("segments.csv"), segments);
        first(new MappedFile("zones.csv"), new ZonesFile(vocabulary));
        first(new PackagedFile("industrial_transfers.csv"), new IndustrialTransfersFile());
        first(new MappedFile("flows.csv"), throughput);
        packaged.add(new Packaged(SourceDataset.SOURCES, new PackagedFile("sources-2026-11.csv"), Replacement.SLICES));
        more(new MappedFile("nodes-2026-11.csv"), locations);
        more(new MappedFile("corridors-2026-11.csv"), corridors);
        more(new MappedFile("segments-2026-11.csv"), segments);
        more(new MappedFile("flows-2026-11.csv"), throughput);
        onlyMore(new PackagedFile("milestones.csv"), new MilestonesFile());
        onlyMore(new PackagedFile("names.csv"), new NamesFile());
    }

    private void first(ReleaseFile file, Dataset dataset) {
        datasets.put(dataset.id(), header -> dataset);
        wholes.put(dataset.id(), dataset);
        packaged.add(new Packaged(dataset, file));
    }

    private void first(ReleaseFile file, CorridorTable table) {
        packaged.add(new Packaged(known(table), file));
    }

    /** A file with all columns that a file of its kind may have. */
    private void more(ReleaseFile file, CorridorTable table) {
        packaged.add(new Packaged(table.dataset(table.columns().shipped()), file, Replacement.SLICES));
    }

    private void onlyMore(ReleaseFile file, CorridorTable table) {
        known(table);
        more(file, table);
    }

    private Dataset known(CorridorTable table) {
        Dataset shipped = table.dataset(table.columns().required());
        datasets.put(shipped.id(), header -> table.dataset(table.columns().of(header)));
        wholes.put(shipped.id(), table.dataset(table.columns().all()));
        return shipped;
    }

    @Override
    public List<Packaged> inOrder() {
        return List.copyOf(packaged);
    }

    /** The codes of the datasets. */
    public Set<String> codes() {
        return Set.copyOf(datasets.keySet());
    }

    /** The dataset of this code with every table that a file may fill; empty if there is none. */
    public Optional<Dataset> whole(String code) {
        return Optional.ofNullable(wholes.get(code));
    }

    /** The dataset of this code, made for a file with these columns; empty if there is none. */
    public Optional<Dataset> dataset(String code, List<String> header) {
        return Optional.ofNullable(datasets.get(code)).map(made -> made.apply(header));
    }
}
