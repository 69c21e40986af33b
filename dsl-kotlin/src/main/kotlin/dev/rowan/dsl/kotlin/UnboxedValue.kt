package dev.rowan.dsl.kotlin

import java.lang.invoke.MethodHandle
import java.lang.invoke.MethodHandles
import java.lang.invoke.MethodType
import java.util.Objects
import kotlin.metadata.KmClassifier
import kotlin.metadata.KmType
import kotlin.metadata.isNullable

/** A value class where the compiler has what it holds travel in its place. */
internal class UnboxedValue
private constructor(
    val wrapper: Class<*>,
    private val raw: Class<*>,
    private val takesNull: Boolean,
    private val lookup: MethodHandles.Lookup,
) {

    /** `(raw)wrapper` */
    fun box(): MethodHandle =
        ofNullable(lookup.findStatic(wrapper, "box-impl", MethodType.methodType(wrapper, raw)), raw, wrapper)

    /** `(wrapper)raw` */
    fun unbox(): MethodHandle =
        ofNullable(lookup.findVirtual(wrapper, "unbox-impl", MethodType.methodType(raw)), wrapper, raw)

    /** `(wrapper)raw`, whose result is of no use. */
    fun ignored(): MethodHandle = MethodHandles.empty(MethodType.methodType(raw, wrapper))

    private fun ofNullable(handle: MethodHandle, from: Class<*>, to: Class<*>): MethodHandle =
        if (takesNull) {
            val isNull = IS_NULL.asType(MethodType.methodType(java.lang.Boolean.TYPE, from))
            MethodHandles.guardWithTest(isNull, MethodHandles.empty(MethodType.methodType(to, from)), handle)
        } else {
            handle
        }

    companion object {
        private val IS_NULL =
            MethodHandles.publicLookup()
                .findStatic(
                    Objects::class.java,
                    "isNull",
                    MethodType.methodType(java.lang.Boolean.TYPE, Any::class.java),
                )

        /** How a parameter of a data class travels, or null if as it is declared. */
        fun of(owner: Class<*>, declared: KmType, raw: Class<*>, lookup: MethodHandles.Lookup): UnboxedValue? {
            val wrapper = (declared.classifier as? KmClassifier.Class)?.let { find(it.name, owner.classLoader) }
            val unboxed = wrapper != null && wrapper != raw && wrapper.isAnnotationPresent(JvmInline::class.java)
            return if (unboxed) UnboxedValue(wrapper, raw, declared.isNullable, lookup) else null
        }

        private fun find(name: String, loader: ClassLoader?): Class<*>? =
            try {
                Class.forName(name.replace('.', '$').replace('/', '.'), false, loader)
            } catch (_: ClassNotFoundException) {
                null // a class of Kotlin that is one of Java's, such as kotlin.Int
            }
    }
}
