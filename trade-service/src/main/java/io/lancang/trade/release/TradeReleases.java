package io.lancang.trade.release;

import io.lancang.kit.provenance.SourceDataset;
import io.lancang.kit.release.Dataset;
import io.lancang.kit.release.PackagedFile;
import io.lancang.kit.release.PackagedReleases;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** The files that ship with this service. */
@Singleton
class TradeReleases implements PackagedReleases {
    @Override
    public List<Packaged> inOrder() {
        return Stream.of(
                        SourceDataset.SOURCES,
                        TermFiles.PARTNERS,
                        TermFiles.BLOCS,
                        MembershipFile.MEMBERSHIPS,
                        IndicatorFile.INDICATORS,
                        FlowFiles.DOTS,
                        FlowFiles.GACC,
                        HeadlineFile.HEADLINES)
                .map(TradeReleases::packaged)
                .toList();
    }

    private static Packaged packaged(Dataset dataset) {
        return new Packaged(dataset, new PackagedFile(dataset.id() + ".csv"));
    }
}
