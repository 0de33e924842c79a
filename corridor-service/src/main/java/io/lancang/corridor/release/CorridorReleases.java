package io.lancang.corridor.release;

import io.lancang.corridor.vocabulary.CountryCodes;
import io.lancang.corridor.vocabulary.Vocabulary;
import io.lancang.kit.provenance.SourceDataset;
import io.lancang.kit.release.Dataset;
import io.lancang.kit.release.PackagedFile;
import io.lancang.kit.release.PackagedReleases;
import io.lancang.kit.release.ReleaseFile;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The files of this service, in the order in which their rows refer to each other. */
@Singleton
public class CorridorReleases implements PackagedReleases {
    private final Map<String, Table> tables = new LinkedHashMap<>();

    public CorridorReleases() {
        Vocabulary vocabulary = Vocabulary.packaged();
        CountryCodes countries = CountryCodes.packaged();
        add(new PackagedFile("sources.csv"), SourceDataset.SOURCES);
        add(new PackagedFile("countries.csv"), CountriesFile.dataset());
        add(new MappedFile("nodes.csv"), new LocationsFile(vocabulary, countries));
        add(new MappedFile("corridors.csv"), new CorridorsFile(vocabulary, countries));
        add(new MappedFile("segments.csv"), new SegmentsFile(vocabulary));
        add(new MappedFile("zones.csv"), new ZonesFile(vocabulary));
        add(new PackagedFile("industrial_transfers.csv"), new IndustrialTransfersFile());
        add(new MappedFile("flows.csv"), new ThroughputFile(vocabulary, countries));
    }

    /**
     * A table of the service.
     *
     * @param file the file that ships
     * @param dataset made for a file with these columns
     */
    private record Table(ReleaseFile file, Dataset shipped, Function<List<String>, Dataset> dataset) {}

    private void add(ReleaseFile file, Dataset dataset) {
        tables.put(dataset.id(), new Table(file, dataset, header -> dataset));
    }

    private void add(ReleaseFile file, CorridorTable table) {
        Dataset shipped = table.dataset(table.columns().required());
        tables.put(
                shipped.id(),
                new Table(file, shipped, header -> table.dataset(table.columns().of(header))));
    }

    @Override
    public List<Packaged> inOrder() {
        return tables.values().stream()
                .map(table -> new Packaged(table.shipped(), table.file()))
                .toList();
    }

    /** The codes of the datasets. */
    public Set<String> codes() {
        return Set.copyOf(tables.keySet());
    }

    /** The dataset of this code, made for a file with these columns; empty if there is none. */
    public Optional<Dataset> dataset(String code, List<String> header) {
        return Optional.ofNullable(tables.get(code))
                .map(table -> table.dataset().apply(header));
    }
}
