package org.exops.ingest.aggregate;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.ingest.aggregate.model.EvidenceTotals;
import org.exops.ingest.experiment.Experiments;

/** Front door: the evidence of an experiment as it stands, committed runs whole. */
@ApplicationScoped
public class EvidenceBook {
    private final Experiments experiments;
    private final Evidence evidence;
    private final Clock clock;

    EvidenceBook(Experiments experiments, Evidence evidence, Clock clock) {
        this.experiments = experiments;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** By key or id; of revision 0 before the first run; empty when the experiment is not known. */
    public Uni<Optional<EvidenceSnapshot>> read(String experiment) {
        return experiments
                .find(experiment)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : evidence.snapshot(found.get().id())
                                .map(standing -> Optional.of(standing.orElseGet(() -> new SnapshotDrawing(
                                                found.get(),
                                                new EvidenceTotals(found.get().plan()))
                                        .draw(0, clock.instant())))));
    }
}
