package org.exops.ingest.run;

/**
 * Ends the reading of evidence for an unknown experiment that is more than its team may park at all. What others of the team have
 * parked is looked at once its content is known: the same content again takes no more room.
 */
final class ParkingAllowance implements MeteredStream.Allowance {
    private final Upload upload;
    private final IngestConfig config;

    ParkingAllowance(Upload upload, IngestConfig config) {
        this.upload = upload;
        this.config = config;
    }

    @Override
    public void check(long bytes) {
        long most = config.parking().perTeam().asLongValue();
        if (bytes > most && upload.isParked()) {
            throw RunBook.parkingFull(most);
        }
    }
}
