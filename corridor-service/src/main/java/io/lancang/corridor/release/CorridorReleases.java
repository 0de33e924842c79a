package io.lancang.corridor.release;

import io.lancang.corridor.vocabulary.CountryCodes;
import io.lancang.corridor.vocabulary.Vocabulary;
import io.lancang.kit.provenance.SourceDataset;
import io.lancang.kit.release.PackagedFile;
import io.lancang.kit.release.PackagedReleases;
import jakarta.inject.Singleton;
import java.util.List;

/** The files of this service, in the order in which their rows refer to each other. */
@Singleton
public class CorridorReleases implements PackagedReleases {
    @Override
    public List<Packaged> inOrder() {
        Vocabulary vocabulary = Vocabulary.packaged();
        CountryCodes countries = CountryCodes.packaged();
        return List.of(
                new Packaged(SourceDataset.SOURCES, new PackagedFile("sources.csv")),
                new Packaged(CountriesFile.dataset(), new PackagedFile("countries.csv")),
                new Packaged(new LocationsFile(vocabulary, countries).dataset(), new MappedFile("nodes.csv")),
                new Packaged(new CorridorsFile(vocabulary, countries).dataset(), new MappedFile("corridors.csv")),
                new Packaged(new SegmentsFile(vocabulary).dataset(), new MappedFile("segments.csv")),
                new Packaged(new ZonesFile(vocabulary).dataset(), new MappedFile("zones.csv")),
                new Packaged(IndustrialTransfersFile.dataset(), new PackagedFile("industrial_transfers.csv")),
                new Packaged(new ThroughputFile(vocabulary, countries).dataset(), new MappedFile("flows.csv")));
    }
}
