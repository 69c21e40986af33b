package dev.rowan.row;

import java.io.Serializable;

/**
 * Makes a record of the values of a row, in order: the common parent of the generated {@code Constructor1} to
 * {@code Constructor22}. It is serializable only so that a constructor reference such as {@code OrderView::new} can be
 * traced back to its record, whose component names are then checked; a lambda cannot be, and so opts out of that check.
 */
public interface RowConstructor extends Serializable {}
