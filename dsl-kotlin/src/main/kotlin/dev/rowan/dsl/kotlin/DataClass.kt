package dev.rowan.dsl.kotlin

import dev.rowan.row.RowClass
import dev.rowan.row.RowComponent
import java.lang.invoke.MethodHandle
import java.lang.invoke.MethodHandles
import java.lang.invoke.MethodType
import kotlin.metadata.KmClass
import kotlin.metadata.KmClassifier
import kotlin.metadata.KmProperty
import kotlin.metadata.KmType
import kotlin.metadata.KmValueParameter
import kotlin.metadata.declaresDefaultValue
import kotlin.metadata.isNullable
import kotlin.metadata.isSecondary
import kotlin.metadata.jvm.fieldSignature
import kotlin.metadata.jvm.getterSignature
import kotlin.metadata.jvm.signature

/** A data class as its metadata describe it. */
internal class DataClass
private constructor(
    private val type: Class<*>,
    private val lookup: MethodHandles.Lookup,
    private val signature: MethodType,
    private val parameters: List<Parameter>,
) : RowClass {

    /** @property raw what the compiled constructor takes, which of a value class may be the value that it holds */
    private class Parameter(
        val property: KmProperty,
        val raw: Class<*>,
        val unboxed: UnboxedValue?,
        val component: RowComponent,
    )

    override fun components(): List<RowComponent> = parameters.map { it.component }

    override fun constructor(defaulted: Set<Int>): MethodHandle {
        val raw = if (defaulted.isEmpty()) ofAll() else ofSome(defaulted)
        return parameters.foldIndexed(raw) { index, handle, parameter ->
            if (parameter.unboxed == null) {
                handle
            } else {
                val unbox = if (index in defaulted) parameter.unboxed.ignored() else parameter.unboxed.unbox()
                MethodHandles.filterArguments(handle, index, unbox)
            }
        }
    }

    private fun ofAll(): MethodHandle {
        val marked = signature.parameterCount() > parameters.size // as it is where it takes values of value classes
        val handle = lookup.findConstructor(type, signature)
        return if (marked) MethodHandles.insertArguments(handle, parameters.size, null) else handle
    }

    /** The constructor that takes masks, whose bits tell which arguments it replaces by their defaults. */
    private fun ofSome(defaulted: Set<Int>): MethodHandle {
        val bits = IntArray((parameters.size + Int.SIZE_BITS - 1) / Int.SIZE_BITS)
        defaulted.forEach { bits[it / Int.SIZE_BITS] = bits[it / Int.SIZE_BITS] or (1 shl it % Int.SIZE_BITS) }
        val all =
            MethodType.methodType(Void.TYPE, parameters.map { it.raw })
                .appendParameterTypes(bits.map { Integer.TYPE })
                .appendParameterTypes(MARKER)
        val handle = lookup.findConstructor(type, all)
        return MethodHandles.insertArguments(handle, parameters.size, *bits.toTypedArray(), null)
    }

    override fun accessor(index: Int): MethodHandle {
        val parameter = parameters[index]
        val getter = parameter.property.getterSignature
        val raw =
            if (getter == null) {
                lookup.findGetter(type, fieldOf(parameter.property), parameter.raw) // of a private property
            } else {
                lookup.findVirtual(type, getter.name, MethodType.methodType(parameter.raw))
            }
        return if (parameter.unboxed == null) raw else MethodHandles.filterReturnValue(raw, parameter.unboxed.box())
    }

    companion object {
        private val MARKER = Class.forName("kotlin.jvm.internal.DefaultConstructorMarker")

        fun of(type: Class<*>, found: KmClass, lookup: MethodHandles.Lookup): DataClass {
            val constructor = found.constructors.single { !it.isSecondary }
            val compiled = checkNotNull(constructor.signature) { "expected a signature of the constructor of $type" }
            val signature = MethodType.fromMethodDescriptorString(compiled.descriptor, type.classLoader)
            val parameters =
                constructor.valueParameters.mapIndexed { index, parameter ->
                    val property = found.properties.single { it.name == parameter.name }
                    val raw = signature.parameterType(index)
                    val unboxed = UnboxedValue.of(type, parameter.type, raw, lookup)
                    Parameter(
                        property,
                        raw,
                        unboxed,
                        component(type, found, parameter, property, unboxed?.wrapper ?: raw),
                    )
                }
            return DataClass(type, lookup, signature, parameters)
        }

        private fun component(
            type: Class<*>,
            found: KmClass,
            parameter: KmValueParameter,
            property: KmProperty,
            boxed: Class<*>,
        ): RowComponent {
            val field = type.getDeclaredField(fieldOf(property))
            return RowComponent(
                parameter.name,
                boxed,
                if (field.type == boxed) field.genericType else boxed,
                takesNull(parameter.type, found),
                parameter.declaresDefaultValue,
            )
        }

        private fun fieldOf(property: KmProperty): String = property.fieldSignature?.name ?: property.name

        private fun takesNull(parameter: KmType, found: KmClass): Boolean {
            val classifier = parameter.classifier
            return parameter.isNullable ||
                classifier is KmClassifier.TypeParameter &&
                    found.typeParameters.single { it.id == classifier.id }.upperBounds.all { takesNull(it, found) }
        }
    }
}
