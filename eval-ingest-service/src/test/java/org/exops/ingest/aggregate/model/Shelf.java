package org.exops.ingest.aggregate.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.run.model.Observation;

/** Keeps states between batches in their stored form, as the database does. */
final class Shelf {
    private final Plan plan;
    private final Map<EvidenceBatch.CaseName, byte[]> cases = new HashMap<>();
    private final Map<String, byte[]> clusters = new HashMap<>();
    private byte[] totals;

    Shelf(Plan plan) {
        this.plan = plan;
        this.totals = Frozen.of(new EvidenceTotals(plan));
    }

    List<Observation> count(UUID run, List<Observation> observations) {
        EvidenceTotals current = totals();
        EvidenceBatch batch = new EvidenceBatch(current);
        for (String caseId : EvidenceBatch.casesOf(observations)) {
            for (int variant = 0; variant < plan.variants().size(); variant++) {
                EvidenceBatch.CaseName name = new EvidenceBatch.CaseName(caseId, variant);
                if (cases.containsKey(name)) {
                    batch.load(new EvidenceBatch.StoredCase(name, cases.get(name)));
                }
            }
        }
        for (String cluster : batch.clustersOf(observations)) {
            if (clusters.containsKey(cluster)) {
                batch.load(new EvidenceBatch.StoredCluster(cluster, clusters.get(cluster)));
            }
        }
        List<Observation> repeated = batch.count(run, observations);
        batch.changedCases().forEach(changed -> cases.put(changed.name(), changed.state()));
        batch.changedClusters().forEach(changed -> clusters.put(changed.cluster(), changed.state()));
        totals = Frozen.of(current);
        return repeated;
    }

    EvidenceTotals totals() {
        return Frozen.totals(totals, plan);
    }

    int sizeOfTotals() {
        return totals.length;
    }

    int sizeOfCase(String caseId, int variant) {
        return cases.getOrDefault(new EvidenceBatch.CaseName(caseId, variant), new byte[0]).length;
    }
}
