package org.exops.registry.experiment.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.exops.kit.json.EventJson;
import org.exops.registry.experiment.model.Admission;
import org.exops.registry.transaction.DocumentColumn;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code experiment_admission}: one thing that was heard. */
@Entity
@RegisterForReflection(targets = Admission.class, registerFullHierarchy = true)
@Immutable
@IdClass(AdmissionRow.Key.class)
@Table(name = "experiment_admission")
class AdmissionRow {
    @Id
    @Column(name = "experiment_id")
    UUID experimentId = new UUID(0, 0);

    @Id
    long revision;

    @ColumnTransformer(read = "document #>> '{}'", write = DocumentColumn.WRITE)
    String document = "";

    static AdmissionRow of(UUID experiment, Admission admission) {
        AdmissionRow row = new AdmissionRow();
        row.experimentId = experiment;
        row.revision = admission.revision();
        row.document = EventJson.text(admission);
        return row;
    }

    Admission admission() {
        return EventJson.read(document, Admission.class);
    }

    /** The two columns of the key, as JPA wants them. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Nullable
        UUID experimentId;

        long revision;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && revision == that.revision
                    && Objects.equals(experimentId, that.experimentId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(experimentId, revision);
        }
    }
}
