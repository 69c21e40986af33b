package dev.rowan.soak;

import dev.rowan.row.Many;

/** A letter. */
record Letter(long id, String body, Many<Copy> copies) {}
