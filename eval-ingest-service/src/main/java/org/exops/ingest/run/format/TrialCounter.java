package org.exops.ingest.run.format;

import java.util.Arrays;

/**
 * Numbers the repeats of a case in file order. Holds 12 bytes a case instead of its name; two names that share a 64-bit hash only
 * make one of them start at trial 1, which changes no sum.
 */
final class TrialCounter {
    private long[] hashes = new long[1 << 10];
    private int[] counts = new int[1 << 10];
    private int size;

    int next(String variant, String caseId) {
        if (size * 2 > hashes.length) {
            grow();
        }
        long hash = hash(variant, caseId);
        int slot = slot(hashes, hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            size++;
        }
        return counts[slot]++;
    }

    private void grow() {
        long[] wider = new long[hashes.length * 2];
        int[] moved = new int[wider.length];
        for (int index = 0; index < hashes.length; index++) {
            if (hashes[index] != 0) {
                int slot = slot(wider, hashes[index]);
                wider[slot] = hashes[index];
                moved[slot] = counts[index];
            }
        }
        hashes = wider;
        counts = Arrays.copyOf(moved, moved.length);
    }

    private static int slot(long[] table, long hash) {
        int slot = (int) (hash >>> 32) & (table.length - 1);
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    // FNV-1a over UTF-16, then the finaliser of MurmurHash3; never 0, which marks a free slot.
    private static long hash(String variant, String caseId) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < variant.length(); index++) {
            hash = (hash ^ variant.charAt(index)) * 0x100000001b3L;
        }
        hash = (hash ^ 0xffff) * 0x100000001b3L;
        for (int index = 0; index < caseId.length(); index++) {
            hash = (hash ^ caseId.charAt(index)) * 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
