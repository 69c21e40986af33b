package dev.rowan.dsl.kotlin

import dev.rowan.error.InvalidQueryException
import dev.rowan.row.RowClass
import dev.rowan.row.RowClassProvider
import dev.rowan.row.RowComponent
import java.lang.invoke.MethodHandle
import java.lang.invoke.MethodHandles
import java.lang.invoke.MethodType
import java.lang.reflect.Constructor
import kotlin.jvm.internal.CallableReference
import kotlin.jvm.internal.ClassBasedDeclarationContainer
import kotlin.metadata.ClassKind
import kotlin.metadata.KmClass
import kotlin.metadata.KmClassifier
import kotlin.metadata.KmConstructor
import kotlin.metadata.KmProperty
import kotlin.metadata.KmType
import kotlin.metadata.KmValueParameter
import kotlin.metadata.declaresDefaultValue
import kotlin.metadata.isData
import kotlin.metadata.isNullable
import kotlin.metadata.isSecondary
import kotlin.metadata.jvm.KotlinClassMetadata
import kotlin.metadata.jvm.fieldSignature
import kotlin.metadata.jvm.getterSignature
import kotlin.metadata.jvm.signature
import kotlin.metadata.kind

/**
 * Has data classes hold rows as records do: their parameters are matched by name, and say by their types whether they
 * take null. Found by [java.util.ServiceLoader]; there is nothing to call.
 */
public class DataClasses : RowClassProvider {

    override fun describe(type: Class<*>, lookup: MethodHandles.Lookup): RowClass? {
        val described = type.getAnnotation(Metadata::class.java)?.let { KotlinClassMetadata.readLenient(it) }
        val found = (described as? KotlinClassMetadata.Class)?.kmClass ?: return null
        return if (found.kind == ClassKind.CLASS && found.isData) DataClass.of(type, found, lookup) else null
    }

    override fun referred(function: Any): Constructor<*>? {
        val reference = function as? CallableReference ?: return null
        val type = (reference.owner as? ClassBasedDeclarationContainer)?.jClass ?: return null
        return type.declaredConstructors.firstOrNull { reference.signature == "<init>" + descriptorOf(it) }
    }

    private fun descriptorOf(constructor: Constructor<*>): String =
        MethodType.methodType(Void.TYPE, constructor.parameterTypes).toMethodDescriptorString()
}

private class DataClass(
    private val type: Class<*>,
    private val lookup: MethodHandles.Lookup,
    private val parameters: MethodType,
    private val properties: List<KmProperty>,
    private val components: List<RowComponent>,
) : RowClass {

    override fun components(): List<RowComponent> = components

    override fun constructor(defaulted: Set<Int>): MethodHandle {
        if (defaulted.isEmpty()) {
            return lookup.findConstructor(type, parameters)
        }
        val masks = List((components.size + Int.SIZE_BITS - 1) / Int.SIZE_BITS) { Int::class.javaPrimitiveType!! }
        val all = parameters.appendParameterTypes(masks).appendParameterTypes(DEFAULT_MARKER)
        val bits = IntArray(masks.size)
        defaulted.forEach { bits[it / Int.SIZE_BITS] = bits[it / Int.SIZE_BITS] or (1 shl it % Int.SIZE_BITS) }
        return MethodHandles.insertArguments(
            lookup.findConstructor(type, all),
            components.size,
            *bits.toTypedArray(),
            null,
        )
    }

    override fun accessor(index: Int): MethodHandle {
        val property = properties[index]
        val getter = property.getterSignature
        if (getter != null) {
            val signature = MethodType.fromMethodDescriptorString(getter.descriptor, type.classLoader)
            return lookup.findVirtual(type, getter.name, signature)
        }
        return lookup.findGetter(type, property.name, components[index].type) // of a private property
    }

    companion object {
        private val DEFAULT_MARKER = Class.forName("kotlin.jvm.internal.DefaultConstructorMarker")

        fun of(type: Class<*>, found: KmClass, lookup: MethodHandles.Lookup): DataClass {
            val constructor = found.constructors.single { !it.isSecondary }
            val properties =
                constructor.valueParameters.map { parameter ->
                    requireNoValueClass(type, parameter)
                    found.properties.single { it.name == parameter.name }
                }
            val parameters = parametersOf(type, constructor)
            val components =
                constructor.valueParameters.mapIndexed { index, parameter ->
                    RowComponent(
                        parameter.name,
                        parameters.parameterType(index),
                        type.getDeclaredField(fieldOf(properties[index])).genericType,
                        takesNull(parameter.type, found),
                        parameter.declaresDefaultValue,
                    )
                }
            return DataClass(type, lookup, parameters, properties, components)
        }

        private fun parametersOf(type: Class<*>, constructor: KmConstructor): MethodType {
            val signature = checkNotNull(constructor.signature) { "expected a signature of the constructor of $type" }
            return MethodType.fromMethodDescriptorString(signature.descriptor, type.classLoader)
        }

        private fun fieldOf(property: KmProperty): String = property.fieldSignature?.name ?: property.name

        private fun takesNull(parameter: KmType, found: KmClass): Boolean {
            val classifier = parameter.classifier
            return parameter.isNullable ||
                classifier is KmClassifier.TypeParameter &&
                    found.typeParameters.single { it.id == classifier.id }.upperBounds.all { takesNull(it, found) }
        }

        /** Its constructor, and what it checks, would be passed over. */
        private fun requireNoValueClass(type: Class<*>, parameter: KmValueParameter) {
            val name = (parameter.type.classifier as? KmClassifier.Class)?.name ?: return
            val declared =
                try {
                    Class.forName(name.replace('.', '$').replace('/', '.'), false, type.classLoader)
                } catch (_: ClassNotFoundException) {
                    return // a class of Kotlin that is one of Java's, such as kotlin.Int
                }
            if (declared.isAnnotationPresent(JvmInline::class.java)) {
                throw InvalidQueryException(
                    "expected data class ${type.name} to hold values that columns have, got parameter" +
                        " ${parameter.name} of the value class ${declared.simpleName}; declare what that holds"
                )
            }
        }
    }
}
