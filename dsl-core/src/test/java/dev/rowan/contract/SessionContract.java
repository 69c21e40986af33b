package dev.rowan.contract;

/** What a dialect must do in a session whose settings change what a quote or a backslash means. */
public abstract class SessionContract extends SharedDatabase implements NameContract, HostileContract {
    /** For subclasses. */
    protected SessionContract() {}
}
