/**
 * The contract of every dialect: subclass {@link dev.rowan.contract.DialectContract} and say how to make an empty
 * database, and its behaviours are tested on it. Extend {@link dev.rowan.contract.RenderingTest} to state the SQL of a
 * statement once for all dialects. Shipped as the test-jar of the core, for dialects made elsewhere too.
 */
@NullMarked
package dev.rowan.contract;

import org.jspecify.annotations.NullMarked;
