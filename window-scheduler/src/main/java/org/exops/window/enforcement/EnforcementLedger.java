package org.exops.window.enforcement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.exops.kit.transaction.Transactions;
import org.exops.window.enforcement.model.LedgerEntry;
import org.jspecify.annotations.Nullable;

/** Where the ledger is read. */
@ApplicationScoped
public class EnforcementLedger {
    private final Transactions transactions;
    private final Enforcements enforcements;

    EnforcementLedger(Transactions transactions, Enforcements enforcements) {
        this.transactions = transactions;
        this.enforcements = enforcements;
    }

    /**
     * Entries, oldest first.
     *
     * @param experiment id or key; absent for all
     * @param after the id before the first wanted one; 0 for the first page
     */
    public Uni<List<LedgerEntry>> page(@Nullable String experiment, long after, int limit) {
        return transactions.inTransaction(connection -> enforcements.page(connection, experiment, after, limit));
    }
}
