package io.tradewind.monitoring.statistics;

/** A cohort that has predicted lately, and how much: as long as the counts stay the same so do its figures. */
public record ActiveCohort(Cohort cohort, long predictions, long joined) {}
