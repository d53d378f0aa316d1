package org.exops.ingest.run;

/** Lets evidence for an unknown experiment in as long as its team has room to park; asks once. */
final class ParkingAllowance implements MeteredStream.Allowance {
    private final Upload upload;
    private final RunBook book;
    private final IngestConfig config;
    private long left = -1;

    ParkingAllowance(Upload upload, RunBook book, IngestConfig config) {
        this.upload = upload;
        this.book = book;
        this.config = config;
    }

    @Override
    public void check(long bytes) {
        if (!upload.isParked()) {
            return;
        }
        if (left < 0) {
            left = Math.max(
                    0, book.parkingLeft(upload.admission().team()).await().atMost(config.patience()));
        }
        if (bytes > left) {
            throw RunBook.parkingFull(config.parking().perTeam().asLongValue());
        }
    }
}
