package org.exops.window.enforcement.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.exops.window.enforcement.model.Enforcement;
import org.exops.window.enforcement.model.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger.
 *
 * @param position in the chain of its surface, from 1
 * @param hash SHA-256 in hex over the entry and {@code previousHash}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnforcementView(
        String surface,
        long position,
        Instant at,
        Enforcement.Kind kind,
        @Nullable String experiment,
        @Nullable UUID experimentId,
        Map<String, Object> facts,
        String previousHash,
        String hash) {

    static EnforcementView from(LedgerEntry entry) {
        Enforcement.Subject subject = entry.enforcement().subject();
        return new EnforcementView(
                entry.enforcement().surface(),
                entry.position(),
                entry.at(),
                entry.enforcement().kind(),
                subject == null ? null : subject.key(),
                subject == null ? null : subject.id(),
                entry.enforcement().facts(),
                entry.previousHash(),
                entry.hash());
    }
}
