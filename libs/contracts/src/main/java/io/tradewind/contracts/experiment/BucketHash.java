package io.tradewind.contracts.experiment;

/**
 * GrowthBook's bucketing hash, version 2: FNV-1a of the decimal text of FNV-1a over seed and unit, modulo 10000.
 *
 * <p>It runs over UTF-16 code units, as the JavaScript original does; hashing UTF-8 bytes instead would send non-ASCII units
 * to other arms than every other implementation. Hashing twice removes the bias of nested experiments with similar seeds.
 * Source: GrowthBook SDK documentation, "hashVersion 2".
 */
public final class BucketHash {

    /** Number of buckets a unit can fall into. */
    public static final int BUCKETS = 10_000;

    private static final int OFFSET_BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private BucketHash() {}

    /** The unit's bucket under this seed, from 0 to 9999. Allocates nothing. */
    public static int bucket(CharSequence seed, CharSequence unit) {
        int inner = update(update(OFFSET_BASIS, seed), unit);
        return Integer.remainderUnsigned(decimal(inner), BUCKETS);
    }

    private static int update(int hash, CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** FNV-1a over the decimal digits of an unsigned 32-bit number, most significant first, without making a string. */
    private static int decimal(int number) {
        long rest = Integer.toUnsignedLong(number);
        long power = 1;
        while (rest / power >= 10) {
            power *= 10;
        }
        int hash = OFFSET_BASIS;
        for (; power > 0; power /= 10) {
            hash = (hash ^ (int) ('0' + rest / power % 10)) * PRIME;
        }
        return hash;
    }
}
