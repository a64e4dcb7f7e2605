package io.tradewind.monitoring.drift;

/** Where a version's reference stands. */
sealed interface ReferenceState {

    /** It is here. */
    record Ready(DriftReference reference) implements ReferenceState {}

    /** It is being looked for; rows are kept until then. */
    record Wanted() implements ReferenceState {}

    /** The registry has none; drift of this version cannot be measured. */
    record Absent(String reason) implements ReferenceState {}
}
