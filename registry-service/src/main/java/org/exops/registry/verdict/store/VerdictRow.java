package org.exops.registry.verdict.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.exops.kit.json.EventJson;
import org.exops.registry.transaction.DocumentColumn;
import org.exops.registry.verdict.model.Verdict;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A row of {@code verdict}; written by statement, since the higher revision must win. */
@Entity
@RegisterForReflection(targets = Verdict.class, registerFullHierarchy = true)
@Immutable
@Table(name = "verdict")
class VerdictRow {
    @Id
    @Column(name = "experiment_id")
    UUID experimentId = new UUID(0, 0);

    @ColumnTransformer(read = "document #>> '{}'", write = DocumentColumn.WRITE)
    String document = "";

    Verdict verdict() {
        return EventJson.read(document, Verdict.class);
    }
}
