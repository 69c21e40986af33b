package dev.rowan.migrate;

/** That rows may be lost: a word that has to be written where it is meant. */
public enum Destruction {
    /** It is meant. */
    CONFIRMED
}
