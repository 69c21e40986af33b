package dev.rowan.execute;

/**
 * How busy a pool is, at one moment.
 *
 * @param active how many connections are in use
 * @param idle how many are not
 * @param waiting how many callers wait for one
 * @param total how many connections there are
 */
public record PoolStatistics(int active, int idle, int waiting, int total) {}
