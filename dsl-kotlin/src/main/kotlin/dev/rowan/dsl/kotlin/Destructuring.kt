package dev.rowan.dsl.kotlin

import dev.rowan.row.Row10
import dev.rowan.row.Row2
import dev.rowan.row.Row3
import dev.rowan.row.Row4
import dev.rowan.row.Row5
import dev.rowan.row.Row6
import dev.rowan.row.Row7
import dev.rowan.row.Row8
import dev.rowan.row.Row9

/** `val (a, b) = row` takes a row of 2 apart. */
public operator fun <A1> Row2<A1, *>.component1(): A1 = value1

/** The value at place 2 of a row of 2. */
public operator fun <A2> Row2<*, A2>.component2(): A2 = value2

/** `val (a, b, c) = row` takes a row of 3 apart. */
public operator fun <A1> Row3<A1, *, *>.component1(): A1 = value1

/** The value at place 2 of a row of 3. */
public operator fun <A2> Row3<*, A2, *>.component2(): A2 = value2

/** The value at place 3 of a row of 3. */
public operator fun <A3> Row3<*, *, A3>.component3(): A3 = value3

/** `val (a, b, c, d) = row` takes a row of 4 apart. */
public operator fun <A1> Row4<A1, *, *, *>.component1(): A1 = value1

/** The value at place 2 of a row of 4. */
public operator fun <A2> Row4<*, A2, *, *>.component2(): A2 = value2

/** The value at place 3 of a row of 4. */
public operator fun <A3> Row4<*, *, A3, *>.component3(): A3 = value3

/** The value at place 4 of a row of 4. */
public operator fun <A4> Row4<*, *, *, A4>.component4(): A4 = value4

/** `val (a, b, c, d, e) = row` takes a row of 5 apart. */
public operator fun <A1> Row5<A1, *, *, *, *>.component1(): A1 = value1

/** The value at place 2 of a row of 5. */
public operator fun <A2> Row5<*, A2, *, *, *>.component2(): A2 = value2

/** The value at place 3 of a row of 5. */
public operator fun <A3> Row5<*, *, A3, *, *>.component3(): A3 = value3

/** The value at place 4 of a row of 5. */
public operator fun <A4> Row5<*, *, *, A4, *>.component4(): A4 = value4

/** The value at place 5 of a row of 5. */
public operator fun <A5> Row5<*, *, *, *, A5>.component5(): A5 = value5

/** `val (a, b, c, d, e, f) = row` takes a row of 6 apart. */
public operator fun <A1> Row6<A1, *, *, *, *, *>.component1(): A1 = value1

/** The value at place 2 of a row of 6. */
public operator fun <A2> Row6<*, A2, *, *, *, *>.component2(): A2 = value2

/** The value at place 3 of a row of 6. */
public operator fun <A3> Row6<*, *, A3, *, *, *>.component3(): A3 = value3

/** The value at place 4 of a row of 6. */
public operator fun <A4> Row6<*, *, *, A4, *, *>.component4(): A4 = value4

/** The value at place 5 of a row of 6. */
public operator fun <A5> Row6<*, *, *, *, A5, *>.component5(): A5 = value5

/** The value at place 6 of a row of 6. */
public operator fun <A6> Row6<*, *, *, *, *, A6>.component6(): A6 = value6

/** `val (a, b, c, d, e, f, g) = row` takes a row of 7 apart. */
public operator fun <A1> Row7<A1, *, *, *, *, *, *>.component1(): A1 = value1

/** The value at place 2 of a row of 7. */
public operator fun <A2> Row7<*, A2, *, *, *, *, *>.component2(): A2 = value2

/** The value at place 3 of a row of 7. */
public operator fun <A3> Row7<*, *, A3, *, *, *, *>.component3(): A3 = value3

/** The value at place 4 of a row of 7. */
public operator fun <A4> Row7<*, *, *, A4, *, *, *>.component4(): A4 = value4

/** The value at place 5 of a row of 7. */
public operator fun <A5> Row7<*, *, *, *, A5, *, *>.component5(): A5 = value5

/** The value at place 6 of a row of 7. */
public operator fun <A6> Row7<*, *, *, *, *, A6, *>.component6(): A6 = value6

/** The value at place 7 of a row of 7. */
public operator fun <A7> Row7<*, *, *, *, *, *, A7>.component7(): A7 = value7

/** `val (a, b, c, d, e, f, g, h) = row` takes a row of 8 apart. */
public operator fun <A1> Row8<A1, *, *, *, *, *, *, *>.component1(): A1 = value1

/** The value at place 2 of a row of 8. */
public operator fun <A2> Row8<*, A2, *, *, *, *, *, *>.component2(): A2 = value2

/** The value at place 3 of a row of 8. */
public operator fun <A3> Row8<*, *, A3, *, *, *, *, *>.component3(): A3 = value3

/** The value at place 4 of a row of 8. */
public operator fun <A4> Row8<*, *, *, A4, *, *, *, *>.component4(): A4 = value4

/** The value at place 5 of a row of 8. */
public operator fun <A5> Row8<*, *, *, *, A5, *, *, *>.component5(): A5 = value5

/** The value at place 6 of a row of 8. */
public operator fun <A6> Row8<*, *, *, *, *, A6, *, *>.component6(): A6 = value6

/** The value at place 7 of a row of 8. */
public operator fun <A7> Row8<*, *, *, *, *, *, A7, *>.component7(): A7 = value7

/** The value at place 8 of a row of 8. */
public operator fun <A8> Row8<*, *, *, *, *, *, *, A8>.component8(): A8 = value8

/** `val (a, b, c, d, e, f, g, h, i) = row` takes a row of 9 apart. */
public operator fun <A1> Row9<A1, *, *, *, *, *, *, *, *>.component1(): A1 = value1

/** The value at place 2 of a row of 9. */
public operator fun <A2> Row9<*, A2, *, *, *, *, *, *, *>.component2(): A2 = value2

/** The value at place 3 of a row of 9. */
public operator fun <A3> Row9<*, *, A3, *, *, *, *, *, *>.component3(): A3 = value3

/** The value at place 4 of a row of 9. */
public operator fun <A4> Row9<*, *, *, A4, *, *, *, *, *>.component4(): A4 = value4

/** The value at place 5 of a row of 9. */
public operator fun <A5> Row9<*, *, *, *, A5, *, *, *, *>.component5(): A5 = value5

/** The value at place 6 of a row of 9. */
public operator fun <A6> Row9<*, *, *, *, *, A6, *, *, *>.component6(): A6 = value6

/** The value at place 7 of a row of 9. */
public operator fun <A7> Row9<*, *, *, *, *, *, A7, *, *>.component7(): A7 = value7

/** The value at place 8 of a row of 9. */
public operator fun <A8> Row9<*, *, *, *, *, *, *, A8, *>.component8(): A8 = value8

/** The value at place 9 of a row of 9. */
public operator fun <A9> Row9<*, *, *, *, *, *, *, *, A9>.component9(): A9 = value9

/** `val (a, b, c, d, e, f, g, h, i, j) = row` takes a row of 10 apart. */
public operator fun <A1> Row10<A1, *, *, *, *, *, *, *, *, *>.component1(): A1 = value1

/** The value at place 2 of a row of 10. */
public operator fun <A2> Row10<*, A2, *, *, *, *, *, *, *, *>.component2(): A2 = value2

/** The value at place 3 of a row of 10. */
public operator fun <A3> Row10<*, *, A3, *, *, *, *, *, *, *>.component3(): A3 = value3

/** The value at place 4 of a row of 10. */
public operator fun <A4> Row10<*, *, *, A4, *, *, *, *, *, *>.component4(): A4 = value4

/** The value at place 5 of a row of 10. */
public operator fun <A5> Row10<*, *, *, *, A5, *, *, *, *, *>.component5(): A5 = value5

/** The value at place 6 of a row of 10. */
public operator fun <A6> Row10<*, *, *, *, *, A6, *, *, *, *>.component6(): A6 = value6

/** The value at place 7 of a row of 10. */
public operator fun <A7> Row10<*, *, *, *, *, *, A7, *, *, *>.component7(): A7 = value7

/** The value at place 8 of a row of 10. */
public operator fun <A8> Row10<*, *, *, *, *, *, *, A8, *, *>.component8(): A8 = value8

/** The value at place 9 of a row of 10. */
public operator fun <A9> Row10<*, *, *, *, *, *, *, *, A9, *>.component9(): A9 = value9

/** The value at place 10 of a row of 10. */
public operator fun <A10> Row10<*, *, *, *, *, *, *, *, *, A10>.component10(): A10 = value10
