package org.exops.registry.experiment.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.registry.experiment.Admissions;
import org.exops.registry.experiment.model.Admission;

/** Admissions in PostgreSQL. */
@ApplicationScoped
class PgAdmissions implements Admissions, PanacheRepositoryBase<AdmissionRow, AdmissionRow.Key> {

    @Override
    public Uni<Void> add(UUID experiment, Admission admission) {
        return persistAndFlush(AdmissionRow.of(experiment, admission)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Admission>> newest(UUID experiment) {
        return find("experimentId = ?1", Sort.descending("revision"), experiment)
                .<AdmissionRow>firstResult()
                .map(row -> Optional.ofNullable(row).map(AdmissionRow::admission));
    }

    @Override
    public Uni<List<Admission>> of(UUID experiment) {
        return list("experimentId = ?1", Sort.ascending("revision"), experiment)
                .map(rows -> rows.stream().map(AdmissionRow::admission).toList());
    }
}
