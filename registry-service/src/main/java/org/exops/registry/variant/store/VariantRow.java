package org.exops.registry.variant.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.exops.registry.transaction.DocumentColumn;
import org.exops.registry.variant.model.VariantContent;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A row of {@code variant}; {@code content} is JSON. */
@Entity
@RegisterForReflection(targets = VariantContent.class, registerFullHierarchy = true)
@Immutable
@Table(name = "variant")
class VariantRow {
    @Id
    String digest = "";

    @Column(nullable = false)
    @ColumnTransformer(read = "content #>> '{}'", write = DocumentColumn.WRITE)
    String content = "";
}
